import { describe, expect, test } from 'vitest'
import { known } from '#shared/answer.ts'
import { EVERY_RECORD } from '#shared/described/list.ts'
import { startTestEngine } from '../support/engine.ts'

const WHOLE = { filter: EVERY_RECORD, sort: [], groupBy: null, offset: 0, limit: 500 }
type Engine = Awaited<ReturnType<typeof startTestEngine>>

describe('rules from activities', () => {
  test('are made once from the times that activities give, and taken back in one step', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const listed = async () => (await engine.call('records.list', { register: 'retention', ...WHOLE })).total
    const before = await listed()
    const proposed = await engine.call('retention.proposals', {})
    expect(proposed.length).toBeGreaterThan(0)
    const made = await engine.call('retention.fromActivities', {})
    expect(made.created + made.extended).toBe(proposed.length)
    expect(await listed()).toBe(before + made.created)
    expect(await engine.call('retention.proposals', {})).toEqual([])
    expect(await engine.call('retention.fromActivities', {})).toEqual({ created: 0, extended: 0 })
    await engine.call('history.undo', {})
    expect(await listed()).toBe(before)
  })

  test('a category that joins later extends the rule that says the same', async () => {
    await using engine = await startTestEngine()
    await anActivityKeeping(engine, 'Case notes')
    expect(await engine.call('retention.fromActivities', {})).toEqual({ created: 1, extended: 0 })
    await anActivityKeeping(engine, 'Care files')
    expect(await engine.call('retention.fromActivities', {})).toEqual({ created: 0, extended: 1 })
    const { rows } = await engine.call('records.list', { register: 'retention', ...WHOLE })
    expect(rows).toMatchObject([{ name: 'Case notes: 1 year from the case is closed' }])
    const { record } = await engine.call('records.get', { register: 'retention', id: rows[0]!.id })
    expect(record['dataIds']).toHaveLength(2)
    expect(record['activityIds']).toHaveLength(2)
  })
})

describe('disposing of a batch', () => {
  test('is refused under a hold, in words, and logged once the hold has ended', async () => {
    await using engine = await startTestEngine()
    const id = await aRuleWithBatch(engine, [
      { because: 'claim C-7 is open', since: '2026-03-01', until: null },
    ])
    expect(await engine.call('retention.due', {})).toMatchObject([
      { batchId: 'batch', dueOn: '2026-01-31', heldBecause: expect.stringContaining('claim C-7 is open') },
    ])
    const dispose = () =>
      engine.call('retention.dispose', {
        ruleId: id,
        batchId: 'batch',
        method: 'deleted',
        disposedOn: '2026-11-22' as never,
        disposedBy: 'case system administrator',
        witness: '',
        exceptions: '',
      })
    await expect(dispose()).rejects.toThrow(
      'must not be disposed of. On hold since Sun 1 March 2026: claim C-7 is open.',
    )
    await engine.call('records.change', { register: 'retention', id, changes: { holds: [] } })
    expect(await dispose()).toMatchObject({ reference: 'DL-0001' })
    expect(await engine.call('retention.due', {})).toEqual([])
    const { rows } = await engine.call('records.list', { register: 'disposals', ...WHOLE })
    expect(rows).toMatchObject([{ name: 'Cases closed in January 2025', isClosed: true }])
    await expect(dispose()).rejects.toThrow('recorded as disposed of already')
  })
})

async function anActivityKeeping(engine: Engine, category: string): Promise<void> {
  const { id } = await engine.call('activities.create', {
    name: category,
    organisationId: null,
    role: 'controller',
  })
  const term = await engine.call('vocabulary.create', { vocabulary: 'data', name: category })
  const retention = known({
    trigger: 'the case is closed',
    period: { amount: 1, unit: 'years' as const },
    criterion: '',
    fate: 'erase' as const,
    authority: 'Policy',
  })
  const use = {
    id: `use ${category}`,
    categoryId: term.id,
    dataClass: 'ordinary' as const,
    peopleIds: [],
    sourceIds: [],
    retention,
    onlyIf: '',
    note: '',
  }
  await engine.call('activities.change', { id, changes: { data: [use] } })
}

async function aRuleWithBatch(engine: Engine, holds: readonly object[]): Promise<string> {
  const blankHold = { batch: '', requestId: null, complaintId: null, claim: '' }
  const { id } = await engine.call('records.create', {
    register: 'retention',
    name: 'Case files',
    fields: {
      trigger: 'the case is closed',
      periodAmount: 1,
      periodUnit: 'years',
      batches: [
        {
          id: 'batch',
          what: 'Cases closed in January 2025',
          startedOn: '2025-01-31',
          count: { state: 'estimate', from: 40, to: null },
          place: '',
          disposalId: null,
          disposedOn: null,
        },
      ],
      holds: holds.map((hold, index) => ({ id: `hold ${index}`, ...blankHold, ...hold })),
    },
  })
  return id
}
