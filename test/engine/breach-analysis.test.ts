import { execFileSync } from 'node:child_process'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { startTestEngine } from '../support/engine.ts'

type TestEngine = Awaited<ReturnType<typeof startTestEngine>>

const SCOPE = { from: '2026-01-01', until: '2026-12-31', organisationId: null, by: 'quarter' } as never

async function aBreach({ call }: TestEngine, name: string, fields: object): Promise<string> {
  return (
    await call('records.create', { register: 'breaches', name, fields: fields as Record<string, unknown> })
  ).id
}

async function makeLog(engine: TestEngine): Promise<readonly string[]> {
  const cause = { cause: 'emailed-wrong', team: 'Fostering North' }
  return [
    await aBreach(engine, 'Report of Jo Bloggs to the wrong parent', {
      ...cause,
      happenedFrom: '2026-02-10T08:00:00.000Z',
      noticedAt: '2026-02-10T09:00:00.000Z',
      awareAt: '2026-02-10T12:00:00.000Z',
      reportedAt: '2026-02-14T12:00:00.000Z',
      people: { state: 'exact', from: 3, to: null },
      actions: [
        { id: 'one', what: 'Turn off address completion', owner: 'IT', due: '2026-03-01', doneOn: null },
      ],
    }),
    await aBreach(engine, 'The same again', { ...cause, awareAt: '2026-07-01T12:00:00.000Z' }),
    await aBreach(engine, 'Nearly the same', {
      ...cause,
      team: 'fostering north',
      nearMiss: true,
      awareAt: '2026-07-05T12:00:00.000Z',
    }),
    await aBreach(engine, 'Of the year before', { ...cause, awareAt: '2025-06-01T12:00:00.000Z' }),
  ]
}

describe('the analysis of breaches', () => {
  test('counts the log of a period and names what came again', async () => {
    await using engine = await startTestEngine({ now: '2026-11-22T09:00:00.000Z' })
    const [first, second, near] = await makeLog(engine)
    const analysis = await engine.call('breaches.analysis', SCOPE)
    expect(analysis.logged).toBe(3)
    expect(Object.fromEntries(analysis.figures.map(({ label, value }) => [label, value]))).toMatchObject({
      'Breaches logged in the period': '2',
      'Near misses': '1',
      'Reported within 72 hours': '0 of 1 (0%)',
      'People affected, as far as known': '3 in 1 of 2 breaches; not known in 1',
    })
    expect(analysis.charts[0]).toMatchObject({
      key: 'time',
      chart: { categories: ['Jan–Mar 2026', 'Apr–Jun 2026', 'Jul–Sep 2026', 'Oct–Dec 2026'] },
      ids: [[first], [], [second, near], []],
    })
    expect(analysis.repeats).toMatchObject([
      { words: 'Third time in five months', common: ['team Fostering North'], nearMisses: 1 },
    ])
    expect(analysis.overdueActions).toMatchObject([{ what: 'Turn off address completion', days: 266 }])
  })

  test('of an empty register counts nothing and measures nothing', async () => {
    await using engine = await startTestEngine()
    const { logged, charts, times, repeats, overdueActions } = await engine.call('breaches.analysis', SCOPE)
    expect({ logged, charts, repeats, overdueActions }).toEqual({
      logged: 0,
      charts: [],
      repeats: [],
      overdueActions: [],
    })
    expect(times.every(({ medianMinutes }) => medianMinutes === null)).toBe(true)
  })

  test('refuses a period that ends before it begins', async () => {
    await using engine = await startTestEngine()
    const scope = { from: '2026-12-31', until: '2026-01-01', organisationId: null, by: 'month' } as never
    await expect(engine.call('breaches.analysis', scope)).rejects.toThrow('ends before it begins')
  })

  test('is a sound PDF of references and numbers, the same to the byte, and names nothing that was written', async () => {
    await using engine = await startTestEngine({ now: '2026-11-22T09:00:00.000Z' })
    await makeLog(engine)
    const paths = ['a.pdf', 'b.pdf'].map((name) => join(engine.folder, name))
    for (const to of paths)
      await engine.call('breaches.writeAnalysis', { ...(SCOPE as object), to, asAt: null } as never)
    expect(execFileSync('cmp', paths, { encoding: 'utf8' })).toBe('')
    expect(() => execFileSync('qpdf', ['--check', paths[0]!], { stdio: 'pipe' })).not.toThrow()
    const text = execFileSync('pdftotext', [paths[0]!, '-'], { encoding: 'utf8' }).replaceAll(/\s+/gu, ' ')
    for (const words of [
      'Analysis of breaches',
      'Third time in five months',
      'BR-0001',
      '0 of 1 (0%)',
      '4 days',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('Bloggs')
    expect(text).not.toContain('Turn off address completion')
  })

  test('as at a past day counts what the log held then', async () => {
    await using engine = await startTestEngine({ now: '2026-11-20T09:00:00.000Z' })
    engine.clock.now = '2026-11-22T09:00:00.000Z'
    await makeLog(engine)
    const to = join(engine.folder, 'past.pdf')
    const input = { ...(SCOPE as object), to, asAt: '2026-11-21' } as never
    await engine.call('breaches.writeAnalysis', input)
    const text = execFileSync('pdftotext', [to, '-'], { encoding: 'utf8' })
    expect(text).toContain('No breach and no near miss came to be known in the period.')
    expect(text).toContain('21 November 2026')
  })

  test('of an empty register is a PDF that says so', async () => {
    await using engine = await startTestEngine()
    const to = join(engine.folder, 'empty.pdf')
    await engine.call('breaches.writeAnalysis', { ...(SCOPE as object), to, asAt: null } as never)
    const text = execFileSync('pdftotext', [to, '-'], { encoding: 'utf8' })
    expect(text).toContain('No breach and no near miss came to be known in the period.')
  })

  test('leaves no file behind when the period is refused', async () => {
    await using engine = await startTestEngine()
    const to = join(engine.folder, 'none.pdf')
    const scope = {
      from: '2026-12-31',
      until: '2026-01-01',
      organisationId: null,
      by: 'month',
      to,
      asAt: null,
    } as never
    await expect(engine.call('breaches.writeAnalysis', scope)).rejects.toThrow('ends before it begins')
    await expect(access(to)).rejects.toThrow('ENOENT')
  })
})
