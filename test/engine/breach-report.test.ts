import Ajv2020 from 'ajv/dist/2020.js'
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { sealHolds } from '#engine/described/seal.ts'
import { sentReportFiles } from '#engine/registers/breaches/report-files.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { ComposedReport } from '#shared/registers/breaches/report/composed.ts'
import { REPORT_SECTIONS } from '#shared/law/breaches/report-questions.ts'
import { breachReportSchema } from '#shared/registers/breaches/report/report-file.ts'
import type { Instant } from '#shared/time/instant.ts'
import { startTestEngine } from '../support/engine.ts'
import { hasTool, STAMP } from '../reports/material.ts'

type TestEngine = Awaited<ReturnType<typeof startTestEngine>>

const run = promisify(execFile)
const at = (text: string) => `2026-11-${text}:00.000Z` as Instant
const AWARE = at('20T16:40')
const NOW = at('22T09:00')

/** A breach the organisation became aware of on Friday at 16:40. */
async function aBreach(engine: TestEngine, fields: Record<string, unknown> = {}): Promise<string> {
  const { id } = await engine.call('breaches.log', {
    what: 'Review report sent to the wrong parent',
    noticedAt: at('20T16:10'),
    noticedBy: 'A support worker',
    people: { state: 'exact', from: 3, to: null },
    nearMiss: false,
  })
  const changes = { awareAt: AWARE, effects: 'A parent read what is said of another child.', ...fields }
  await engine.call('records.change', { register: 'breaches', id, changes })
  return id
}

const SENT = { sentBy: 'R. Field', channel: 'Online form', reference: '', lateBecause: '' }

const record = (
  engine: TestEngine,
  id: string,
  phase: 'initial' | 'followUp',
  sentAt: Instant,
  more: Partial<typeof SENT> = {},
) => engine.call('breaches.recordReport', { id, phase, sentAt, ...SENT, ...more })

async function read(engine: TestEngine, id: string): Promise<Breach> {
  return (await engine.call('records.get', { register: 'breaches', id })).record as unknown as Breach
}

function answerIn({ sections }: ComposedReport, code: string) {
  return sections.flatMap(({ answers }) => answers).find((answer) => answer.code === code)
}

async function write(
  engine: TestEngine,
  id: string,
  which: { phase: 'initial' | 'followUp' } | { reportId: string },
  format: 'pdf' | 'text' | 'json',
): Promise<string> {
  const to = join(engine.folder, `report.${format}`)
  await engine.call('breaches.writeReport', { id, which, format, to, asAt: null })
  return to
}

describe('the report as it would read now', () => {
  test('asks every question of the form, filled in from the record', async () => {
    await using engine = await startTestEngine()
    const id = await aBreach(engine)
    const report = await engine.call('breaches.composeReport', { id, phase: 'initial' })
    expect(report.sections.map(({ title }) => title)).toEqual(REPORT_SECTIONS.map(({ title }) => title))
    expect(answerIn(report, 'B23')).toMatchObject({
      text: '3',
      state: 'answered',
      from: [{ register: 'breaches', record: id, field: 'people', label: 'People affected' }],
    })
    expect(answerIn(report, 'B22')).toMatchObject({ text: 'Not known yet', state: 'notKnown' })
    expect(answerIn(report, 'B13')?.text).toBe(
      'Fri 20 November 2026, 16:40 GMT: the organisation became aware.\nFri 20 November 2026, 16:10 GMT: first noticed.',
    )
    expect(report.timing).toMatchObject({ due: at('23T16:40'), isFromAwareness: true, isLate: false })
    expect(report.missing.map(({ part }) => part)).toEqual(['a', 'b', 'd'])
  })

  test('a typed answer takes the place of what the record says, until it is taken off', async () => {
    await using engine = await startTestEngine()
    const id = await aBreach(engine)
    const type = (reportAnswers: unknown) =>
      engine.call('records.change', { register: 'breaches', id, changes: { reportAnswers } })
    await type([
      { id: 'B23', question: 'People', answer: 'Three, one of them a child', state: 'answered' },
      { id: 'B25', question: 'Effects', answer: '', state: 'notKnown' },
    ])
    const typed = await engine.call('breaches.composeReport', { id, phase: 'initial' })
    expect(answerIn(typed, 'B23')).toMatchObject({
      text: 'Three, one of them a child',
      isTyped: true,
      recordSays: { text: '3', state: 'answered' },
    })
    expect(answerIn(typed, 'B25')).toMatchObject({ text: 'Not known yet', state: 'notKnown' })
    await type([])
    const back = await engine.call('breaches.composeReport', { id, phase: 'initial' })
    expect(answerIn(back, 'B23')).toMatchObject({ text: '3', isTyped: false })
  })

  test('asks the register’s own list where there is one, and again the shipped one after', async () => {
    await using engine = await startTestEngine()
    const id = await aBreach(engine)
    const [first] = REPORT_SECTIONS
    const own = {
      ...first!.questions[0]!,
      code: 'OWN-1',
      question: 'Which local authority placed the child?',
    }
    const breachQuestions = [{ ...first!, title: 'Start', questions: [own] }]
    await engine.call('settings.change', { changes: { breachQuestions } })
    const report = await engine.call('breaches.composeReport', { id, phase: 'initial' })
    expect(report.hasOwnList).toBe(true)
    expect(report.sections).toMatchObject([{ title: 'Start', answers: [{ code: 'OWN-1', state: 'blank' }] }])
    expect(report.missing.map(({ part }) => part)).toEqual(['a', 'b', 'c', 'd'])
    await engine.call('settings.change', { changes: { breachQuestions: null } })
    const again = await engine.call('breaches.composeReport', { id, phase: 'initial' })
    expect(again.sections).toHaveLength(REPORT_SECTIONS.length)
  })
})

describe('recording a report as sent', () => {
  test('freezes the answers under a seal and notes when and under which reference', async () => {
    await using engine = await startTestEngine()
    const id = await aBreach(engine)
    const { reportId } = await record(engine, id, 'initial', at('21T08:00'), { reference: ' IC-123456 ' })
    const breach = await read(engine, id)
    expect(breach).toMatchObject({ reportedAt: at('21T08:00'), caseReference: 'IC-123456' })
    const [report] = breach.sentReports
    expect(report).toMatchObject({ id: reportId, phase: 'initial', recordedAt: NOW, sentBy: 'R. Field' })
    expect(report!.answers.find(({ code }) => code === 'B23')).toMatchObject({
      section: 'Data and people',
      text: '3',
      from: ['People affected'],
    })
    expect(sealHolds(report!)).toBe(true)
    expect(sealHolds({ ...report!, sentAt: at('21T07:00') })).toBe(false)

    const changes = { people: { state: 'estimate', from: 80, to: null } }
    await engine.call('records.change', { register: 'breaches', id, changes })
    expect((await read(engine, id)).sentReports).toEqual([report])
    await expect(
      engine.call('records.change', { register: 'breaches', id, changes: { sentReports: [] } }),
    ).rejects.toThrow(/Report/)
    await expect(
      engine.call('records.remove', { register: 'breaches', target: { ids: [id] } }),
    ).rejects.toThrow('stays')
  })

  test('a follow-up report keeps the first time, and marks what changed since', async () => {
    await using engine = await startTestEngine()
    const id = await aBreach(engine)
    await record(engine, id, 'initial', at('21T08:00'))
    await engine.call('records.change', {
      register: 'breaches',
      id,
      changes: {
        people: { state: 'range', from: 80, to: 90 },
        records: { state: 'exact', from: 90, to: null },
        containment: 'Recalled.',
      },
    })
    const report = await engine.call('breaches.composeReport', { id, phase: 'followUp' })
    const changes = report.sections.flatMap(({ answers }) =>
      answers.filter(({ change }) => change !== 'unchanged').map(({ code, change }) => [code, change]),
    )
    expect(changes).toEqual([
      ['B22', 'nowKnown'],
      ['B23', 'changed'],
      ['B51', 'added'],
    ])
    expect(answerIn(report, 'B23')?.before).toEqual({ text: '3', state: 'answered' })
    await record(engine, id, 'followUp', at('22T08:30'), { reference: 'IC-1' })
    const breach = await read(engine, id)
    expect(breach.reportedAt).toBe(at('21T08:00'))
    expect(breach.caseReference).toBe('IC-1')
    expect(breach.sentReports.map(({ phase }) => phase)).toEqual(['initial', 'followUp'])
    const next = await engine.call('breaches.composeReport', { id, phase: 'followUp' })
    expect(next.sections.every(({ answers }) => answers.every(({ change }) => change === 'unchanged'))).toBe(
      true,
    )
  })

  test('refuses what cannot have been', async () => {
    await using engine = await startTestEngine()
    const id = await aBreach(engine)
    await expect(record(engine, id, 'followUp', at('21T08:00'))).rejects.toThrow(
      'Record the initial report first',
    )
    await expect(record(engine, id, 'initial', at('22T09:01'))).rejects.toThrow('in the future')
    await expect(record(engine, id, 'initial', at('20T16:39'))).rejects.toThrow('became aware')
    await record(engine, id, 'initial', at('21T08:00'))
    await expect(record(engine, id, 'initial', at('21T09:00'))).rejects.toThrow(
      'Record this one as a follow-up',
    )
    await expect(record(engine, id, 'followUp', at('21T07:59'))).rejects.toThrow(
      'cannot have gone out before',
    )
    expect((await read(engine, id)).sentReports).toHaveLength(1)
  })

  test('after the 72 hours the reasons for the delay are demanded, kept and reported', async () => {
    await using engine = await startTestEngine({ now: at('24T10:00') })
    const id = await aBreach(engine)
    await expect(record(engine, id, 'initial', at('23T16:41'))).rejects.toThrow('Give them')
    await record(engine, id, 'initial', at('23T16:41'), { lateBecause: 'The number was not known before.' })
    const { sentReports, lateBecause } = await read(engine, id)
    expect(lateBecause).toBe('The number was not known before.')
    expect(sentReports[0]).toMatchObject({ lateBecause })
    expect(sentReports[0]!.answers.find(({ code }) => code === 'B42')).toMatchObject({ text: lateBecause })
  })

  test('in the last minute of the 72 hours no reasons are asked for', async () => {
    await using engine = await startTestEngine({ now: at('24T10:00') })
    const id = await aBreach(engine)
    await record(engine, id, 'initial', at('23T16:40'))
    expect((await read(engine, id)).sentReports[0]?.answers.find(({ code }) => code === 'B42')?.text).toBe(
      'Not applicable: within the 72 hours, which end on Mon 23 November 2026, 16:40 GMT.',
    )
  })

  test('after the breach was closed the Commissioner can still be told more', async () => {
    await using engine = await startTestEngine({ now: at('24T10:00') })
    const id = await aBreach(engine)
    await record(engine, id, 'initial', at('23T10:00'))
    await engine.call('records.change', { register: 'breaches', id, changes: { status: 'closed' } })
    await record(engine, id, 'followUp', at('24T09:00'))
    expect((await read(engine, id)).sentReports.map(({ phase }) => phase)).toEqual(['initial', 'followUp'])
  })

  test('as at a past day the report reads as the record stood then', async () => {
    await using engine = await startTestEngine({ now: at('20T18:00') })
    const id = await aBreach(engine)
    engine.clock.now = at('21T18:00')
    const changes = { people: { state: 'exact', from: 9, to: null } }
    await engine.call('records.change', { register: 'breaches', id, changes })
    const past = await engine.call('breaches.composeReport', { id, phase: 'initial' }, '2026-11-20' as never)
    expect(answerIn(past, 'B23')?.text).toBe('3')
  })
})

describe('the files', () => {
  test('the JSON fits the published schema, and the schema is the one the program makes', async () => {
    await using engine = await startTestEngine()
    const id = await aBreach(engine)
    const schema = breachReportSchema()
    const current = `${JSON.stringify(schema, null, 2)}\n`
    await expect(current).toMatchFileSnapshot('../../resources/schemas/breach-report.schema.json')
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema)
    const { reportId } = await record(engine, id, 'initial', at('21T08:00'))
    for (const which of [{ phase: 'followUp' as const }, { reportId }]) {
      const parsed: unknown = JSON.parse(await readFile(await write(engine, id, which, 'json'), 'utf8'))
      expect(validate(parsed), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
      expect(validate({ ...(parsed as object), version: 2 })).toBe(false)
    }
  })

  test('the text has each question with its answer, and says whether it was sent', async () => {
    await using engine = await startTestEngine()
    const id = await aBreach(engine)
    const draft = await readFile(await write(engine, id, { phase: 'initial' }, 'text'), 'utf8')
    expect(draft).toContain('DRAFT, not sent')
    expect(draft).toContain('\nNumber of people who could be affected\n3\n')
    const { reportId } = await record(engine, id, 'initial', at('21T08:00'))
    const sent = await readFile(await write(engine, id, { reportId }, 'text'), 'utf8')
    expect(sent).toContain('As sent on Sat 21 November 2026, 08:00 GMT')
    expect(sent).not.toContain('DRAFT')
  })

  test.skipIf(!hasTool('pdftotext') || !hasTool('qpdf'))(
    'the PDF is tagged and sound, says draft or sent on each page, and tells changes in words',
    async () => {
      await using engine = await startTestEngine()
      const id = await aBreach(engine)
      const pagesOf = async (path: string) =>
        (await run('pdftotext', ['-layout', path, '-'])).stdout.split('\f').slice(0, -1)
      const draft = await write(engine, id, { phase: 'initial' }, 'pdf')
      const pages = await pagesOf(draft)
      expect(pages.every((text) => text.includes('DRAFT, not sent'))).toBe(true)
      expect(pages.join('\n')).toContain('Check: ')
      const info = (await run('pdfinfo', [draft])).stdout
      expect(info).toMatch(/^Title:\s+Breach report BR-0001: DRAFT, not sent: Initial report$/mu)
      expect(info).toMatch(/^Tagged:\s+yes$/mu)
      expect(info).toContain('(A4)')
      const first = await readFile(draft)
      expect((await readFile(await write(engine, id, { phase: 'initial' }, 'pdf'))).equals(first)).toBe(true)

      await record(engine, id, 'initial', at('21T08:00'))
      const changes = { people: { state: 'exact', from: 9, to: null } }
      await engine.call('records.change', { register: 'breaches', id, changes })
      const { reportId } = await record(engine, id, 'followUp', at('22T08:00'))
      const sent = await write(engine, id, { reportId }, 'pdf')
      expect((await run('qpdf', ['--check', sent])).stdout).toContain('No syntax or stream encoding errors')
      const text = (await pagesOf(sent)).join('\n').replaceAll(/\s+/gu, ' ')
      expect(text).toContain('As sent on Sun 22 November 2026, 08:00 GMT')
      expect(text).toContain('Changed since the report of Sat 21 November 2026, 08:00 GMT. It said: 3')
      expect(text).not.toContain('DRAFT')
      if (process.env['KEEP_PDF']) {
        await writeFile(process.env['KEEP_PDF'], await readFile(sent))
        await writeFile(`${process.env['KEEP_PDF']}.draft.pdf`, first)
      }
    },
  )

  test('a report that was changed after it was sealed says so in every form', async () => {
    await using engine = await startTestEngine()
    const id = await aBreach(engine)
    await record(engine, id, 'initial', at('21T08:00'))
    const breach = await read(engine, id)
    const [report] = breach.sentReports
    const world = { organisation: 'Harbour Trust', regulator: 'Regulator' }
    const to = join(engine.folder, 'sealed.pdf')
    const stamp = { ...STAMP, madeAt: NOW }
    const sound = await sentReportFiles(breach, report!, world, stamp, to)
    expect(sound.text).not.toContain('seal is broken')
    expect(JSON.parse(sound.json)).toMatchObject({ sealHolds: true })
    const changed = { ...report!, sentAt: at('20T18:00') }
    const broken = await sentReportFiles(breach, changed, world, stamp, to)
    expect(broken.text).toContain('The seal is broken')
    expect(JSON.parse(broken.json)).toMatchObject({ sealHolds: false })
    if (hasTool('pdftotext'))
      expect((await run('pdftotext', [to, '-'])).stdout).toContain('The seal is broken')
  })

  test('a report that is not there is refused, and no file is left', async () => {
    await using engine = await startTestEngine()
    const id = await aBreach(engine)
    await expect(write(engine, id, { reportId: 'gone' }, 'pdf')).rejects.toThrow('not among those sent')
    await expect(readFile(join(engine.folder, 'report.pdf'))).rejects.toThrow('ENOENT')
  })
})
