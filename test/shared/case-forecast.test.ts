import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecastOf, pagesPerHour, REVIEWING_HOURS_A_DAY, willBeLate } from '#shared/cases/forecast.ts'
import { isWorkingDay } from '#shared/law/clocks/bank-holidays.ts'
import { daysBetween } from '#shared/law/clocks/day-number.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const day = (text: string) => PlainDate.parse(text)
const TODAY = day('2026-11-23')
const facts = { pagesPerHour: 100, today: TODAY, nation: 'england-and-wales' } as const

describe('own pace', () => {
  test('is the pages of the last two weeks by the hours they took', () => {
    const times = [
      { day: day('2026-11-01'), pages: 5_000, seconds: 60 },
      { day: day('2026-11-10'), pages: 60, seconds: 1_800 },
      { day: day('2026-11-23'), pages: 60, seconds: 1_800 },
    ]
    expect(pagesPerHour(times, TODAY)).toBe(120)
  })

  test.each([
    ['nothing was read', []],
    ['hardly anything was read', [{ day: TODAY, pages: 19, seconds: 100 }]],
    ['nobody took the time', [{ day: TODAY, pages: 100, seconds: 0 }]],
    ['all of it lies ahead', [{ day: day('2026-11-24'), pages: 100, seconds: 100 }]],
  ])('is not told while %s', (_, times) => {
    expect(pagesPerHour(times, TODAY)).toBeNull()
  })
})

describe('forecast', () => {
  test.each([
    ['nothing left is done today', 0, '2026-11-23'],
    ['what fits into today', 600, '2026-11-23'],
    ['a page more takes another day', 601, '2026-11-24'],
    ['five working days end on the Friday', 3_000, '2026-11-27'],
    ['a sixth is the Monday after', 3_001, '2026-11-30'],
  ])('%s', (_, pagesLeft, expected) => {
    expect(forecastOf({ ...facts, pagesLeft })).toBe(expected)
  })

  test('leaves out bank holidays of the nation and days added by hand', () => {
    const christmas = { ...facts, today: day('2026-12-24'), pagesLeft: 601 }
    expect(forecastOf(christmas)).toBe('2026-12-29')
    expect(forecastOf({ ...christmas, extraHolidays: [{ day: day('2026-12-29') }] })).toBe('2026-12-30')
    const newYear = { ...facts, today: day('2026-12-31'), pagesLeft: 601 }
    expect(forecastOf(newYear)).toBe('2027-01-04')
    expect(forecastOf({ ...newYear, nation: 'scotland' })).toBe('2027-01-05')
  })

  test('cannot be said without a pace, nor beyond ten years', () => {
    expect(forecastOf({ ...facts, pagesLeft: 1, pagesPerHour: null })).toBeNull()
    expect(forecastOf({ ...facts, pagesLeft: 100_000, pagesPerHour: 1 })).toBeNull()
  })

  test('ends on a working day with neither a day too few nor one too many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000 }),
        fc.integer({ min: 20, max: 600 }),
        (pagesLeft, pace) => {
          const forecast = forecastOf({ ...facts, pagesLeft, pagesPerHour: pace })!
          expect(isWorkingDay(forecast, 'england-and-wales')).toBe(true)
          const needed = Math.ceil(pagesLeft / (pace * REVIEWING_HOURS_A_DAY))
          expect(daysBetween(TODAY, forecast)).toBeGreaterThanOrEqual(needed - 1)
          expect(forecastOf({ ...facts, pagesLeft: pagesLeft + 1, pagesPerHour: pace })! >= forecast).toBe(
            true,
          )
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('lateness', () => {
  test.each([
    ['a forecast after the last day', '2026-12-02', '2026-12-01', true],
    ['a forecast on the last day', '2026-12-01', '2026-12-01', false],
    ['no forecast and the last day ahead', null, '2026-12-01', false],
    ['no forecast and the last day behind', null, '2026-11-22', true],
    ['a last day that is not known', '2030-01-01', null, false],
  ])('%s', (_, forecast, due, isLate) => {
    expect(willBeLate(forecast === null ? null : day(forecast), due === null ? null : day(due), TODAY)).toBe(
      isLate,
    )
  })
})
