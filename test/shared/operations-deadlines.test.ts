import { describe, expect, test } from 'vitest'

import { consentDeadlines, consents } from '#shared/registers/consents/consent.register.ts'
import { breachDeadlines } from '#shared/registers/breaches/breach.deadlines.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { breaches } from '#shared/registers/breaches/breach.register.ts'
import { preferenceDeadlines, preferences } from '#shared/registers/preferences/preference.register.ts'
import { disposalsDue, dueDayOf } from '#shared/registers/retention/disposals-due.ts'
import { retentionDeadlines } from '#shared/registers/retention/retention-rule.deadlines.ts'
import type { Batch, Hold, ScheduleRule } from '#shared/registers/retention/retention-rule.record.ts'
import { retention } from '#shared/registers/retention/retention-rule.register.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const day = (text: string) => PlainDate.parse(text)
const at = (text: string) => Instant.parse(text)
const aBreach = (change: Partial<Breach>): Breach => ({ ...breaches.blank('b', 'The breach'), ...change })
const dues = (change: Partial<Breach>) =>
  breachDeadlines(aBreach(change)).map(({ key, due, dueAt }) => [key, due ?? dueAt])

describe('deadlines of a breach', () => {
  const aware = { awareAt: at('2026-10-23T14:30:00.000Z') }

  test('72 hours from awareness across the change of the clocks, and our own aim a day before', () => {
    expect(dues(aware)).toEqual([
      ['notify', '2026-10-26T14:30:00.000Z'],
      ['decide', '2026-10-25T14:30:00.000Z'],
    ])
    expect(breachDeadlines(aBreach(aware))[0]!.derivation).toContain('Mon 26 October 2026, 14:30 GMT')
  })

  test('counts from the earliest moment it can have been, and says so, while awareness is not recorded', () => {
    const [notify] = breachDeadlines(aBreach({ noticedAt: at('2026-11-20T16:40:00.000Z') }))
    expect(notify).toMatchObject({
      dueAt: '2026-11-23T16:40:00.000Z',
      warnings: [expect.stringContaining('not recorded')],
    })
  })

  test.each<[string, Partial<Breach>]>([
    ['reported', { reportedAt: at('2026-10-24T09:00:00.000Z') }],
    ['decided not to report', { commissionerDecision: 'doNot' }],
    ['a near miss', { nearMiss: true }],
    ['not a breach', { status: 'noBreach' }],
    ['closed', { status: 'closed' }],
  ])('%s: no notification is due', (_, change) => {
    expect(dues({ ...aware, ...change })).toEqual([])
  })

  test('a processor tells the controller at once, or within the hours of its contract, and nobody else', () => {
    expect(dues({ ...aware, ourRole: 'processor' })).toEqual([['controller', '2026-10-23T14:30:00.000Z']])
    expect(dues({ ...aware, ourRole: 'processor', contractHours: 24 })).toEqual([
      ['controller', '2026-10-24T14:30:00.000Z'],
    ])
    expect(
      dues({ ...aware, ourRole: 'processor', controllerToldAt: at('2026-10-23T15:00:00.000Z') }),
    ).toEqual([])
  })

  test('people at high risk, further information and open actions are due as well', () => {
    const change = {
      ...aware,
      reportedAt: at('2026-10-24T09:00:00.000Z'),
      risk: 'high' as const,
      followUps: [
        {
          id: 'f',
          what: 'Number of people',
          direction: 'sent' as const,
          at: null,
          due: day('2026-11-02'),
          reference: '',
          withWhom: '',
          said: '',
        },
      ],
      actions: [
        { id: 'a', what: 'Train', owner: '', due: day('2026-12-01'), doneOn: null },
        { id: 'b', what: 'Done', owner: '', due: day('2026-12-01'), doneOn: day('2026-11-01') },
      ],
    }
    expect(dues(change)).toEqual([
      ['people', '2026-10-23'],
      ['phase-f', '2026-11-02'],
      ['action-a', '2026-12-01'],
    ])
  })
})

describe('what is due for disposal', () => {
  const batch = (change: Partial<Batch>): Batch => ({
    id: 'b',
    what: 'Cases of 2024',
    startedOn: day('2024-02-29'),
    count: { state: 'unknown', from: null, to: null },
    place: '',
    disposalId: null,
    disposedOn: null,
    ...change,
  })
  const hold = (change: Partial<Hold>): Hold => ({
    id: 'h',
    because: 'claim C-7',
    since: day('2026-01-01'),
    until: null,
    batch: '',
    requestId: null,
    complaintId: null,
    claim: '',
    ...change,
  })
  const rule = (change: Partial<ScheduleRule>): ScheduleRule => ({
    ...retention.blank('r', 'Case files'),
    trigger: 'the case is closed',
    periodAmount: 1,
    periodUnit: 'years',
    batches: [batch({})],
    ...change,
  })
  const today = day('2026-11-22')

  test.each([
    [1, 'years', '2025-02-28'],
    [18, 'months', '2025-08-29'],
    [90, 'days', '2024-05-29'],
  ] as const)('%i %s from 29 February 2024 is %s', (periodAmount, periodUnit, due) => {
    expect(dueDayOf(rule({ periodAmount, periodUnit }), batch({}))).toBe(due)
  })

  test('lists what is over, the oldest first, and not what has gone, has no day, or whose rule is superseded', () => {
    const batches = [
      batch({ id: 'late', startedOn: day('2025-11-22') }),
      batch({ id: 'early' }),
      batch({ id: 'tomorrow', startedOn: day('2025-11-23') }),
      batch({ id: 'gone', disposedOn: day('2025-03-01') }),
      batch({ id: 'unknown', startedOn: null }),
    ]
    expect(disposalsDue([rule({ batches })], today).map(({ batchId }) => batchId)).toEqual(['early', 'late'])
    expect(disposalsDue([rule({ batches, status: 'superseded' })], today)).toEqual([])
  })

  test('a hold says why, for its batch or for all, while it lasts', () => {
    const held = (change: Partial<Hold>) =>
      disposalsDue([rule({ holds: [hold(change)] })], today)[0]!.heldBecause
    expect(held({})).toBe('On hold since Thu 1 January 2026: claim C-7.')
    expect(held({ batch: 'cases of 2024' })).toContain('claim C-7')
    expect(held({ batch: 'Cases of 2023' })).toBeNull()
    expect(held({ until: day('2026-11-21') })).toBeNull()
    expect(held({ since: day('2026-11-23') })).toBeNull()
  })

  test('the deadline of a held batch waits and says why', () => {
    expect(retentionDeadlines(rule({ holds: [hold({})] }))[0]).toMatchObject({
      due: null,
      pausedSince: '2026-01-01',
      derivation: expect.stringContaining('claim C-7'),
    })
    expect(retentionDeadlines(rule({}))[0]).toMatchObject({ due: '2025-02-28', pausedSince: null })
  })
})

describe('deadlines of consents and preferences', () => {
  test('a withdrawal is due at once until it is acted on; otherwise the day to ask again', () => {
    const blank = consents.blank('c', 'Story')
    const keys = (change: object) =>
      consentDeadlines({ ...blank, ...change }).map(({ key, due }) => [key, due])
    const withdrawn = { withdrawnOn: day('2026-11-18'), renewOn: day('2027-01-01') }
    expect(keys(withdrawn)).toEqual([['withdrawal', '2026-11-18']])
    expect(keys({ ...withdrawn, actedOn: day('2026-11-20') })).toEqual([])
    expect(keys({ renewOn: day('2027-01-01') })).toEqual([['renew', '2027-01-01']])
  })

  test('an objection is due until marketing has stopped', () => {
    const blank = preferences.blank('p', 'S-1')
    const keys = (change: object) =>
      preferenceDeadlines({ ...blank, ...change }).map(({ key, due }) => [key, due])
    expect(keys({ objectedOn: day('2026-11-20') })).toEqual([['objection', '2026-11-20']])
    expect(keys({ objectedOn: day('2026-11-20'), stoppedOn: day('2026-11-20') })).toEqual([])
  })
})
