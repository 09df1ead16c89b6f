import { type Deadline, deadlineOn } from '#shared/described/deadline.ts'
import { addDays } from '#shared/law/clocks/day-number.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { SearchEntry } from './search.fields.ts'

/** Days after which a holder is asked again. */
export const CHASE_EVERY_DAYS = 4
/** Days a holder has to answer where nobody set another day. */
export const ANSWER_WITHIN_DAYS = 7

/** The day by which a holder is to answer: the one that was set, or a week after asking; null while nobody was asked. */
export function answerDue({
  askedOn,
  answerBy,
}: Pick<SearchEntry, 'askedOn' | 'answerBy'>): PlainDate | null {
  return answerBy ?? (askedOn && addDays(askedOn, ANSWER_WITHIN_DAYS))
}

/** The day of the last chaser, or null. */
export function lastChased({ chasers }: Pick<SearchEntry, 'chasers'>): PlainDate | null {
  const days = chasers.flatMap(({ chasedOn }) => (chasedOn ? [chasedOn] : []))
  return days.toSorted().at(-1) ?? null
}

/** When the holder's answer is due, or when to chase again. Our own dates: the law sets only the answer to the person. */
export function searchDeadlines(entry: SearchEntry): readonly Deadline[] {
  if (entry.askedOn === null || entry.found !== null || entry.receivedOn !== null) return []
  const due = answerDue(entry)!
  const chased = lastChased(entry)
  const actions = [
    { label: 'Record what came of it', page: null, field: 'found' },
    { label: 'Record a chaser', page: null, field: 'chasers' },
  ]
  const citation = 'UK GDPR Art 15(1A)'
  if (chased === null || chased < due)
    return [
      deadlineOn('answer', 'Get the answer of the search', due, {
        derivation: entry.answerBy
          ? `Asked on ${formatDay(entry.askedOn)}, to be answered by ${formatDay(due)}.`
          : `Asked on ${formatDay(entry.askedOn)}. No day was set, so a week is given: ${formatDay(due)}.`,
        citation,
        actions,
      }),
    ]
  const next = addDays(chased, CHASE_EVERY_DAYS)
  return [
    deadlineOn('chase', 'Chase the search again', next, {
      derivation: `It was due on ${formatDay(due)} and last chased on ${formatDay(chased)}. Every ${CHASE_EVERY_DAYS} days it is chased again: ${formatDay(next)}.`,
      citation,
      actions,
    }),
  ]
}
