import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { Instant } from './instant.ts'

/** A day without a time, `YYYY-MM-DD`. */
export const PlainDate = z.iso
  .date({ error: 'A date is written YYYY-MM-DD, for example 2026-11-22' })
  .brand<'PlainDate'>()
export type PlainDate = z.infer<typeof PlainDate>

/** Where the law's days begin and end. */
const UK_TIME_ZONE = 'Europe/London'

/** The day it is in the United Kingdom at a moment. */
export function ukDayOf(at: Instant): PlainDate {
  return PlainDate.parse(Temporal.Instant.from(at).toZonedDateTimeISO(UK_TIME_ZONE).toPlainDate().toString())
}

/** The last millisecond of a day in the United Kingdom; "as at" a day means as at this moment. */
export function endOfUkDay(day: PlainDate): Instant {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(UK_TIME_ZONE)
  return Instant.parse(
    next.toInstant().subtract({ milliseconds: 1 }).toString({ smallestUnit: 'millisecond' }),
  )
}

/** The day a number of calendar months after (or, negative, before) a day, clamped to the month's end. */
export function addMonths(day: PlainDate, months: number): PlainDate {
  return PlainDate.parse(Temporal.PlainDate.from(day).add({ months }).toString())
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** A day as people write it: "Tue 5 January 2027". */
export function formatDay(day: PlainDate): string {
  const date = Temporal.PlainDate.from(day)
  return `${WEEKDAYS[date.dayOfWeek - 1]} ${date.day} ${MONTHS[date.month - 1]} ${date.year}`
}

/** A moment as people in the United Kingdom read it: "22 November 2026, 14:02". */
export function formatInstant(at: Instant): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(UK_TIME_ZONE)
  return `${local.day} ${MONTHS[local.month - 1]} ${local.year}, ${formatTime(at)}`
}

/** A moment as programs read it, with the United Kingdom's offset on that day: "2026-07-01T10:30+01:00". */
export function isoInUk(at: Instant): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(UK_TIME_ZONE)
    .toString({ smallestUnit: 'minute', timeZoneName: 'never' })
}

/** The time of day in the United Kingdom: "14:02". */
export function formatTime(at: Instant): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(UK_TIME_ZONE)
  return `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`
}
