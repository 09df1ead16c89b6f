import { isWorkingDay, type ExtraHoliday } from '#shared/law/clocks/bank-holidays.ts'
import { addDays } from '#shared/law/clocks/day-number.ts'
import type { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/** How many pages were read on a day, and how long that took in seconds. */
export type ReadingTime = { readonly day: PlainDate; readonly pages: number; readonly seconds: number }

/** Hours of a working day that go into reviewing; a rule of thumb, and not a measure of anybody. */
export const REVIEWING_HOURS_A_DAY = 6
/** Days of reading that count, the last ones: the pace of a case changes with what is read. */
const DAYS_COUNTED = 14
/** Fewer pages say nothing about a pace. */
const FEWEST_PAGES = 20
/** A forecast further away than this says only that something else has to change. */
const FARTHEST_DAYS = 3_650

/** The own pace over the last days of reading, in pages an hour; null before enough were read to tell. */
export function pagesPerHour(times: readonly ReadingTime[], today: PlainDate): number | null {
  const from = addDays(today, 1 - DAYS_COUNTED)
  const counted = times.filter(({ day }) => day >= from && day <= today)
  const pages = sum(counted.map((time) => time.pages))
  const seconds = sum(counted.map((time) => time.seconds))
  return pages < FEWEST_PAGES || seconds === 0 ? null : (pages * 3_600) / seconds
}

/** What a forecast rests on. */
export type ForecastFacts = {
  readonly pagesLeft: number
  readonly pagesPerHour: number | null
  readonly today: PlainDate
  readonly nation: Nation
  readonly extraHolidays?: readonly ExtraHoliday[]
}

/**
 * The day on which the last page will be reviewed at the present pace: so many hours on each working day, today the
 * first; weekends and bank holidays are left out. Today where nothing is left; null where it cannot be said.
 */
export function forecastOf({
  pagesLeft,
  pagesPerHour: pace,
  today,
  nation,
  extraHolidays = [],
}: ForecastFacts): PlainDate | null {
  if (pagesLeft <= 0) return today
  if (pace === null || pace <= 0) return null
  let left = Math.ceil(pagesLeft / (pace * REVIEWING_HOURS_A_DAY))
  for (let number = 0; number < FARTHEST_DAYS; number++) {
    const day = addDays(today, number)
    if (isWorkingDay(day, nation, extraHolidays) && --left === 0) return day
  }
  return null
}

/** Whether a forecast, or while there is none the day itself, lies after the last day. */
export function willBeLate(forecastOn: PlainDate | null, dueOn: PlainDate | null, today: PlainDate): boolean {
  return dueOn !== null && (forecastOn ?? today) > dueOn
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
