import { AppError } from '#shared/errors.ts'
import type { Instant } from '#shared/time/instant.ts'
import { formatDay, type PlainDate, ukDayOf } from '#shared/time/plain-date.ts'

/** The days a report speaks of, both included. */
export type Period = { readonly from: PlainDate; readonly to: PlainDate }

/** A calendar year. */
export function yearPeriod(year: number): Period {
  const digits = String(year).padStart(4, '0')
  return { from: `${digits}-01-01` as PlainDate, to: `${digits}-12-31` as PlainDate }
}

/** Whether a day lies in a period; one that is not known does not. */
export function isIn({ from, to }: Period, day: PlainDate | null): day is PlainDate {
  return day !== null && day >= from && day <= to
}

/** The UK day of a moment that may not be known. */
export function dayOfMoment(at: Instant | null): PlainDate | null {
  return at === null ? null : ukDayOf(at)
}

/** "1 January 2026 to 31 December 2026". */
export function periodWords({ from, to }: Period): string {
  return `${formatDay(from)} to ${formatDay(to)}`
}

/** The last day that can be spoken of: the period's, or today while it runs. */
export function lastDay({ to }: Period, today: PlainDate): PlainDate {
  return to < today ? to : today
}

/** A period from one day to another; refuses one that ends before it begins. */
export function periodFrom(from: PlainDate, to: PlainDate): Period {
  if (to < from) throw new AppError('invalid', 'The period ends before it begins. Choose a later last day.')
  return { from, to }
}
