import type { PlainDate } from '#shared/time/plain-date.ts'

/**
 * The rights whose exercise is a dated request.
 *
 * @source UK GDPR Art 12A
 */
export const REQUEST_RIGHTS = [
  'R-ACCESS',
  'R-RECT',
  'R-ERASE',
  'R-RESTRICT',
  'R-PORT',
  'R-OBJECT',
  'R-MKT',
  'R-ADM',
] as const
export type RequestRight = (typeof REQUEST_RIGHTS)[number]

/** A question about what is asked for, and the day the answer came; null while it has not come. */
export type ClarificationPause = { readonly asked: PlainDate; readonly answered: PlainDate | null }

/** What happened to a request. Every date is computed from these, so "what if" is the same question with other facts. */
export type RightsRequestFacts = {
  readonly right: RequestRight
  readonly received: PlainDate
  readonly identityAsked?: PlainDate | null | undefined
  /** The day the information that confirms who asks came in. */
  readonly identityReceived?: PlainDate | null | undefined
  readonly feeAsked?: PlainDate | null | undefined
  readonly feePaid?: PlainDate | null | undefined
  readonly pauses: readonly ClarificationPause[]
  readonly extended: boolean
  /** The day the person was told of the extension and its reasons. */
  readonly extensionNoticeOn?: PlainDate | null | undefined
  /** The day the answer was sent. */
  readonly closedOn?: PlainDate | null | undefined
}

/** A fact that a point of the ribbon stands for. */
export type RightsRequestEvent =
  | 'received'
  | 'identityAsked'
  | 'identityReceived'
  | 'feeAsked'
  | 'feePaid'
  | 'extensionNoticeOn'
  | 'closedOn'
  | `pauses.${number}.${'asked' | 'answered'}`

/** The same facts with one event on another day. An event that is not there, such as a third pause, changes nothing. */
export function moveEvent(
  facts: RightsRequestFacts,
  event: RightsRequestEvent,
  day: PlainDate,
): RightsRequestFacts {
  const [, index, end] = /^pauses\.(\d+)\.(asked|answered)$/.exec(event) ?? []
  if (index === undefined || end === undefined) return { ...facts, [event]: day }
  return {
    ...facts,
    pauses: facts.pauses.map((pause, at) => (at === Number(index) ? { ...pause, [end]: day } : pause)),
  }
}
