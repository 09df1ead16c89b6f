import type { SourceId } from '#shared/law/sources.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { daysBetween } from './day-number.ts'

/** What a clock is about. */
export type ClockKind =
  | 'rights-request'
  | 'breach-notification'
  | 'complaint-acknowledgement'
  | 'article-14-notice'
  | 'health-opinion'
  | 'policy-document'
  | 'exam-marks'
  | 'principal-reporter'
  | 'planned-day'

/** One sentence of how a date comes about, the day it arrives at, and the law it rests on. */
export type DerivationStep = {
  readonly key: string
  readonly words: string
  /** Null while the day is not known yet. */
  readonly day: PlainDate | null
  readonly citation: string
}

/** One point of a clock drawn along a line, in the order of its days. */
export type ClockNode<EventKey extends string = string> = {
  readonly key: string
  /** Few words to stand beside the point. */
  readonly label: string
  readonly day: PlainDate
  /** The moment itself, for clocks that count hours. */
  readonly at: Instant | null
  /** How the day comes about. */
  readonly words: string
  readonly citation: string
  /** The recorded fact that moves with the point; null for what is computed. */
  readonly event: EventKey | null
}

/** Something about the facts or the result that a person has to know; `words` may be shown as they stand. */
export type ClockWarning = { readonly key: string; readonly words: string }

/** What must come in before the date can be told, and the day it was asked for. */
export type Waiting = { readonly for: 'identity' | 'fee' | 'clarification'; readonly since: PlainDate }

/** A date that the law sets, computed from recorded facts: nothing in it was typed in. */
export type Clock<Due extends PlainDate | Instant = PlainDate | Instant, EventKey extends string = string> = {
  readonly kind: ClockKind
  readonly title: string
  /** The last day, or the last moment, that is in time; null while it cannot be told. */
  readonly due: Due | null
  /** The day from which the time does not count, while it does not. */
  readonly pausedSince: PlainDate | null
  readonly waiting: Waiting | null
  /** The organisation's own, earlier aim; never the law's. */
  readonly target: PlainDate | null
  readonly derivation: readonly DerivationStep[]
  readonly nodes: readonly ClockNode<EventKey>[]
  readonly sources: readonly SourceId[]
  readonly warnings: readonly ClockWarning[]
  /** What to check in the law before relying on it; null where the rule is confirmed. */
  readonly check: string | null
}

/** The whole derivation as one passage, ending with its citations. */
export function derivationText({ derivation }: Pick<Clock, 'derivation'>): string {
  const citations = new Set(derivation.flatMap(({ citation }) => citation.split('; ')))
  citations.delete('')
  const sentences = derivation.map(({ words }) => words).join(' ')
  return citations.size === 0 ? sentences : `${sentences} (${[...citations].join('; ')})`
}

/** Whole days from a day to the last day of a clock: 0 on that day, negative after it, null while it is not known. */
export function daysLeft({ due }: Pick<Clock<PlainDate>, 'due'>, today: PlainDate): number | null {
  return due === null ? null : daysBetween(today, due)
}

/** Nodes in the order of their days; those of one day stay as they were given. */
export function inOrder<EventKey extends string>(
  nodes: readonly ClockNode<EventKey>[],
): readonly ClockNode<EventKey>[] {
  return nodes.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
