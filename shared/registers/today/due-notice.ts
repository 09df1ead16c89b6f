import { z } from 'zod'

const Count = z.int().min(0).max(1_000_000)

/** How much is due, in numbers: all that a notice on the desktop is made of. */
export const DueCounts = z.strictObject({
  overdue: Count,
  today: Count,
  /** Periods in hours with more than 4 and at most 24 hours left. */
  withinDay: Count,
  /** Periods in hours with at most 4 hours left. */
  withinHours: Count,
})
export type DueCounts = z.infer<typeof DueCounts>

/** A notice for the desktop, "2 dates are overdue, 1 is due today."; null when there is nothing to say. */
export function dueSentence({ overdue, today, withinDay, withinHours }: DueCounts): string | null {
  const dates = [
    overdue > 0 && `${datesInWords(overdue)} overdue`,
    today > 0 &&
      `${overdue > 0 ? `${numberInWords(today)} ${beWords(today)}` : datesInWords(today)} due today`,
  ].filter((part) => part !== false)
  const sentences = [
    dates.length > 0 && `${dates.join(', ')}.`,
    withinHours > 0 && `${endsInWords(withinHours)} within 4 hours.`,
    withinDay > 0 && `${endsInWords(withinDay)} within 24 hours.`,
  ].filter((part) => part !== false)
  return sentences.length > 0 ? sentences.join(' ') : null
}

const numberInWords = (count: number) => count.toLocaleString('en-GB')
const beWords = (count: number) => (count === 1 ? 'is' : 'are')
const datesInWords = (count: number) =>
  `${numberInWords(count)} ${count === 1 ? 'date' : 'dates'} ${beWords(count)}`
const endsInWords = (count: number) =>
  `${numberInWords(count)} ${count === 1 ? 'period in hours ends' : 'periods in hours end'}`
