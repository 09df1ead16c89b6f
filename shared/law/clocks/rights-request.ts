import type { SourceId } from '#shared/law/sources.ts'
import type { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Clock } from './clock.ts'
import { type DayNumber, dayWithNumber } from './day-number.ts'
import type { RightsRequestEvent, RightsRequestFacts } from './rights-request-facts.ts'
import { nodesOf } from './rights-request-nodes.ts'
import { reckon, type RightsRequestOptions } from './rights-request-reckoning.ts'
import { warningsOf } from './rights-request-warnings.ts'
import { stepsOf } from './rights-request-words.ts'

/** The time limit of a request, with what letters and lists say about it. */
export type RightsRequestClock = Clock<PlainDate, RightsRequestEvent> & {
  /** The day from which the time runs; null while identity or fee is awaited. */
  readonly relevantOn: PlainDate | null
  /** The last day for telling the person about an extension; null while it cannot be told. */
  readonly noticeBy: PlainDate | null
  /** Days that do not count, because clarification was awaited. */
  readonly pausedDays: number
}

/**
 * When a request must have been answered: one month from the latest of receipt, identity and fee, or three with an
 * extension; the days on which clarification of an access request was awaited do not count; the last day moves once,
 * off weekends and the nation's bank holidays. The answer is due without undue delay: the day is the latest allowed.
 *
 * Total for every order of the facts: what cannot be right is not refused but told in `warnings`.
 *
 * @source UK GDPR Art 12A, Art 12(5), Art 12(6), Art 4A; Regulation 1182/71
 */
export function rightsRequestClock(
  facts: RightsRequestFacts,
  nation: Nation,
  options: RightsRequestOptions = {},
): RightsRequestClock {
  const reckoning = reckon(facts, nation, options)
  const { waiting, relevant, due, noticeBy, target, pausedDays } = reckoning
  const begun = waiting === null || waiting.for === 'clarification'
  const told = (number: DayNumber) => (waiting === null ? dayWithNumber(number) : null)
  // Lists ask for thousands of dates and for few of their words.
  const steps = once(() => stepsOf(reckoning))
  const nodes = once(() => nodesOf(reckoning, steps()))
  const warnings = once(() => warningsOf(reckoning))
  return {
    kind: 'rights-request',
    title: 'Answer to the request',
    due: told(due),
    pausedSince: waiting?.for === 'clarification' ? waiting.since : null,
    waiting,
    target: told(target),
    relevantOn: begun ? dayWithNumber(relevant) : null,
    noticeBy: told(noticeBy),
    pausedDays,
    sources: SOURCES,
    check: pausedDays > 0 ? BOTH_END_DAYS : null,
    get derivation() {
      return steps()
    },
    get nodes() {
      return nodes()
    },
    get warnings() {
      return warnings()
    },
  }
}

const BOTH_END_DAYS =
  'Article 12A leaves out both end days of a pause. Whether the Commissioner counts likewise is not confirmed: check, or end the period one day earlier.'

const SOURCES: readonly SourceId[] = ['gdpr-12a', 'gdpr-12-5', 'gdpr-12-6', 'gdpr-4a', 'reg-1182-71']

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}
