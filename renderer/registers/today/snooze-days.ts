import { addDays, dayNumber } from '#shared/law/clocks/day-number.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/** The days a reminder is usually put off to; each day stands once. */
export function snoozeDays(today: PlainDate): ReadonlyArray<{ label: string; until: PlainDate }> {
  const days = [
    { label: 'Tomorrow', until: addDays(today, 1) },
    { label: 'In 3 days', until: addDays(today, 3) },
    { label: 'Next Monday', until: nextMonday(today) },
  ]
  return days.filter(({ until }, at) => days.findIndex((day) => day.until === until) === at)
}

/** The Monday after a day; a Monday’s is a week later. */
export function nextMonday(day: PlainDate): PlainDate {
  // 1 January 1970 was a Thursday, three days after a Monday.
  const weekday = (((dayNumber(day) + 3) % 7) + 7) % 7
  return addDays(day, 7 - weekday)
}
