import { describe, expect, test } from 'vitest'
import { PlainDate } from '#shared/time/plain-date.ts'
import { aPurpose, anActivity, listOf } from '#test/support/builders.ts'
import { startTestEngine } from '#test/support/engine.ts'

const day = (text: string) => PlainDate.parse(text)

describe('history', () => {
  test('says who changed what, when, from what to what', async () => {
    await using engine = await startTestEngine()
    const id = await anActivity(engine.call, 'Visit families')
    engine.clock.now = '2026-11-23T10:00:00.000Z'
    await engine.call('activities.change', {
      id,
      changes: { owner: 'Ann', purposes: [aPurpose('Support', '6-1-f')] },
    })
    const [latest, first] = await engine.call('history.ofRecord', { register: 'activities', record: id })
    expect(first).toMatchObject({ procedure: 'activities.create', at: '2026-11-22T09:00:00.000Z' })
    expect(latest).toMatchObject({ procedure: 'activities.change', at: '2026-11-23T10:00:00.000Z' })
    expect(latest!.changes).toEqual([
      { field: 'Owner', before: null, after: 'Ann' },
      {
        field: 'Purposes',
        before: null,
        after: 'Text: Support, Lawful basis: 6(1)(f) Legitimate interests of the controller or a third party',
      },
    ])
  })

  test('a change that changes nothing leaves no trace', async () => {
    await using engine = await startTestEngine()
    const id = await anActivity(engine.call, 'Visit families')
    await engine.call('activities.change', { id, changes: { owner: '' } })
    expect(await engine.call('history.ofRecord', { register: 'activities', record: id })).toHaveLength(1)
  })

  test('undo and redo walk back and forth, and a new change ends redo', async () => {
    await using engine = await startTestEngine()
    const id = await anActivity(engine.call, 'One')
    for (const name of ['Two', 'Three']) await engine.call('activities.change', { id, changes: { name } })
    const name = async () => (await engine.call('activities.get', { id })).activity.name
    await engine.call('history.undo', {})
    expect(await name()).toBe('Two')
    await engine.call('history.undo', {})
    expect(await name()).toBe('One')
    await engine.call('history.redo', {})
    expect(await name()).toBe('Two')
    await engine.call('history.redo', {})
    expect(await name()).toBe('Three')
    expect(await engine.call('history.redo', {})).toEqual({ entry: null })
    await engine.call('history.undo', {})
    await engine.call('activities.change', { id, changes: { name: 'Four' } })
    expect(await engine.call('history.redo', {})).toEqual({ entry: null })
    await engine.call('history.undo', {})
    await engine.call('history.undo', {})
    await engine.call('history.undo', {})
    await expect(name()).rejects.toMatchObject({ code: 'not-found' })
    expect(await engine.call('history.undo', {})).toEqual({ entry: null })
    await engine.call('history.redo', {})
    expect(await name()).toBe('One')
  })

  test('a removed activity comes back whole', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const { rows } = await engine.call('activities.list', listOf())
    const ids = rows.slice(0, 3).map(({ id }) => id)
    const before = await engine.call('activities.get', { id: ids[0]! })
    await engine.call('activities.remove', { target: { ids } })
    expect((await engine.call('activities.list', listOf())).total).toBe(rows.length - 3)
    await engine.call('history.undo', {})
    expect((await engine.call('activities.get', { id: ids[0]! })).activity).toEqual(before.activity)
  })

  test('the register as at a day is what it was, lists, names, gaps and all', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const before = await engine.call('activities.list', listOf())
    const gapsBefore = await engine.call('gaps.list', { organisationId: null, withWaived: false })
    engine.clock.now = '2027-01-05T10:00:00.000Z'
    const [organisation] = await engine.call('organisations.list', { relation: 'own' })
    await engine.call('organisations.change', {
      id: organisation!.id,
      changes: { legalName: 'Renamed Limited' },
    })
    await engine.call('activities.remove', { target: { ids: before.rows.slice(0, 5).map(({ id }) => id) } })
    await anActivity(engine.call, 'Brand new')
    const withoutTime = <T extends { updatedAt: string }>(rows: readonly T[]) =>
      rows.map((row) => ({ ...row, updatedAt: '' }))
    const past = await engine.call('activities.list', listOf(), day('2027-01-04'))
    expect(withoutTime(past.rows)).toEqual(withoutTime(before.rows))
    expect(
      await engine.call('gaps.list', { organisationId: null, withWaived: false }, day('2026-11-22')),
    ).toEqual(gapsBefore)
    const present = await engine.call('activities.list', listOf(), day('2027-01-05'))
    expect(present.total).toBe(before.total - 4)
    expect(await engine.call('activities.list', listOf(), day('2026-11-21'))).toMatchObject({ total: 0 })
  })

  test('a day ends at midnight in the United Kingdom, in summer too', async () => {
    await using engine = await startTestEngine({ now: '2026-07-01T22:59:59.999Z' })
    await anActivity(engine.call, 'Late on 1 July')
    engine.clock.now = '2026-07-01T23:00:00.000Z'
    await anActivity(engine.call, 'First on 2 July')
    const names = async (text: string) =>
      (await engine.call('activities.list', listOf(), day(text))).rows.map(({ name }) => name)
    expect(await names('2026-07-01')).toEqual(['Late on 1 July'])
    expect(await names('2026-07-02')).toEqual(['Late on 1 July', 'First on 2 July'])
  })

  test('the chain verifies after all of it', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    await anActivity(engine.call, 'One more')
    await engine.call('history.undo', {})
    expect(await engine.call('registerFile.verify', {})).toMatchObject({ problems: [] })
    await engine.call('registerFile.lock', {})
  })
})
