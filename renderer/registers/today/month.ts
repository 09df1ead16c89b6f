import { addDays, dayNumber } from '#shared/law/clocks/day-number.ts'
import type { ClockLine } from '#shared/registers/today/today.contract.ts'
import { addMonths, formatDay, type PlainDate } from '#shared/time/plain-date.ts'

/** The weeks that a month touches, each from Monday to Sunday. */
export function weeksOfMonth(day: PlainDate): readonly (readonly PlainDate[])[] {
  const first = `${day.slice(0, 8)}01` as PlainDate
  const weeks: PlainDate[][] = []
  for (let monday = mondayOf(first); monday.slice(0, 7) <= day.slice(0, 7); monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, weekday) => addDays(monday, weekday)))
  return weeks
}

/** What falls on each day. */
export function linesByDay(lines: readonly ClockLine[]): ReadonlyMap<PlainDate | null, readonly ClockLine[]> {
  const byDay = new Map<PlainDate | null, ClockLine[]>()
  for (const line of lines) byDay.set(line.due, [...(byDay.get(line.due) ?? []), line])
  return byDay
}

/** "January 2027". */
export function monthInWords(day: PlainDate): string {
  return formatDay(day).split(' ').slice(2).join(' ')
}

/** Where a key leads from a day in the calendar; null for a key that leads nowhere. */
export function dayAfterKey(key: string, day: PlainDate): PlainDate | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return mondayOf(day)
    case 'End':
      return addDays(mondayOf(day), 6)
    case 'PageUp':
      return addMonths(day, -1)
    case 'PageDown':
      return addMonths(day, 1)
    default:
      return null
  }
}

function mondayOf(day: PlainDate): PlainDate {
  // 1 January 1970 was a Thursday, three days after a Monday.
  return addDays(day, -((((dayNumber(day) + 3) % 7) + 7) % 7))
}
