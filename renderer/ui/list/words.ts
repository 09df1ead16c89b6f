import { MONTH_NAMES } from '#shared/time/month-names.ts'
import { formatInstant, type PlainDate } from '#shared/time/plain-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { CellLevel } from './list-kind.ts'

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** A day as lists write it, fast enough for every frame of a scroll: "Tue 5 January 2027". */
export function dayWords(day: PlainDate): string {
  const date = new Date(`${day}T00:00:00Z`)
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTH_NAMES[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

// A list shows few different moments at a time and many times over; writing one out is slow.
const changedTexts = new Map<string, string>()

/** A moment as lists write it. */
export function changedWords(at: Instant): string {
  const known = changedTexts.get(at)
  if (known) return known
  const text = formatInstant(at)
  if (changedTexts.size > 2000) changedTexts.clear()
  changedTexts.set(at, text)
  return text
}

/** How many gaps of each weight a record has. */
export type GapNumbers = { readonly errors: number; readonly warnings: number; readonly notes: number }

export const GAP_WORDS = { errors: 'With errors', any: 'With any gap', none: 'No rule raised' } as const

/** What the gaps of a record come to: "2 errors, 1 note", or "No rule raised". */
export function gapWords({ errors, warnings, notes }: GapNumbers): string {
  const parts = [counted(errors, 'error'), counted(warnings, 'warning'), counted(notes, 'note')].filter(
    Boolean,
  )
  return parts.join(', ') || 'No rule raised'
}

/** The weight of the worst gap. */
export function gapLevel({ errors, warnings, notes }: GapNumbers): CellLevel {
  if (errors > 0) return 'error'
  if (warnings > 0) return 'warning'
  return notes > 0 ? 'note' : 'none'
}

function counted(count: number, noun: string): string {
  if (count === 0) return ''
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
