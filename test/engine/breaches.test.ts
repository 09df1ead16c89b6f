import { describe, expect, test } from 'vitest'
import { startTestEngine } from '../support/engine.ts'

const UNKNOWN = { state: 'unknown', from: null, to: null } as const

describe('logging a breach', () => {
  test('keeps what is known in the first minute and tells the moment the 72 hours end', async () => {
    await using engine = await startTestEngine()
    const logged = await engine.call('breaches.log', {
      what: 'Review report sent to the wrong parent',
      noticedAt: '2026-11-20T16:40:00.000Z' as never,
      noticedBy: 'a support worker',
      people: UNKNOWN,
      nearMiss: false,
    })
    expect(logged).toMatchObject({ reference: 'BR-0001', tellBy: '2026-11-23T16:40:00.000Z' })
    const { record } = await engine.call('records.get', { register: 'breaches', id: logged.id })
    expect(record).toMatchObject({
      status: 'suspected',
      recordedAt: '2026-11-22T09:00:00.000Z',
      awareAt: null,
      people: UNKNOWN,
    })
  })

  test('counts from the logging when nothing else is known, and a near miss has no notification', async () => {
    await using engine = await startTestEngine()
    const log = (nearMiss: boolean) =>
      engine.call('breaches.log', {
        what: 'Letter in the wrong envelope',
        noticedAt: null,
        noticedBy: '',
        people: UNKNOWN,
        nearMiss,
      })
    expect((await log(false)).tellBy).toBe('2026-11-25T09:00:00.000Z')
    expect((await log(true)).tellBy).toBeNull()
    await expect(
      engine.call('breaches.log', {
        what: ' ',
        noticedAt: null,
        noticedBy: '',
        people: UNKNOWN,
        nearMiss: false,
      }),
    ).rejects.toThrow('Say what happened')
  })
})
