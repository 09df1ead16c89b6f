import { describe, expect, test } from 'vitest'
import { derivationText } from '#shared/law/clocks/clock.ts'
import { dayWithNumber } from '#shared/law/clocks/day-number.ts'
import type { RightsRequestFacts } from '#shared/law/clocks/rights-request-facts.ts'
import { reckon } from '#shared/law/clocks/rights-request-reckoning.ts'
import { rightsRequestClock } from '#shared/law/clocks/rights-request.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { EXAMPLES } from './examples.ts'
import { access, day, exampleFacts, pause } from './facts.ts'

const dueOf = (facts: RightsRequestFacts) => rightsRequestClock(facts, 'england-and-wales').due
const warningsOf = (facts: RightsRequestFacts) =>
  rightsRequestClock(facts, 'england-and-wales').warnings.map(({ key }) => key)

describe('the worked examples', () => {
  test('are all forty-one there', () => expect(EXAMPLES).toHaveLength(41))

  test.each(EXAMPLES)(
    '%s in %s, received %s',
    (_, nation, received, example, relevant, base, pausedDays, nominal, due) => {
      const facts = exampleFacts(received, example)
      const steps = reckon(facts, nation, {})
      expect([steps.relevant, steps.base, steps.nominal].map(dayWithNumber)).toEqual([
        relevant,
        base,
        nominal,
      ])
      const clock = rightsRequestClock(facts, nation)
      expect(clock).toMatchObject({ due, pausedDays, relevantOn: relevant, pausedSince: null, waiting: null })
      expect(derivationText(clock)).toContain(formatDay(day(due)))
      expect(clock.derivation.at(-1)).toMatchObject({ key: 'due', day: due })
      expect(clock.nodes.find(({ key }) => key === 'due')).toMatchObject({ day: due, event: null })
    },
  )

  test('ten days’ pause are added to the month’s end and not to the day it was moved to', () => {
    const facts = access('2026-01-31', { pauses: [pause('2026-02-03', '2026-02-12')] })
    expect(dueOf(access('2026-01-31'))).toBe('2026-03-02')
    expect(rightsRequestClock(facts, 'england-and-wales')).toMatchObject({
      due: '2026-03-10',
      pausedDays: 10,
    })
  })
})

describe('the derivation', () => {
  test('tells every step with its days and its law', () => {
    const facts = access('2026-11-02', { pauses: [pause('2026-11-06', '2026-11-16')] })
    expect(derivationText(rightsRequestClock(facts, 'england-and-wales'))).toBe(
      'The request was received on Mon 2 November 2026. One month from Mon 2 November 2026 ends on Wed 2 December 2026. Clarification was asked for on Fri 6 November 2026 and received on Mon 16 November 2026. 11 days do not count (both days included): the end moves to Sun 13 December 2026. The end lies on no working day in England and Wales: Sun 13 December 2026 (weekend). The last day is the next working day, Mon 14 December 2026; the answer is due without undue delay. (UK GDPR Art 12A(2); UK GDPR Art 12A(3); UK GDPR Art 12A(5)-(6); UK GDPR Art 4A; Regulation 1182/71 Art 3)',
    )
  })

  test('names the bank holidays that moved the day, and a shorter month', () => {
    expect(derivationText(rightsRequestClock(access('2026-11-25'), 'england-and-wales'))).toContain(
      'Fri 25 December 2026 (Christmas Day), Sat 26 December 2026 (weekend), Sun 27 December 2026 (weekend), Mon 28 December 2026 (Boxing Day, substitute day). The last day is the next working day, Tue 29 December 2026',
    )
    expect(derivationText(rightsRequestClock(access('2027-01-31'), 'scotland'))).toContain(
      'ends on the last day of the shorter month, Sun 28 February 2027',
    )
  })

  test('asks to check how a pause is counted, and nothing where there is none', () => {
    const paused = access('2026-11-02', { pauses: [pause('2026-11-06', '2026-11-06')] })
    expect(rightsRequestClock(paused, 'scotland').check).toMatch(/both end days of a pause.*check/)
    expect(rightsRequestClock(access('2026-11-02'), 'scotland').check).toBeNull()
  })

  test('says from which of several days the time runs, and that only the days after it are left out', () => {
    const facts = access('2026-09-01', {
      identityReceived: day('2026-09-10'),
      pauses: [pause('2026-09-08', '2026-09-15')],
    })
    const text = derivationText(rightsRequestClock(facts, 'england-and-wales'))
    expect(text).toContain('What confirms identity was received on Thu 10 September 2026.')
    expect(text).toContain('The time runs from the latest of these, Thu 10 September 2026.')
    expect(text).toContain('5 days do not count (both days included, only those after Thu 10 September 2026)')
  })
})

describe('what is awaited', () => {
  test('an unanswered question leaves no date, but the day the pause began', () => {
    const facts = access('2026-11-02', {
      pauses: [pause('2026-11-04', '2026-11-05'), pause('2026-11-20', null), pause('2026-11-09', null)],
    })
    expect(rightsRequestClock(facts, 'scotland')).toMatchObject({
      due: null,
      target: null,
      noticeBy: null,
      pausedSince: '2026-11-09',
      waiting: { for: 'clarification', since: '2026-11-09' },
      relevantOn: '2026-11-02',
    })
    expect(derivationText(rightsRequestClock(facts, 'scotland'))).toContain(
      'paused since that day, and the last day can be told once the answer is there',
    )
  })

  test.each([
    ['identity', { identityAsked: day('2026-11-04') }],
    ['fee', { feeAsked: day('2026-11-04') }],
  ] as const)('%s that was asked for: the time has not begun, which is no pause', (what, asked) => {
    const clock = rightsRequestClock(access('2026-11-02', asked), 'england-and-wales')
    expect(clock).toMatchObject({
      due: null,
      pausedSince: null,
      relevantOn: null,
      waiting: { for: what, since: '2026-11-04' },
    })
    expect(derivationText(clock)).toContain('the time has not begun')
    expect(clock.nodes.map(({ key }) => key)).toEqual(['received', `${what}Asked`])
  })

  test('only an access request pauses; for others the pauses are left out, with a warning', () => {
    const facts = access('2026-11-02', { right: 'R-ERASE', pauses: [pause('2026-11-06', null)] })
    expect(dueOf(facts)).toBe('2026-12-02')
    expect(warningsOf(facts)).toEqual(['pause-not-allowed'])
  })
})

describe('an extension', () => {
  const extended = access('2026-11-30', { extended: true })

  test('has a last day for its notice, and says when none was given or it came late', () => {
    const clock = rightsRequestClock(extended, 'england-and-wales')
    expect(clock).toMatchObject({ due: '2027-03-01', noticeBy: '2026-12-30' })
    expect(warningsOf(extended)).toEqual(['notice-missing'])
    expect(warningsOf({ ...extended, extensionNoticeOn: day('2026-12-30') })).toEqual([])
    expect(warningsOf({ ...extended, extensionNoticeOn: day('2026-12-31') })).toEqual(['notice-late'])
  })

  test('days that do not count move the limit of its notice too', () => {
    const facts = { ...extended, pauses: [pause('2026-12-01', '2026-12-02')] }
    expect(rightsRequestClock(facts, 'england-and-wales')).toMatchObject({
      noticeBy: '2027-01-04',
      due: '2027-03-02',
    })
  })
})

describe('the internal target', () => {
  test('is twenty-eight days, days that do not count left out, and stands beside the legal date', () => {
    const facts = access('2026-11-02', { pauses: [pause('2026-11-06', '2026-11-16')] })
    expect(rightsRequestClock(access('2026-11-02'), 'scotland').target).toBe('2026-11-30')
    expect(rightsRequestClock(facts, 'scotland')).toMatchObject({ target: '2026-12-11', due: '2026-12-14' })
    expect(rightsRequestClock({ ...facts, extended: true }, 'scotland').target).toBe('2027-02-05')
  })

  test('can be set, and is never later than the law', () => {
    expect(rightsRequestClock(access('2026-11-02'), 'scotland', { targetDays: 20 }).target).toBe('2026-11-22')
    expect(rightsRequestClock(access('2027-02-01'), 'scotland', { targetDays: 31 })).toMatchObject({
      target: '2027-03-01',
      due: '2027-03-01',
    })
  })
})
