import { describe, expect, test } from 'vitest'
import { dueCounts, isNews } from '#renderer/registers/today/due-watch.ts'
import { dayAfterKey, monthInWords, weeksOfMonth } from '#renderer/registers/today/month.ts'
import { placeOf } from '#renderer/registers/today/place-of.ts'
import { nextMonday, snoozeDays } from '#renderer/registers/today/snooze-days.ts'
import { dayInWords, distanceInWords, isLate } from '#renderer/registers/today/today-words.ts'
import { holidaysInWords } from '#renderer/registers/today/useHolidayNames.ts'
import { DueCounts, dueSentence } from '#shared/registers/today/due-notice.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const day = (text: string) => PlainDate.parse(text)
const at = (text: string) => Instant.parse(text)
const NOW = at('2026-03-02T09:00:00.000Z')
const TODAY = day('2026-03-02')
const NONE = { due: null, dueAt: null, pausedSince: null }

describe('a date in words', () => {
  test.each([
    [{ ...NONE, due: day('2027-01-05') }, 'Tue 5 January 2027', 'in 309 days', false],
    [{ ...NONE, due: day('2026-03-03') }, 'Tue 3 March 2026', 'tomorrow', false],
    [{ ...NONE, due: TODAY }, 'Mon 2 March 2026', 'today', false],
    [{ ...NONE, due: day('2026-03-01') }, 'Sun 1 March 2026', '1 day late', true],
    [{ ...NONE, pausedSince: day('2026-02-12') }, 'Since Thu 12 February 2026', 'paused for 18 days', false],
    [
      { ...NONE, dueAt: at('2026-03-05T08:59:00.000Z') },
      'Thu 5 March 2026, 08:59 GMT',
      '71 hours left',
      false,
    ],
    [
      { ...NONE, dueAt: at('2026-03-02T09:34:00.000Z') },
      'Mon 2 March 2026, 09:34 GMT',
      '34 minutes left',
      false,
    ],
    [
      { ...NONE, dueAt: at('2026-03-02T08:59:00.000Z') },
      'Mon 2 March 2026, 08:59 GMT',
      '1 minute late',
      true,
    ],
    [{ ...NONE, dueAt: at('2026-03-02T05:30:00.000Z') }, 'Mon 2 March 2026, 05:30 GMT', '3 hours late', true],
  ] as const)('%# says when it is and how far off', (line, when, distance, late) => {
    expect(dayInWords(line)).toBe(when)
    expect(distanceInWords(line, TODAY, NOW)).toBe(distance)
    expect(isLate(line, TODAY, NOW)).toBe(late)
  })
})

describe('what may be done next', () => {
  const line = { register: 'breaches', id: 'b1' } as const
  const changes = { commissionerDecision: 'doNot' }

  test.each([
    [{ page: null, field: 'reportedAt' }, '#/breaches/b1?field=reportedAt'],
    [{ page: 'letters' }, '#/breaches/b1/letters'],
    [{ page: null }, '#/breaches/b1'],
    [{ page: null, field: 'commissionerBecause', changes }, '#/breaches/b1?field=commissionerBecause'],
    [{ page: null, changes }, null],
  ])('%j leads to %s', (action, place) => {
    expect(placeOf(line, { label: 'Next', ...action })).toBe(place)
  })
})

describe('putting a reminder off', () => {
  test('offers each day once', () => {
    expect(snoozeDays(TODAY).map(({ until }) => until)).toEqual(['2026-03-03', '2026-03-05', '2026-03-09'])
    expect(snoozeDays(day('2026-03-08')).map(({ label }) => label)).toEqual(['Tomorrow', 'In 3 days'])
  })

  test('knows the next Monday, also on a Monday and before 1970', () => {
    expect(['2026-03-02', '2026-03-08', '1969-12-31'].map((one) => nextMonday(day(one)))).toEqual([
      '2026-03-09',
      '2026-03-09',
      '1970-01-05',
    ])
  })
})

describe('the calendar', () => {
  test('has whole weeks from Monday, and no more than the month touches', () => {
    const weeks = weeksOfMonth(day('2026-03-17'))
    expect([weeks.length, weeks[0]![0], weeks.at(-1)![6]]).toEqual([6, '2026-02-23', '2026-04-05'])
    expect(weeksOfMonth(day('2027-02-10')).map(([monday]) => monday)).toEqual([
      '2027-02-01',
      '2027-02-08',
      '2027-02-15',
      '2027-02-22',
    ])
    expect(monthInWords(day('2027-01-05'))).toBe('January 2027')
  })

  test.each([
    ['ArrowLeft', '2026-01-30'],
    ['ArrowDown', '2026-02-07'],
    ['Home', '2026-01-26'],
    ['End', '2026-02-01'],
    ['PageDown', '2026-02-28'],
    ['PageUp', '2025-12-31'],
    ['Enter', null],
  ])('%s leads from Sat 31 January 2026 to %s', (key, next) => {
    expect(dayAfterKey(key, day('2026-01-31'))).toBe(next)
  })

  test('names a bank holiday, and the nation where it is not everywhere', () => {
    const nations = ['england-and-wales', 'scotland'] as const
    expect(holidaysInWords(day('2026-12-25'), nations)).toBe('Christmas Day')
    expect(holidaysInWords(day('2026-11-30'), nations)).toMatch(/\(Scotland\)$/)
    expect(holidaysInWords(day('2026-11-30'), ['england-and-wales'])).toBe('')
    const mourning = [{ day: day('2026-12-02'), name: 'A day of mourning' }]
    expect(holidaysInWords(day('2026-12-02'), nations, mourning)).toBe('A day of mourning')
  })
})

describe('what the desktop is told', () => {
  const counts = (changes: Partial<DueCounts>) => ({
    overdue: 0,
    today: 0,
    withinDay: 0,
    withinHours: 0,
    ...changes,
  })

  test.each([
    [{}, null],
    [{ overdue: 2, today: 1 }, '2 dates are overdue, 1 is due today.'],
    [{ overdue: 1 }, '1 date is overdue.'],
    [{ today: 1_200 }, '1,200 dates are due today.'],
    [{ overdue: 1, today: 3 }, '1 date is overdue, 3 are due today.'],
    [
      { withinHours: 1, withinDay: 2 },
      '1 period in hours ends within 4 hours. 2 periods in hours end within 24 hours.',
    ],
  ])('%j is %s', (changes, sentence) => {
    expect(dueSentence(counts(changes))).toBe(sentence)
  })

  test('can hold nothing but numbers', () => {
    expect(DueCounts.safeParse({ ...counts({}), title: 'Jo Bloggs' }).success).toBe(false)
    expect(DueCounts.safeParse(counts({ overdue: 'Jo Bloggs' as never })).success).toBe(false)
  })

  test('counts the hours that are left, 4 and 24 at most', () => {
    const totals = [
      { bucket: 'overdue', total: 2 },
      { bucket: 'later', total: 9 },
    ]
    const moments = [
      '2026-03-02T12:00:00.000Z',
      '2026-03-02T13:00:00.000Z',
      '2026-03-02T13:01:00.000Z',
      '2026-03-03T09:00:00.000Z',
      '2026-03-03T09:01:00.000Z',
    ].map(at)
    expect(dueCounts(totals, moments, NOW)).toEqual(counts({ overdue: 2, withinDay: 2, withinHours: 2 }))
  })

  test('is told at first, then only what is more; at the keyboard only of hours that run short', () => {
    expect(isNews(null, counts({}), true)).toBe(false)
    expect(isNews(null, counts({ today: 1 }), false)).toBe(true)
    expect(isNews(counts({ today: 1 }), counts({ overdue: 1 }), true)).toBe(true)
    expect(isNews(counts({ today: 1 }), counts({ overdue: 1 }), false)).toBe(false)
    expect(isNews(counts({ overdue: 2 }), counts({ overdue: 1 }), true)).toBe(false)
    expect(isNews(counts({ withinDay: 1 }), counts({ withinHours: 1 }), false)).toBe(true)
  })
})
