import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { known } from '#shared/answer.ts'
import type { ColumnRule } from '#shared/portability/column-rule.ts'
import { newPurpose } from '#shared/registers/activities/activity.parts.ts'
import type { Mapping } from '#shared/registers/mappings/mapping.register.ts'
import { startTestEngine } from '../support/engine.ts'

type World = Awaited<ReturnType<typeof startTestEngine>>

let world: World

const rule = (column: string, change: Partial<ColumnRule> = {}): ColumnRule => ({
  column,
  called: '',
  about: '',
  whose: 'person',
  provenance: 'provided',
  basis: '6-1-a',
  means: 'automated',
  ...change,
})

const NEWSLETTER = {
  id: null,
  name: 'Newsletter, subscribers',
  systemId: null,
  activityId: null,
  form: 'csv' as const,
  table: '',
  called: 'Subscription',
  matchColumns: ['email'],
  rowsNamingOthers: 'cutCells' as const,
  columns: [rule('email'), rule('topics', { called: 'Topics' })],
}

const mapping = async (id: string) => {
  const { record } = await world.call('records.get', { register: 'mappings', id })
  return record as unknown as Mapping
}
const termNamed = async (name: string) =>
  (await world.call('vocabulary.list', { vocabulary: 'systems' })).find((one) => one.name === name)!.id

beforeAll(async () => {
  world = await startTestEngine({ register: 'sample' })
})
afterAll(() => world[Symbol.asyncDispose]())

describe('mappings that fit a file', () => {
  const columns = ['Carer_ID', ' email ', 'Telephone', 'last_login', 'shoe_size']

  test('the one that knows most of its columns comes first, whatever their letter case', async () => {
    const found = await world.call('portability.mappingsFor', { form: 'csv', table: '', columns })
    expect(found.map(({ name, known: count }) => [name, count])).toEqual([
      ['Foster carer portal, accounts', 4],
      ['Foster carer portal, training bookings', 1],
    ])
    expect(found[0]).toMatchObject({ reference: 'EX-0001', system: 'Online accounts', fresh: ['shoe_size'] })
    expect(found[0]!.missing).toContain('logins')
    expect(found[0]!.missing).not.toContain('email')
  })

  test('none is offered for a file of which none knows a column', async () => {
    const question = { form: 'json' as const, table: '', columns: ['x', 'y'] }
    expect(await world.call('portability.mappingsFor', question)).toEqual([])
    expect(await world.call('portability.mappingsFor', { ...question, columns: [] })).toEqual([])
  })
})

describe('bases of a system', () => {
  test('come from the purposes of the activities that name it', async () => {
    const systemId = await termNamed('Online accounts')
    const [accounts, ...more] = await world.call('portability.basesOfSystem', { systemId })
    expect(more).toEqual([])
    expect(accounts).toMatchObject({ name: 'Keep online accounts', bases: ['6-1-a'], isPaper: false })
    const websites = await world.call('portability.basesOfSystem', {
      systemId: await termNamed('Group websites'),
    })
    expect(websites.find(({ name }) => name.startsWith('Run the website'))?.bases).toEqual(['6-1-f'])
    expect(websites.map(({ name }) => name)).toContain('Organise events')
  })

  test('a paper store says so, and a system that no activity names has none', async () => {
    const systemId = await termNamed('Secure paper records of Home-Start')
    const [first] = await world.call('portability.basesOfSystem', { systemId })
    expect(first?.isPaper).toBe(true)
    const { id } = await world.call('vocabulary.create', { vocabulary: 'systems', name: 'Old portal' })
    expect(await world.call('portability.basesOfSystem', { systemId: id })).toEqual([])
  })

  test('explicit consent counts, each basis once, in the order of the law', async () => {
    const { id: systemId } = await world.call('vocabulary.create', { vocabulary: 'systems', name: 'Stories' })
    const { id } = await world.call('activities.create', {
      name: 'Tell stories',
      organisationId: null,
      role: 'controller',
    })
    const purposes = [
      { ...newPurpose('p1', 'Learn'), basis: known('6-1-f' as const), article9: ['9-2-d'] },
      { ...newPurpose('p2', 'Publish'), basis: known('6-1-a' as const), article9: ['9-2-a'] },
    ]
    await world.call('activities.change', { id, changes: { systemIds: [systemId], purposes } })
    const [only] = await world.call('portability.basesOfSystem', { systemId })
    expect(only).toMatchObject({ activityId: id, bases: ['6-1-a', '9-2-a', '6-1-f'] })
  })
})

describe('keeping what was decided', () => {
  test('a new mapping is a record like any other: numbered, listed, found, and undone', async () => {
    const { id: activityId } = (await world
      .call('portability.basesOfSystem', {
        systemId: await termNamed('Email marketing software'),
      })
      .then(([first]) => ({ id: first!.activityId })))!
    const { id } = await world.call('portability.saveMapping', { ...NEWSLETTER, activityId })
    const kept = await mapping(id)
    expect(kept).toMatchObject({
      reference: 'EX-0003',
      name: 'Newsletter, subscribers',
      activityId,
      matchColumns: ['email'],
      columns: [rule('email'), rule('topics', { called: 'Topics' })],
    })
    expect(kept.organisationId).not.toBeNull()
    const again = await world.call('portability.mappingsFor', {
      form: 'csv',
      table: '',
      columns: ['EMAIL', 'Topics'],
    })
    expect(again[0]).toMatchObject({ id, known: 2, fresh: [], missing: [] })
    await world.call('history.undo', {})
    await expect(mapping(id)).rejects.toThrow('no longer in the register')
    await world.call('history.redo', {})
    expect((await mapping(id)).columns).toEqual(kept.columns)
  })

  test('a change keeps what is not asked about, and the entries of columns that stay', async () => {
    const { id } = await world.call('portability.saveMapping', NEWSLETTER)
    await world.call('records.change', { register: 'mappings', id, changes: { notes: 'Asked Sam.' } })
    const before = await mapping(id)
    await world.call('portability.saveMapping', {
      ...NEWSLETTER,
      id,
      name: 'Newsletter',
      columns: [rule('topics', { whose: null }), rule('score', { provenance: 'inferred' }), rule('email')],
    })
    const after = await mapping(id)
    expect(after).toMatchObject({ reference: before.reference, name: 'Newsletter', notes: 'Asked Sam.' })
    const idOf = ({ columns }: Mapping, name: string) => columns.find(({ column }) => column === name)?.id
    expect(after.columns.map(({ column }) => column)).toEqual(['topics', 'score', 'email'])
    expect(idOf(after, 'email')).toBe(idOf(before, 'email'))
    expect(idOf(after, 'topics')).toBe(idOf(before, 'topics'))
    expect(new Set(after.columns.map((column) => column.id)).size).toBe(3)
    await world.call('history.undo', {})
    expect(await mapping(id)).toEqual(before)
  })

  test('a mapping that is gone, a column twice and a name too long are refused, and nothing is kept', async () => {
    const count = async () =>
      (await world.call('records.counts', {})).find(({ register }) => register === 'mappings')!.total
    const before = await count()
    await expect(world.call('portability.saveMapping', { ...NEWSLETTER, id: 'gone' })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      world.call('portability.saveMapping', { ...NEWSLETTER, columns: [rule('email'), rule('email')] }),
    ).rejects.toThrow('“email” is decided about twice. Take one of the two out.')
    await expect(
      world.call('portability.saveMapping', { ...NEWSLETTER, name: 'n'.repeat(201) }),
    ).rejects.toMatchObject({ code: 'invalid' })
    expect(await count()).toBe(before)
  })
})
