import { describe, expect, test } from 'vitest'
import { startTestEngine } from '../support/engine.ts'

const given = (toWhom: string, givenOn: string) => ({
  id: toWhom,
  toWhom,
  givenOn,
  how: 'By hand',
  event: 'collected',
})

describe('who was given a notice', () => {
  test('is answered for a notice and for an activity, the latest first', async () => {
    await using engine = await startTestEngine()
    const activity = await engine.call('activities.create', {
      name: 'Visits',
      organisationId: null,
      role: 'controller',
    })
    const make = (name: string, fields: object) =>
      engine.call('records.create', { register: 'notices', name, fields: { ...fields } })
    const families = await make('For families', {
      version: '2',
      activityIds: [activity.id],
      given: [given('Case 12', '2026-10-01'), given('Case 15', '2026-11-02')],
    })
    await make('For staff', { given: [given('New starters', '2026-11-16')] })

    const ofActivity = await engine.call('notices.whoReceived', { activityId: activity.id })
    expect(ofActivity.map(({ toWhom, version }) => [toWhom, version])).toEqual([
      ['Case 15', '2'],
      ['Case 12', '2'],
    ])
    expect(await engine.call('notices.whoReceived', { noticeId: families.id })).toEqual(ofActivity)
    await expect(engine.call('notices.whoReceived', {})).rejects.toThrow('Name a notice or an activity')
  })
})
