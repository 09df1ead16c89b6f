import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DescribedName } from '#shared/described/names.ts'
import { startTestEngine } from '../support/engine.ts'

type TestEngine = Awaited<ReturnType<typeof startTestEngine>>

const YEAR = { from: '2026-01-01', until: '2026-12-31', organisationId: null }

async function make({ call }: TestEngine, register: DescribedName, name: string, fields: object) {
  return call('records.create', { register, name, fields: fields as Record<string, unknown> })
}

async function figuresOf({ call }: TestEngine, heading: string) {
  const parts = await call('reports.annualFigures', YEAR as never)
  return Object.fromEntries(parts.find((part) => part.heading === heading)!.figures)
}

async function makeYear(engine: TestEngine) {
  const access = { right: 'R-ACCESS' }
  await make(engine, 'requests', 'In time', { ...access, receivedOn: '2026-03-02', sentOn: '2026-03-20' })
  await make(engine, 'requests', 'On the last day', {
    ...access,
    receivedOn: '2026-09-03',
    sentOn: '2026-10-05',
  })
  await make(engine, 'requests', 'A day late', {
    ...access,
    receivedOn: '2026-05-05',
    sentOn: '2026-06-08',
    lateReason: 'The file was at another site.',
  })
  await make(engine, 'requests', 'Still open, overdue', { right: 'R-ERASE', receivedOn: '2026-10-01' })
  await make(engine, 'requests', 'Of the year before', {
    ...access,
    receivedOn: '2025-12-30',
    sentOn: '2026-01-15',
  })
  await make(engine, 'complaints', 'Acknowledged', { receivedOn: '2026-07-01', acknowledgedOn: '2026-07-03' })
  await make(engine, 'breaches', 'Letter to the wrong house', {
    awareAt: '2026-04-01T09:00:00.000Z',
    reportedAt: '2026-04-05T09:00:00.000Z',
    lateBecause: 'Found out what had happened only then.',
  })
}

describe('the annual report', () => {
  test('counts what came in, what was answered, and how much of it on time', async () => {
    await using engine = await startTestEngine({ now: '2026-11-22T09:00:00.000Z' })
    await makeYear(engine)
    expect(await figuresOf(engine, 'Rights requests')).toMatchObject({
      'Received in the period': '4',
      'Answered in the period': '4',
      'Answered on time': '3 of 4 (75%)',
      'Answered late': '1',
      'Open at the end': '1',
      'Overdue at the end': '1',
    })
    expect(await figuresOf(engine, 'Complaints to us')).toMatchObject({
      'Received in the period': '1',
      'Acknowledged within 30 days': '1 of 1 (100%)',
    })
    expect(await figuresOf(engine, 'Breaches and near misses')).toMatchObject({
      'Breaches logged in the period': '1',
      'Reported within 72 hours': '0 of 1 (0%)',
    })
  })

  test('says that there is nothing to count in an empty register', async () => {
    await using engine = await startTestEngine()
    expect(await figuresOf(engine, 'Rights requests')).toMatchObject({
      'Answered on time': 'none to count',
      'Time to answer, median': 'none answered',
    })
  })

  test('is a PDF that names references and no person, with the numbers of each chart as a table', async () => {
    await using engine = await startTestEngine({ now: '2026-11-22T09:00:00.000Z' })
    await makeYear(engine)
    await make(engine, 'requests', 'Access request of Jo Bloggs', {
      right: 'R-ACCESS',
      receivedOn: '2026-02-02',
      sentOn: '2026-06-02',
      requesterName: 'Jo Bloggs',
    })
    const to = join(engine.folder, 'annual.pdf')
    await engine.call('reports.writeAnnual', { ...YEAR, to } as never)
    expect(() => execFileSync('qpdf', ['--check', to], { stdio: 'pipe' })).not.toThrow()
    const text = execFileSync('pdftotext', ['-layout', to, '-'], { encoding: 'utf8' })
    expect(text).toContain('Annual report on data protection')
    expect(text).toContain('The file was at another site.')
    expect(text).toContain('Found out what had happened only then.')
    expect(text).toMatch(/Subject access\s+Other rights\s+Total/)
    expect(text).not.toContain('Bloggs')
    const again = join(engine.folder, 'again.pdf')
    await engine.call('reports.writeAnnual', { ...YEAR, to: again } as never)
    expect(execFileSync('cmp', [to, again], { encoding: 'utf8' })).toBe('')
  })

  test('refuses a period that ends before it begins', async () => {
    await using engine = await startTestEngine()
    const period = { from: '2026-12-31', until: '2026-01-01', organisationId: null }
    await expect(engine.call('reports.annualFigures', period as never)).rejects.toThrow(
      'ends before it begins',
    )
  })
})
