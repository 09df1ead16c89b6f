import { describe, expect, test } from 'vitest'
import { EVERY_RECORD } from '#shared/described/list.ts'
import { startTestEngine } from '../support/engine.ts'

const WHOLE = { filter: EVERY_RECORD, sort: [], groupBy: null, offset: 0, limit: 50 }

describe('a described register', () => {
  test('keeps what is entered, finds it, and takes it back', async () => {
    await using engine = await startTestEngine()
    const { id } = await engine.call('records.create', {
      register: 'requests',
      name: 'Access request of 2 November',
      fields: {},
    })
    const list = await engine.call('records.list', { register: 'requests', ...WHOLE })
    expect(list.rows).toMatchObject([{ id, reference: 'RR-0001', name: 'Access request of 2 November' }])
    await engine.call('records.change', { register: 'requests', id, changes: { owner: 'Pat Nkemelu' } })
    const found = await engine.call('records.list', {
      register: 'requests',
      ...WHOLE,
      filter: { ...EVERY_RECORD, text: 'nkem' },
    })
    expect(found.total).toBe(1)
    await engine.call('history.undo', {})
    const { record } = await engine.call('records.get', { register: 'requests', id })
    expect(record['owner']).toBe('')
  })

  test('refuses a field it does not have, and a value its field cannot hold', async () => {
    await using engine = await startTestEngine()
    const create = (fields: Record<string, unknown>) =>
      engine.call('records.create', { register: 'requests', name: 'One', fields })
    await expect(create({ nonsense: 1 })).rejects.toThrow('no field called “nonsense”')
    await expect(create({ organisationId: 7 })).rejects.toThrow()
    await expect(
      engine.call('records.create', { register: 'requests', name: ' ', fields: {} }),
    ).rejects.toThrow('Give it a name')
  })
})
