import { formatDay, PlainDate } from '#shared/time/plain-date.ts'
import { type CodeListEntry, FROM_MEMORY, labelOf } from './code-list.ts'

/** A way of sending direct marketing, and the rule for it. */
export type MarketingChannel = CodeListEntry & {
  readonly code: 'email' | 'text' | 'telephone' | 'post'
  /** Whether a soft opt-in can take the place of consent. */
  readonly softOptIn: boolean
}

/** The charity soft opt-in holds for details collected from this day on. @source PECR reg 22 */
export const CHARITY_SOFT_OPT_IN_FROM = PlainDate.parse('2026-02-05')

/**
 * The channels, with the rule for each. The objection to direct marketing is absolute on all of them.
 *
 * @source PECR reg 19, PECR reg 21, PECR reg 22; UK GDPR Art 21(2), 21(3)
 */
export const MARKETING_CHANNELS: readonly MarketingChannel[] = [
  channel('email', 'Email', 'PECR reg 22', true, consentOrSoftOptIn('An email')),
  channel('text', 'Text and similar messages', 'PECR reg 22', true, consentOrSoftOptIn('A text message')),
  channel(
    'telephone',
    'Telephone',
    'PECR reg 19; PECR reg 21',
    false,
    'Live calls: not to a number on the Telephone Preference Service unless the person agreed, nor to one who objected. Automated calls need prior consent. No soft opt-in.',
    FROM_MEMORY,
  ),
  channel(
    'post',
    'Post',
    'UK GDPR Art 6(1)(f), Art 21(2), 21(3)',
    false,
    'The rules on electronic messages do not reach it: legitimate interests with an opt-out, or consent.',
  ),
]

function consentOrSoftOptIn(what: string): string {
  return `${what} to an individual needs prior consent, unless a soft opt-in fits. A message that serves the service itself, such as a change of appointment, is not marketing.`
}

/**
 * The conditions of the two soft opt-ins; all of one kind have to hold.
 *
 * @source PECR reg 22
 */
export const SOFT_OPT_IN_CONDITIONS: readonly (CodeListEntry & {
  readonly kind: 'charity' | 'commercial'
})[] = [
  condition(
    'charity-purpose',
    'charity',
    'The sole purpose is to further the charity’s own charitable purposes',
  ),
  condition(
    'charity-interest',
    'charity',
    'The details were obtained when the person expressed an interest in the purposes, or offered or gave support',
  ),
  condition(
    'charity-refusal',
    'charity',
    'A simple and free way to refuse was given when they were collected, and is given every time',
  ),
  condition(
    'charity-from',
    'charity',
    `The details were collected on or after ${formatDay(CHARITY_SOFT_OPT_IN_FROM)}`,
    FROM_MEMORY,
  ),
  condition('commercial-sale', 'commercial', 'The details were obtained in a sale or the negotiation of one'),
  condition(
    'commercial-similar',
    'commercial',
    'The marketing is of the organisation’s own similar products or services',
  ),
  condition(
    'commercial-refusal',
    'commercial',
    'A simple and free way to refuse was given then, and is given every time',
  ),
]

/** What is known of somebody who might be written to. */
export type CharitySoftOptInFacts = {
  readonly collectedOn: PlainDate | null
  readonly ownPurposesOnly: boolean
  readonly interestOrSupport: boolean
  readonly refusalOffered: boolean
}

/**
 * The codes of the conditions of the charity soft opt-in that are not shown; none means it can be relied on.
 *
 * @source PECR reg 22
 */
export function charitySoftOptInLacks(facts: CharitySoftOptInFacts): readonly string[] {
  const isCollectedSince = facts.collectedOn !== null && facts.collectedOn >= CHARITY_SOFT_OPT_IN_FROM
  return [
    ...(facts.ownPurposesOnly ? [] : ['charity-purpose']),
    ...(facts.interestOrSupport ? [] : ['charity-interest']),
    ...(facts.refusalOffered ? [] : ['charity-refusal']),
    ...(isCollectedSince ? [] : ['charity-from']),
  ]
}

/** What to show for a channel; the code itself when it is unknown. */
export function marketingChannelLabel(code: string): string {
  return labelOf(MARKETING_CHANNELS, code)
}

function channel(
  code: MarketingChannel['code'],
  label: string,
  citation: string,
  softOptIn: boolean,
  note: string,
  check: string | null = null,
): MarketingChannel {
  return { code, label, citation, softOptIn, note, confirmed: check === null, check }
}

function condition(
  code: string,
  kind: 'charity' | 'commercial',
  label: string,
  check: string | null = null,
): (typeof SOFT_OPT_IN_CONDITIONS)[number] {
  const citation = kind === 'charity' ? 'PECR reg 22(3A)' : 'PECR reg 22(3)'
  return { code, kind, label, citation, note: '', confirmed: check === null, check }
}
