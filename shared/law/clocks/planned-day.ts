import { legalSource, type SourceId } from '#shared/law/sources.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { Clock } from './clock.ts'

/** A day somebody set, such as a review or the end of a contract; nothing is computed. */
export type PlannedDay = {
  /** For example "Review of the record" or "Data protection fee". */
  readonly title: string
  readonly on: PlainDate
  /** `review` is looked at on the day; `expiry` holds to the end of it. */
  readonly kind: 'review' | 'expiry'
  readonly source?: SourceId | undefined
}

/** A day that was set, as a clock like the others, so that it can stand among them. */
export function plannedDayClock({ title, on, kind, source }: PlannedDay): Clock<PlainDate, 'on'> {
  const words =
    kind === 'review' ? `The review is set for ${formatDay(on)}.` : `It expires on ${formatDay(on)}.`
  const cited = source === undefined ? null : legalSource(source)
  const citation = cited?.provision ?? ''
  return {
    kind: 'planned-day',
    title,
    due: on,
    pausedSince: null,
    waiting: null,
    target: null,
    derivation: [{ key: 'due', words, day: on, citation }],
    nodes: [
      {
        key: 'due',
        label: kind === 'review' ? 'Review' : 'Expires',
        day: on,
        at: null,
        words,
        citation,
        event: 'on',
      },
    ],
    sources: source === undefined ? [] : [source],
    warnings: [],
    check: cited?.standing === 'from memory' ? `${cited.provision} is cited from memory: check it.` : null,
  }
}
