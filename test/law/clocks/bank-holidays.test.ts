import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { BANK_HOLIDAY_LIST, BANK_HOLIDAYS } from '#shared/law/clocks/bank-holiday-list.ts'
import { bankHolidayName, isWorkingDay, nextWorkingDay } from '#shared/law/clocks/bank-holidays.ts'
import {
  addDays,
  dateOf,
  dayNumber,
  daysBetween,
  dayWithNumber,
  isWeekend,
  monthsLater,
} from '#shared/law/clocks/day-number.ts'
import { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { naiveHolidays } from './naive-holidays.ts'

const day = (text: string) => PlainDate.parse(text)

describe('the list of bank holidays', () => {
  test.each(
    [2024, 2025, 2026, 2027, 2028].flatMap((year) => Nation.options.map((nation) => [year, nation] as const)),
  )('%i in %s is what the rules of the holidays give', (year, nation) => {
    const listed = BANK_HOLIDAYS.filter(
      (one) => one.day.startsWith(`${year}-`) && (one.nation === null || one.nation === nation),
    ).map((one) => one.day as string)
    expect(listed.toSorted()).toEqual(naiveHolidays(year, nation))
  })

  test('has the number of days that GOV.UK publishes, and all lie within its reach', () => {
    const count = (nation: Nation) =>
      BANK_HOLIDAYS.filter((one) => one.nation === null || one.nation === nation).length
    expect(Nation.options.map(count)).toEqual([40, 46, 50])
    for (const one of BANK_HOLIDAYS) {
      expect(one.day >= BANK_HOLIDAY_LIST.from && one.day <= BANK_HOLIDAY_LIST.until).toBe(true)
      expect(isWeekend(dayNumber(one.day)), one.day).toBe(false)
    }
  })

  test('says of each day what it is, in the nation that keeps it', () => {
    expect(bankHolidayName(day('2026-06-15'), 'scotland')).toBe('World Cup bank holiday')
    expect(bankHolidayName(day('2026-06-15'), 'england-and-wales')).toBeNull()
    expect(bankHolidayName(day('2026-12-28'), 'northern-ireland')).toBe('Boxing Day, substitute day')
  })
})

describe('working days', () => {
  test.each([
    ['2026-12-25', 'england-and-wales', '2026-12-29'],
    ['2027-01-01', 'scotland', '2027-01-05'],
    ['2027-01-01', 'england-and-wales', '2027-01-04'],
    ['2026-07-12', 'northern-ireland', '2026-07-14'],
    ['2026-11-24', 'scotland', '2026-11-24'],
  ] as const)('from %s in %s the next is %s', (from, nation, next) => {
    expect(nextWorkingDay(day(from), nation)).toBe(next)
    expect(isWorkingDay(day(from), nation)).toBe(from === next)
  })

  test('a day added by hand counts for its nation, or for all when it names none', () => {
    const proclaimed = [{ day: day('2026-11-24'), nation: 'scotland', name: 'One-off' }] as const
    expect(nextWorkingDay(day('2026-11-24'), 'scotland', proclaimed)).toBe('2026-11-25')
    expect(nextWorkingDay(day('2026-11-24'), 'northern-ireland', proclaimed)).toBe('2026-11-24')
    expect(isWorkingDay(day('2026-11-24'), 'northern-ireland', [{ day: day('2026-11-24') }])).toBe(false)
    expect(isWorkingDay(day('2026-12-25'), 'scotland', proclaimed)).toBe(false)
  })
})

describe('days as numbers', () => {
  test('agree with the calendar on every day of four hundred years, and on months from each', () => {
    let at = Temporal.PlainDate.from('1900-01-01')
    const until = Temporal.PlainDate.from('2300-01-01')
    for (let number = dayNumber(day('1900-01-01')); at.until(until).sign > 0; number++) {
      const text = at.toString() as PlainDate
      if (dayNumber(text) !== number || dayWithNumber(number) !== text) throw new Error(text)
      if (dateOf(number) !== at.day || isWeekend(number) !== at.dayOfWeek > 5) throw new Error(text)
      if (number % 7 === 0)
        for (const months of [1, 3, 6, -1])
          expect(dayWithNumber(monthsLater(number, months))).toBe(at.add({ months }).toString())
      at = at.add({ days: 1 })
    }
  })

  test('reach from the year 0 to the year 9999 and no further', () => {
    for (const text of ['0000-01-01', '0000-02-29', '1600-02-29', '9999-12-31'])
      expect(dayWithNumber(dayNumber(day(text)))).toBe(text)
    expect(() => addDays(day('9999-12-31'), 1)).toThrow('0000 to 9999')
    expect(() => addDays(day('0000-01-01'), -1)).toThrow('0000 to 9999')
    expect(daysBetween(day('2028-03-01'), day('2028-02-28'))).toBe(-2)
  })
})
