import { describe, expect, test } from 'vitest'
import { daysLeft } from '#shared/law/clocks/clock.ts'
import { moveEvent, type RightsRequestFacts } from '#shared/law/clocks/rights-request-facts.ts'
import { rightsRequestClock } from '#shared/law/clocks/rights-request.ts'
import { access, day, pause } from './facts.ts'

const dueOf = (facts: RightsRequestFacts) => rightsRequestClock(facts, 'england-and-wales').due
const warningsOf = (facts: RightsRequestFacts) =>
  rightsRequestClock(facts, 'england-and-wales').warnings.map(({ key }) => key)

describe('warnings', () => {
  test.each([
    ['a date beyond the list of bank holidays', access('2028-12-04'), ['holidays-unknown']],
    ['a date within it, on its last working day', access('2028-11-29'), []],
    ['a date before it', access('2023-11-02'), ['holidays-unknown', 'older-law']],
    ['a request under the older law', access('2026-02-04'), ['older-law']],
    ['the first day of the law as it is', access('2026-02-05'), []],
    [
      'an answer before its question',
      access('2026-11-02', { pauses: [pause('2026-11-09', '2026-11-08')] }),
      ['pause-reversed'],
    ],
    [
      'a question after the time is over',
      access('2026-11-02', { pauses: [pause('2026-12-03', '2026-12-09')] }),
      ['pause-after-end'],
    ],
    ['a question on the last day', access('2026-11-02', { pauses: [pause('2026-12-02', '2026-12-09')] }), []],
    ['a late answer', access('2026-11-02', { closedOn: day('2026-12-03') }), ['answered-late']],
    ['an answer on the last day', access('2026-11-02', { closedOn: day('2026-12-02') }), []],
    ['direct marketing', access('2026-11-02', { right: 'R-MKT' }), ['stop-at-once']],
  ])('%s', (_, facts, keys) => expect(warningsOf(facts)).toEqual(keys))

  test('the end of the list is said loudly, with its day', () => {
    expect(rightsRequestClock(access('2028-12-04'), 'scotland').warnings[0]?.words).toMatch(
      /^Bank holidays are known to 31 December 2028 only;/,
    )
  })
})

describe('the ribbon', () => {
  const facts = access('2026-11-02', {
    identityAsked: day('2026-11-03'),
    identityReceived: day('2026-11-05'),
    pauses: [pause('2026-11-06', '2026-11-16')],
    extended: true,
    extensionNoticeOn: day('2026-11-30'),
    closedOn: day('2027-01-20'),
  })

  test('has its points in the order of their days; what happened can be dragged', () => {
    const { nodes } = rightsRequestClock(facts, 'england-and-wales')
    expect(nodes.map(({ key, day: on, event }) => [key, on, event !== null])).toEqual([
      ['received', '2026-11-02', true],
      ['identityAsked', '2026-11-03', true],
      ['identityReceived', '2026-11-05', true],
      ['pauses.0.asked', '2026-11-06', true],
      ['pauses.0.answered', '2026-11-16', true],
      ['extensionNoticeOn', '2026-11-30', true],
      ['month-end', '2026-12-16', false],
      ['notice-by', '2026-12-16', false],
      ['closedOn', '2027-01-20', true],
      ['target', '2027-02-08', false],
      ['due', '2027-02-16', false],
    ])
    for (const { words, citation } of nodes) {
      expect(words).toMatch(/\.$/)
      expect(citation).not.toBe('')
    }
  })

  test('a dragged point is the same question with another fact', () => {
    const moved = moveEvent(facts, 'pauses.0.answered', day('2026-11-18'))
    expect(moved.pauses).toEqual([pause('2026-11-06', '2026-11-18')])
    expect(dueOf(moved)).toBe('2027-02-18')
    expect(moveEvent(facts, 'received', day('2026-11-20')).received).toBe('2026-11-20')
    expect(moveEvent(facts, 'pauses.4.asked', day('2026-11-20'))).toEqual(facts)
    expect(facts.pauses).toEqual([pause('2026-11-06', '2026-11-16')])
  })

  test('counts the days that are left', () => {
    const clock = rightsRequestClock(access('2026-11-02'), 'england-and-wales')
    expect(daysLeft(clock, day('2026-12-02'))).toBe(0)
    expect(daysLeft(clock, day('2026-12-04'))).toBe(-2)
    expect(daysLeft({ due: null }, day('2026-12-04'))).toBeNull()
  })
})
