import { Temporal } from 'temporal-polyfill'
import { Instant } from '#shared/time/instant.ts'
import { formatDay, formatTime, ukDayOf } from '#shared/time/plain-date.ts'
import type { Clock, ClockNode } from './clock.ts'

/** Hours in which the Commissioner has to be notified, from becoming aware. */
export const NOTIFY_WITHIN_HOURS = 72

const LAW = 'UK GDPR Art 33(1)'

export type BreachFacts = {
  /** When the controller was reasonably certain that a breach had happened. */
  readonly awareAt: Instant
  readonly notifiedAt?: Instant | null | undefined
}

/**
 * The last moment at which notifying the Commissioner is in time: 72 elapsed hours after awareness, in UTC. Weekends,
 * holidays and the change of the clocks neither stop nor stretch them. The count starts at awareness itself, not at
 * the next full hour, so the result is never later than the law allows.
 *
 * @source UK GDPR Art 33(1), Art 4A; Regulation 1182/71
 */
export function breachClock({ awareAt, notifiedAt }: BreachFacts): Clock<Instant, 'awareAt' | 'notifiedAt'> {
  const due = hoursLater(awareAt, NOTIFY_WITHIN_HOURS)
  const aware = `The controller became aware on ${formatUkMoment(awareAt)}.`
  const counted = `${NOTIFY_WITHIN_HOURS} hours later is ${formatUkMoment(due)}; weekends, holidays and the change of the clocks do not move it.`
  const late = notifiedAt && notifiedAt > due
  return {
    kind: 'breach-notification',
    title: 'Notification to the Commissioner',
    due,
    pausedSince: null,
    waiting: null,
    target: null,
    derivation: [
      { key: 'aware', words: aware, day: ukDayOf(awareAt), citation: LAW },
      { key: 'due', words: counted, day: ukDayOf(due), citation: `${LAW}; Regulation 1182/71 Art 3` },
    ],
    nodes: [
      node('awareAt', 'Aware', awareAt, aware, 'awareAt'),
      ...(notifiedAt && !late ? [notified(notifiedAt)] : []),
      node('due', '72 hours', due, counted, null),
      ...(notifiedAt && late ? [notified(notifiedAt)] : []),
    ],
    sources: ['gdpr-33-1', 'gdpr-4a', 'reg-1182-71'],
    warnings: late
      ? [
          {
            key: 'notified-late',
            words: `The Commissioner was notified on ${formatUkMoment(notifiedAt)}, after the 72 hours: the reasons for the delay must be given.`,
          },
        ]
      : [],
    check: null,
  }
}

/** Whole hours from a moment to the deadline, rounded down: 71 h 59 min is 71; negative once it has passed. */
export function hoursLeft({ due }: Pick<Clock<Instant>, 'due'>, now: Instant): number | null {
  if (due === null) return null
  return Math.floor(Temporal.Instant.from(now).until(Temporal.Instant.from(due)).total('hours'))
}

/** A moment with the time the United Kingdom keeps by then: "Mon 26 October 2026, 14:30 GMT". */
export function formatUkMoment(at: Instant): string {
  const { offset } = Temporal.Instant.from(at).toZonedDateTimeISO('Europe/London')
  return `${formatDay(ukDayOf(at))}, ${formatTime(at)} ${offset === '+00:00' ? 'GMT' : 'BST'}`
}

function notified(at: Instant): ClockNode<'awareAt' | 'notifiedAt'> {
  return node(
    'notifiedAt',
    'Notified',
    at,
    `The Commissioner was notified on ${formatUkMoment(at)}.`,
    'notifiedAt',
  )
}

function node(
  key: string,
  label: string,
  at: Instant,
  words: string,
  event: 'awareAt' | 'notifiedAt' | null,
): ClockNode<'awareAt' | 'notifiedAt'> {
  return { key, label, day: ukDayOf(at), at, words, citation: LAW, event }
}

function hoursLater(at: Instant, hours: number): Instant {
  return Instant.parse(Temporal.Instant.from(at).add({ hours }).toString({ smallestUnit: 'millisecond' }))
}
