import { AppError } from '#shared/errors.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/**
 * A day as a count: 0 is 1 January 1970. Clocks reckon with these because what-if and the list of everything
 * due reckon thousands of them at once; days come in and go out as {@link PlainDate}.
 */
export type DayNumber = number

const DAYS_IN_ERA = 146_097
const DAYS_TO_1970 = 719_468
const LAST_DAY_OF_9999 = 2_932_896

/** The number of a day, in the Gregorian calendar. */
export function dayNumber(day: PlainDate): DayNumber {
  return fromParts(digits(day, 0, 4), digits(day, 5, 7), digits(day, 8, 10))
}

/** The day with a number; `invalid` outside the years 0000 to 9999, which a day cannot be written in. */
export function dayWithNumber(number: DayNumber): PlainDate {
  const { year, month, day } = partsOf(number)
  if (year < 0 || number > LAST_DAY_OF_9999)
    throw new AppError('invalid', 'Only dates in the years 0000 to 9999 can be reckoned with.')
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}` as PlainDate
}

/** The day a number of days after (or, negative, before) a day. */
export function addDays(day: PlainDate, days: number): PlainDate {
  return dayWithNumber(dayNumber(day) + days)
}

/** How many days a day lies after another; negative when it lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The number of the day some calendar months later: the same date, or the month's last day if it has none such. */
export function monthsLater(number: DayNumber, months: number): DayNumber {
  const { year, month, day } = partsOf(number)
  const count = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return fromParts(toYear, toMonth, Math.min(day, lengthOfMonth(toYear, toMonth)))
}

/** The day of the month, 1 to 31. */
export function dateOf(number: DayNumber): number {
  return partsOf(number).day
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(number: DayNumber): boolean {
  // 1 January 1970 was a Thursday, three days after a Monday.
  return (((number + 3) % 7) + 7) % 7 >= 5
}

/** Years begin in March here, so that the leap day is the last of its year and needs no exception. */
function fromParts(year: number, month: number, day: number): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_IN_ERA + dayOfEra - DAYS_TO_1970
}

function partsOf(number: DayNumber): { year: number; month: number; day: number } {
  const shifted = number + DAYS_TO_1970
  const era = Math.floor(shifted / DAYS_IN_ERA)
  const dayOfEra = shifted - era * DAYS_IN_ERA
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48
  return value
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
