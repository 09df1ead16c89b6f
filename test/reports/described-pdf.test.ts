import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { writeRecordPdf } from '#engine/pdf/write-record.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { Gap } from '#shared/law/gaps/gap.ts'
import { describedDocument } from '#shared/registers/reports/described-document.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { Waiver } from '#shared/registers/activities/activity.schema.ts'
import { NAUGHTY } from '../support/naughty.ts'
import { aFullRequest, aRequest, tellingFor } from './described-material.ts'
import { hasCorpora, hasTool, naughtyStrings, runTool, STAMP, workFolder } from './material.ts'

const GAP: Gap = {
  ruleId: 'request-without-reply',
  severity: 'error',
  field: 'sentOn',
  item: null,
  message: 'No reply is recorded.',
  citation: 'UK GDPR Art 12(3)',
  check: 'To be checked against the amended text.',
  waived: null,
}
const WAIVED: Gap = {
  ...GAP,
  message: 'No owner is named.',
  waived: Waiver.parse({ rule: 'x', reason: 'Settled by phone', waivedOn: '2026-11-01', waivedBy: 'Ada' }),
}

async function writtenPdf(records: readonly AnyRecord[], path: string): Promise<Buffer> {
  const telling = tellingFor(records, ({ id }) => (id === 'full' ? [GAP, WAIVED] : []))
  await writeRecordPdf(describedDocument(records, telling, DEFAULT_SETTINGS, STAMP), STAMP, path)
  return readFile(path)
}

/** What the document says in the order in which it is read aloud, cell by cell. */
async function textOf(path: string): Promise<string> {
  const read = await runTool('pdfinfo', ['-struct-text', path])
  return [...read.matchAll(/"([^\n]*)"$/gmu)].map(([, text = '']) => text).join(' ')
}

describe('a described register in print', () => {
  test.skipIf(!hasTool('pdfinfo'))(
    'tells each record by its sections, then its deadlines, gaps and sources',
    async () => {
      await using work = await workFolder()
      const records = [aFullRequest(), aRequest('b', 'Erasure', { reference: 'RR-0001', status: 'closed' })]
      await writtenPdf(records, work.path('r.pdf'))
      const text = await textOf(work.path('r.pdf'))
      for (const said of [
        'Rights requests: 1/2 [every sort]',
        '2, of which 1 open',
        'Organisation to be determined',
        'Northgate Fostering Ltd',
        'Under way · owner Head of Fostering · due Tue 22 December 2026',
        'Sun 22 November 2026',
        '1 July 2026, 10:30',
        '1,200',
        'between 2 and 5',
        'Not applicable: it is not refused',
        'Search the archive Wed 25 November 2026',
        'Ask the school Not known yet',
        'Sent on: Mon 23 November 2026',
        'Set by law Due Tue 22 December 2026 Internal target: Tue 15 December 2026',
        'One calendar month after Sun 22 November 2026, the day it was received.',
        'Paused since Mon 23 November 2026',
        'Bank holidays are known to 2028 only.',
        'No reply is recorded. UK GDPR Art 12(3)',
        'To be checked against the amended text.',
        'No owner is named. Settled by phone Ada, Sun 1 November 2026',
        '“Letter from a parent”',
      ])
        expect(unbroken(text)).toContain(unbroken(said))
      // What nobody filled in is named, all of a section together.
      expect(unbroken(text)).toContain(unbroken('Not known yet Received on; Told at; Identity checked'))
    },
  )

  test.skipIf(!hasTool('pdfinfo'))('prints one record under its own title', async () => {
    await using work = await workFolder()
    await writtenPdf([aFullRequest()], work.path('r.pdf'))
    const info = await runTool('pdfinfo', [work.path('r.pdf')])
    expect(info).toMatch(/^Title:\s+Rights request: RR-0002 Access to the case file$/mu)
    expect(info).toMatch(/^Tagged:\s+yes$/mu)
    const pages = (await runTool('pdftotext', ['-layout', work.path('r.pdf'), '-'])).split('\f').slice(0, -1)
    pages.forEach((text, index) => {
      expect(text).toContain(`Page ${index + 1} of ${pages.length}`)
      expect(text).toContain(`Chain ${STAMP.chain.head.slice(0, 16)}`)
    })
  })

  test.skipIf(!hasTool('qpdf'))('has a bookmark for each organisation and record', async () => {
    await using work = await workFolder()
    await writtenPdf([aFullRequest(), aRequest('b', 'Erasure')], work.path('r.pdf'))
    const json = await runTool('qpdf', ['--json', '--json-key=outlines', work.path('r.pdf')])
    for (const title of ['Northgate Fostering Ltd', 'RR-0002  Access to the case file', 'Erasure'])
      expect(json).toContain(`"title": "${title}"`)
  })

  test.skipIf(!hasTool('pdfinfo'))('says so when there is no record', async () => {
    await using work = await workFolder()
    await writtenPdf([], work.path('r.pdf'))
    expect(await textOf(work.path('r.pdf'))).toContain('No record is in this register.')
  })

  test.skipIf(!hasTool('qpdf'))('stays sound with every naughty string in its fields', async () => {
    await using work = await workFolder()
    const strings = [...NAUGHTY, ...(hasCorpora ? naughtyStrings() : [])]
      .filter((text) => text.trim() !== '')
      .map((text) => text.slice(0, 200))
    const records = strings.map((text, index) =>
      aRequest(`r${index}`, text, {
        reference: text,
        owner: text,
        from: text,
        story: text,
        steps: [{ id: `s${index}`, what: text, takenOn: null }],
        evidence: [{ fact: text, document: text, quote: text }],
      }),
    )
    await writtenPdf(records, work.path('r.pdf'))
    expect(await runTool('qpdf', ['--check', work.path('r.pdf')])).toContain(
      'No syntax or stream encoding errors',
    )
    expect(await runTool('pdfinfo', [work.path('r.pdf')])).toMatch(/^JavaScript:\s+no$/mu)
  })

  test('is the same to the byte, in whatever order the records came', async () => {
    await using work = await workFolder()
    const records = [aFullRequest(), aRequest('b', 'Erasure', { reference: 'RR-0001' })]
    const one = await writtenPdf(records, work.path('1.pdf'))
    expect(one.equals(await writtenPdf(records.toReversed(), work.path('2.pdf')))).toBe(true)
  })
})

/** Text without blanks: where lines break is a matter of the page. */
const unbroken = (text: string) => text.replaceAll(/\s+/gu, '')
