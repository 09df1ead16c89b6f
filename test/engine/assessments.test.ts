import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EVERY_RECORD } from '#shared/described/list.ts'
import { findAssessmentKind } from '#shared/law/assessment-kinds.ts'
import { questionCode } from '#shared/registers/assessments/questions.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { hasTool, runTool } from '../reports/material.ts'
import { listOf } from '../support/builders.ts'
import { startTestEngine } from '../support/engine.ts'

type Engine = Awaited<ReturnType<typeof startTestEngine>>

/** The id of an activity of the sample. */
async function activityId({ call }: Engine, reference: string): Promise<string> {
  const { rows } = await call('activities.list', listOf())
  return rows.find((row) => row.reference === reference)!.id
}

async function startFor(engine: Engine, kind: 'DPIA' | 'LIA', reference: string): Promise<string> {
  const id = await activityId(engine, reference)
  return (await engine.call('assessments.start', { kind, subject: 'activities', id })).id
}

async function assessment({ call }: Engine, id: string) {
  const { record } = await call('records.get', { register: 'assessments', id })
  return record as Record<string, never> & {
    answers: { id: string; question: string; answer: string }[]
    status: string
    reviewOn: string | null
  }
}

async function answerAll(engine: Engine, id: string, kind: string) {
  const answers = findAssessmentKind(kind)!.questions.map(({ key }, index) => ({
    id: `answer-${index}`,
    question: questionCode(kind, key),
    answer: `Answer to ${key}`,
  }))
  await engine.call('records.change', { register: 'assessments', id, changes: { answers } })
}

describe('the screening of an activity', () => {
  test('finds what its record says and leaves unknown what it does not', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const found = await engine.call('assessments.screen', { activityId: await activityId(engine, 'WCC-11') })
    expect(found).toMatchObject({ indication: 'strong', title: expect.stringContaining('online activity') })
    expect(found.signals.map(({ code }) => code)).toEqual(expect.arrayContaining(['children', 'monitoring']))
    expect(found.notKnown).toEqual(expect.arrayContaining(['largeScale', 'newTechnology']))
  })

  test('finds nothing where nothing is recorded', async () => {
    await using engine = await startTestEngine()
    const { id } = await engine.call('activities.create', {
      name: 'Parking',
      organisationId: null,
      role: 'controller',
    })
    const found = await engine.call('assessments.screen', { activityId: id })
    expect(found).toMatchObject({ indication: 'none', signals: [] })
    expect(found.notKnown).toHaveLength(16)
  })
})

describe('what is needed', () => {
  test('names legitimate interests, policy documents and impact assessments of the sample', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const needed = await engine.call('assessments.needed', {})
    const of = (kind: string, reference: string) =>
      needed.find((one) => one.kind === kind && one.title.startsWith(`${reference} `))
    expect(of('DPIA', 'WCC-11')).toMatchObject({ startedId: expect.any(String) })
    expect(of('LIA', 'PC-01')).toMatchObject({ startedId: expect.any(String), check: expect.any(String) })
    expect(of('APD', 'HS-01')?.why).toContain('paragraph 18')
    expect(of('LIA', 'PCS-12'), 'its assessment is approved').toBeUndefined()
    expect(of('LIA', 'PCS-02'), 'a processor needs none').toBeUndefined()
  })

  test('is as it was on an earlier day', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const before = await engine.call('assessments.needed', {})
    engine.clock.now = '2026-11-23T09:00:00.000Z'
    const id = await startFor(engine, 'DPIA', 'WCC-02')
    const now = await engine.call('assessments.needed', {})
    expect(now.find(({ startedId }) => startedId === id)?.title).toMatch(/^WCC-02 /)
    expect(await engine.call('assessments.needed', {}, PlainDate.parse('2026-11-22'))).toEqual(before)
  })

  test('is begun with what plainly follows from the record', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const made = await assessment(engine, await startFor(engine, 'DPIA', 'WCC-02'))
    expect(made).toMatchObject({ kind: 'DPIA', status: 'draft', name: 'Investigate concerns and reports' })
    const answerTo = (key: string) => made.answers.find(({ question }) => question === `DPIA.${key}`)?.answer
    expect(answerTo('scope')).toMatch(/^From the record: People: Children and young people/)
    expect(answerTo('basis')).toMatch(/6\(1\)\(c\)|legal obligation/i)
    expect(answerTo('retention'), 'not recorded, so not taken over').toBeUndefined()
    expect(answerTo('advice')).toBeUndefined()
  })

  test('counts a transfer that rests on safeguards without a test', async () => {
    await using engine = await startTestEngine()
    const { id } = await engine.call('records.create', {
      register: 'transfers',
      name: 'Case system hosted in India',
      fields: { country: 'IN', mechanism: 'IDTA', mechanismFrom: '2026-03-02', stage: 'happening' },
    })
    const [needed, ...others] = await engine.call('assessments.needed', {})
    expect(others).toEqual([])
    expect(needed).toMatchObject({ kind: 'TRA', subject: 'transfers', id, startedId: null })
    const started = await engine.call('assessments.start', { kind: 'TRA', subject: 'transfers', id })
    expect(await assessment(engine, started.id)).toMatchObject({ countries: ['IN'] })
  })
})

describe('an assessment in print', () => {
  test.skipIf(!hasTool('pdfinfo'))('has each question as a heading over its answer', async () => {
    await using engine = await startTestEngine()
    const { id } = await engine.call('records.create', {
      register: 'assessments',
      name: 'Marketing by post',
      fields: { kind: 'LIA', answers: [{ id: 'a', question: 'LIA.whose', answer: 'The charity’s own.' }] },
    })
    const to = join(engine.folder, 'assessment.pdf')
    await engine.call('reports.writeRegister', {
      register: 'assessments',
      format: 'pdf',
      to,
      target: { ids: [id] },
      asAt: null,
    })
    const read = await runTool('pdfinfo', ['-struct-text', to])
    expect(read).toMatch(/H5[^\n]*\n\s*"Whose interest is it\?"\s*P[^\n]*\n\s*"The charity’s own\."/u)
  })
})

describe('approving an assessment', () => {
  test('is refused while questions or the outcome are open, then sets the review', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const id = await startFor(engine, 'LIA', 'HS-10')
    const approve = () => engine.call('assessments.approve', { id, approvedBy: 'Head of Quality' })
    await expect(approve()).rejects.toThrow(
      /questions have no answer yet; the first is “Whose interest is it\?”/,
    )
    await answerAll(engine, id, 'LIA')
    await expect(approve()).rejects.toThrow('The outcome is open')
    await engine.call('records.change', { register: 'assessments', id, changes: { outcome: 'proceed' } })
    await expect(engine.call('assessments.approve', { id, approvedBy: ' ' })).rejects.toThrow('Say who')
    expect(await approve()).toEqual({ reviewOn: '2027-11-22', replaced: null })
    expect(await assessment(engine, id)).toMatchObject({
      status: 'approved',
      approvedBy: 'Head of Quality',
      approvedOn: '2026-11-22',
      reviewOn: '2027-11-22',
    })
    await expect(approve()).rejects.toThrow('approved already')
  })

  test('cannot be had by setting the status in the form or in bulk without the same conditions', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const id = await startFor(engine, 'LIA', 'HS-10')
    const change = (changes: object) =>
      engine.call('records.change', { register: 'assessments', id, changes: { ...changes } })
    const inBulk = () =>
      engine.call('records.applyBulk', {
        register: 'assessments',
        target: { ids: [id] },
        edit: { field: 'status', action: 'set', value: 'approved' } as never,
      })
    await expect(change({ status: 'approved' })).rejects.toThrow('cannot be approved yet')
    await expect(inBulk()).rejects.toThrow('cannot be approved yet')
    await answerAll(engine, id, 'LIA')
    await change({ outcome: 'proceed' })
    await expect(change({ status: 'approved' })).rejects.toThrow('Say who approves it')
    await change({ approvedBy: 'Head of Quality' })
    await inBulk()
    expect(await assessment(engine, id)).toMatchObject({ status: 'approved' })
    await engine.call('history.undo', {})
    expect(await assessment(engine, id)).toMatchObject({ status: 'draft' })
  })

  test('of a new version replaces the old one, and not before', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const { rows } = await engine.call('records.list', {
      register: 'assessments',
      filter: { ...EVERY_RECORD, facets: { status: ['approved'] } },
      sort: [],
      groupBy: null,
      offset: 0,
      limit: 10,
    } as never)
    const old = (rows as { id: string }[])[0]!.id
    const { id } = await engine.call('assessments.replace', { id: old })
    await expect(engine.call('assessments.replace', { id: old })).rejects.toThrow('replaces it already')
    expect(await assessment(engine, id)).toMatchObject({
      status: 'draft',
      replacesId: old,
      approvedBy: '',
      reviewOn: null,
    })
    expect((await assessment(engine, id)).answers).toHaveLength(11)
    expect((await assessment(engine, old)).status).toBe('approved')
    const done = await engine.call('assessments.approve', { id, approvedBy: 'Trustee' })
    expect(done.replaced).toBe(old)
    expect((await assessment(engine, old)).status).toBe('superseded')
  })
})
