import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { printable } from '#engine/pdf/printable.ts'
import { writeRecordPdf } from '#engine/pdf/write-record.ts'
import { buildSample } from '#engine/sample/build-sample.ts'
import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import { recordDocument } from '#shared/registers/reports/record-document.ts'
import {
  aFullActivity,
  anActivity,
  aRegister,
  hasCorpora,
  hasTool,
  naughtyStrings,
  runTool,
  STAMP,
  workFolder,
} from './material.ts'

async function writtenPdf(content: RegisterContent, path: string, stamp: Stamp = STAMP): Promise<Buffer> {
  await writeRecordPdf(recordDocument(content, stamp), stamp, path)
  return readFile(path)
}

describe('the printed record', () => {
  test.skipIf(!hasTool('pdfinfo'))('is tagged, titled, dated by its stamp, and sound to qpdf', async () => {
    await using work = await workFolder()
    await writtenPdf(buildSample(), work.path('r.pdf'))
    const info = await runTool('pdfinfo', [work.path('r.pdf')])
    expect(info).toMatch(/^Title:\s+Record of processing activities: Northgate$/mu)
    expect(info).toMatch(/^Tagged:\s+yes$/mu)
    expect(info).toMatch(/^CreationDate:\s+Sun Nov 22 14:02:30 2026/mu)
    expect(info).toContain('(A4)')
    if (hasTool('qpdf'))
      expect(await runTool('qpdf', ['--check', work.path('r.pdf')])).toContain(
        'No syntax or stream encoding errors',
      )
  })

  test.skipIf(!hasTool('pdftotext'))(
    'says on every page which page it is, of how many, and the head of the chain',
    async () => {
      await using work = await workFolder()
      await writtenPdf(aRegister([aFullActivity()]), work.path('r.pdf'))
      const pages = (await runTool('pdftotext', ['-layout', work.path('r.pdf'), '-']))
        .split('\f')
        .slice(0, -1)
      expect(pages.length).toBeGreaterThan(2)
      pages.forEach((text, index) => {
        expect(text).toContain(`Page ${index + 1} of ${pages.length}`)
        expect(text).toContain(`Chain ${STAMP.chain.head.slice(0, 16)}`)
      })
    },
  )

  test.skipIf(!hasTool('pdftotext'))(
    'lists each activity in the contents with the page on which it stands',
    async () => {
      await using work = await workFolder()
      const content = buildSample()
      await writtenPdf(content, work.path('r.pdf'))
      const pages = (await runTool('pdftotext', ['-layout', work.path('r.pdf'), '-'])).split('\f')
      const contents = pages
        .filter((text) => /^\s*Record of processing activities\s+Contents/u.test(text))
        .join('\n')
      for (const { reference } of content.activities) {
        const page = Number(new RegExp(`^\\s*${reference} .*?(\\d+)$`, 'mu').exec(contents)?.[1])
        expect(pages[page - 1], `${reference} on page ${page}`).toMatch(
          new RegExp(`^\\s*${reference}$`, 'mu'),
        )
      }
    },
  )

  test.skipIf(!hasTool('qpdf'))(
    'has a bookmark for each part, organisation and activity, in English, for assistive readers',
    async () => {
      await using work = await workFolder()
      await writtenPdf(
        aRegister([aFullActivity(), anActivity('p', 'Host files', { role: 'processor' })]),
        work.path('r.pdf'),
      )
      const json = await runTool('qpdf', [
        '--json',
        '--json-key=outlines',
        '--json-key=qpdf',
        work.path('r.pdf'),
      ])
      for (const title of [
        'Record as controller',
        'Northgate Fostering Ltd',
        'F-1  Assess foster carers',
        'Record as processor',
        'Host files',
      ])
        expect(json).toContain(`"title": "${title}"`)
      expect(json).toMatch(/"\/Lang": "u:en-GB"/u)
      expect(json).toMatch(/"\/Marked": true/u)
      for (const role of ['H1', 'H2', 'H3', 'H4', 'TH', 'TD', 'TOCI', 'Link'])
        expect(json).toContain(`"/S": "/${role}"`)
    },
  )

  test.skipIf(!hasTool('pdfinfo'))(
    'reads aloud with its words apart, headings as headings and tables as tables',
    async () => {
      await using work = await workFolder()
      await writtenPdf(aRegister([aFullActivity()]), work.path('r.pdf'))
      const read = (await runTool('pdfinfo', ['-struct-text', work.path('r.pdf')])).replaceAll(/\n\s*/gu, ' ')
      expect(read).toContain('H3 (block) "Assess foster carers"')
      expect(read).toContain('P (block) "Business function Fostering"')
      expect(read).toMatch(/Table \(block\) TR TH: \/Scope \/Column "Personal data"/u)
    },
  )

  test.skipIf(!hasTool('pdftotext'))('prints names of many languages whole', async () => {
    await using work = await workFolder()
    const names = [
      'Nguyễn Thị Ánh',
      'Ó Súilleabháin',
      'Łukasz Żółć',
      'Ђорђе Ћирић',
      'Γιώργος',
      'Šárka Dvořáková',
      'Gülşen',
      'Zoë e\u0301',
    ]
    await writtenPdf(aRegister(names.map((name, index) => anActivity(`n${index}`, name))), work.path('r.pdf'))
    const text = await runTool('pdftotext', ['-layout', work.path('r.pdf'), '-'])
    for (const name of names) expect(text).toContain(name.normalize('NFC'))
  })

  test.skipIf(!hasTool('pdftotext'))('prints a visible code for what its font cannot show', async () => {
    await using work = await workFolder()
    await writtenPdf(aRegister([anActivity('e', 'Smile \u{1F9FF} 例 \u202Etxt')]), work.path('r.pdf'))
    const text = await runTool('pdftotext', [work.path('r.pdf'), '-'])
    for (const code of ['[U+1F9FF]', '[U+4F8B]', '[U+202E]']) expect(text).toContain(code)
  })

  test.skipIf(!hasTool('qpdf') || !hasCorpora)(
    'stays sound with every naughty string in its fields',
    async () => {
      await using work = await workFolder()
      const strings = naughtyStrings()
        .filter((text) => text.trim() !== '')
        .map((text) => text.slice(0, 200))
      const activities = strings.map((name, index) =>
        anActivity(`a${index}`, name, { reference: name, owner: name, description: name }),
      )
      await writtenPdf(aRegister(activities), work.path('r.pdf'))
      expect(await runTool('qpdf', ['--check', work.path('r.pdf')])).toContain(
        'No syntax or stream encoding errors',
      )
      const info = await runTool('pdfinfo', [work.path('r.pdf')])
      expect(info).toMatch(/^JavaScript:\s+no$/mu)
    },
  )

  test('is the same to the byte for the same content and stamp, and another for another chain head', async () => {
    await using work = await workFolder()
    const hash = async (content: RegisterContent, name: string, stamp?: Stamp) =>
      createHash('sha256')
        .update(await writtenPdf(content, work.path(name), stamp))
        .digest('hex')
    const content = buildSample()
    const first = await hash(content, '1.pdf')
    expect(await hash({ ...content, activities: content.activities.toReversed() }, '2.pdf')).toBe(first)
    expect(await hash(content, '3.pdf', { ...STAMP, chain: { seq: 413, head: 'f'.repeat(64) } })).not.toBe(
      first,
    )
  })

  test('leaves nothing open when it is stopped', async () => {
    await using work = await workFolder()
    await writeFile(work.path('r.pdf'), '')
    const stop = () => Promise.reject(new Error('stopped'))
    await expect(
      writeRecordPdf(recordDocument(buildSample(), STAMP), STAMP, work.path('r.pdf'), stop),
    ).rejects.toThrow('stopped')
  })
})

describe('printable text', () => {
  const latin = (codePoint: number) => codePoint < 0x250

  test('never loses a letter: each is shown, or its code is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const shown = printable(text, latin)
        const kept = Array.from(text.normalize('NFC')).filter(
          (letter) => !/[\s\u00AD\u200B\u2060\uFEFF]/u.test(letter),
        )
        return kept.every(
          (letter) =>
            shown.includes(letter) ||
            shown.includes(`[U+${letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}]`),
        )
      }),
    )
  })

  test.each([
    ['a tab and a line break become spaces', 'a\tb\nc', 'a b c'],
    ['half a surrogate pair is shown', 'a\uD800b', 'a[U+D800]b'],
    ['a bell is shown', 'a\u0007b', 'a[U+0007]b'],
    ['a soft hyphen only says where to break', 'soft\u00ADly', 'softly'],
  ])('%s', (_, text, shown) => expect(printable(text, latin)).toBe(shown))
})
