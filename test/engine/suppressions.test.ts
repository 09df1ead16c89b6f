import { describe, expect, test } from 'vitest'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { startTestEngine } from '../support/engine.ts'

describe('the suppression list', () => {
  test('answers a list and keeps nothing of it', async () => {
    await using engine = await startTestEngine()
    const { id } = await engine.call('records.create', {
      register: 'suppressions',
      name: 'Ann Example',
      fields: { status: 'inForce', emails: ['ann@example.org'], since: '2026-10-12' },
    })
    const before = engine.engine.session().head()
    const checked = await engine.call('suppressions.check', {
      text: 'Email\nANN@example.org\nbob@example.org\nnobody',
    })
    expect(checked).toMatchObject({
      hasHeading: true,
      lines: [
        {
          line: 2,
          answer: 'suppressed',
          matches: [{ id, reference: 'SU-0001', since: '2026-10-12', by: 'email' }],
        },
        { line: 3, answer: 'allowed' },
        { line: 4, answer: 'notUnderstood' },
      ],
    })
    expect(engine.engine.session().head()).toEqual(before)
  })

  test('an entry is lifted with a reason and never removed; the past still knows it', async () => {
    await using engine = await startTestEngine()
    const { id } = await engine.call('records.create', {
      register: 'suppressions',
      name: 'Ann Example',
      fields: { status: 'inForce', emails: ['ann@example.org'] },
    })
    const remove = engine.call('records.remove', { register: 'suppressions', target: { ids: [id] } })
    await expect(remove).rejects.toThrow('never removed')
    await expect(engine.call('suppressions.lift', { id, because: ' ' })).rejects.toThrow(
      'Say why it is lifted',
    )
    engine.clock.now = '2026-11-25T09:00:00.000Z'
    await engine.call('suppressions.lift', { id, because: 'New consent of 24 November, signed form' })
    const { record } = await engine.call('records.get', { register: 'suppressions', id })
    expect(record).toMatchObject({
      status: 'lifted',
      liftedOn: '2026-11-25',
      liftedBecause: 'New consent of 24 November, signed form',
    })
    const answers = async (asAt?: PlainDate) =>
      (await engine.call('suppressions.check', { text: 'ann@example.org' }, asAt)).lines.map(
        ({ answer }) => answer,
      )
    expect(await answers()).toEqual(['allowed'])
    expect(await answers('2026-11-24' as PlainDate)).toEqual(['suppressed'])
    await expect(engine.call('suppressions.lift', { id, because: 'again' })).rejects.toThrow('lifted already')
  })

  test('is not lifted by its status alone, neither in the form nor in bulk', async () => {
    await using engine = await startTestEngine()
    const { id } = await engine.call('records.create', {
      register: 'suppressions',
      name: 'Ann Example',
      fields: { status: 'inForce', emails: ['ann@example.org'] },
    })
    const change = (changes: object) =>
      engine.call('records.change', { register: 'suppressions', id, changes: { ...changes } })
    await expect(change({ status: 'lifted' })).rejects.toThrow('Say why it is lifted first')
    await expect(
      engine.call('records.applyBulk', {
        register: 'suppressions',
        target: { ids: [id] },
        edit: { field: 'status', action: 'set', value: 'lifted' } as never,
      }),
    ).rejects.toThrow('Say why it is lifted first')
    await change({ status: 'lifted', liftedBecause: 'New consent of 24 November' })
    await engine.call('history.undo', {})
    const { record } = await engine.call('records.get', { register: 'suppressions', id })
    expect(record).toMatchObject({ status: 'inForce', liftedBecause: '' })
  })
})
