import { daysBetween } from '#shared/law/clocks/day-number.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'

/** "8 days left", "the last day is today", "3 days late". */
export function daysLeftInWords(dueOn: PlainDate, today: PlainDate): string {
  const days = daysBetween(today, dueOn)
  if (days === 0) return 'the last day is today'
  const count = `${Math.abs(days).toLocaleString('en-GB')} ${Math.abs(days) === 1 ? 'day' : 'days'}`
  return days > 0 ? `${count} left` : `${count} late`
}

/** What of a request is said about its forecast. */
type Forecast = {
  readonly pagesLeft: number
  readonly forecastOn: PlainDate | null
  readonly dueOn: PlainDate | null
}

/** When reviewing will be done, against the last day: "Wed 2 December 2026, 1 day after the last day". */
export function forecastInWords({ pagesLeft, forecastOn, dueOn }: Forecast): string {
  if (pagesLeft === 0) return 'every page is reviewed'
  if (forecastOn === null) return 'not known until more pages are read'
  if (dueOn === null) return formatDay(forecastOn)
  const days = daysBetween(dueOn, forecastOn)
  if (days === 0) return `${formatDay(forecastOn)}, on the last day`
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`
  return `${formatDay(forecastOn)}, ${count} ${days > 0 ? 'after' : 'before'} the last day`
}
