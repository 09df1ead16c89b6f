import type { z } from 'zod'
import {
  type Choice,
  choice,
  day,
  line,
  link,
  passage,
  type ShapeOf,
  yesNo,
} from '#shared/described/field.ts'
import type { BaseRecord } from '#shared/described/register.ts'
import type { MarketingChannel } from '#shared/law/marketing-channels.ts'

const ON_POST_AND_CALLS = [
  { value: 'optedIn', label: 'Opted in' },
  { value: 'optedOut', label: 'Opted out' },
  { value: 'notAsked', label: 'Not asked' },
] as const

const ON_MESSAGES = [
  ...ON_POST_AND_CALLS,
  { value: 'softCharity', label: 'Charity soft opt-in' },
  { value: 'softCommercial', label: 'Commercial soft opt-in' },
] as const

/** Who it is. */
export const PERSON_FIELDS = {
  kind: choice('Person', [
    { value: 'supporter', label: 'Supporter or donor' },
    { value: 'family', label: 'Family or service user' },
    { value: 'carer', label: 'Foster carer or applicant' },
    { value: 'volunteer', label: 'Volunteer' },
    { value: 'professional', label: 'Professional contact' },
    { value: 'enquirer', label: 'Enquirer' },
  ]),
  contact: line('Contact record', { hint: 'Its reference in the contact system; keep the details there.' }),
  emailAddress: line('Email address', { hint: 'Only where the lists are kept from here.' }),
  telephoneNumber: line('Telephone number'),
  isChild: yesNo('A child'),
} as const

/** What the person wants on each channel, since when, and from where that is known. @source PECR reg 22 */
export const CHANNEL_FIELDS = {
  ...channelFields('email', 'Email', ON_MESSAGES),
  ...channelFields('text', 'Text', ON_MESSAGES),
  ...channelFields('telephone', 'Telephone', ON_POST_AND_CALLS),
  ...channelFields('post', 'Post', ON_POST_AND_CALLS),
} as const

/** The conditions of the soft opt-ins; all of one kind have to hold. @source PECR reg 22 */
export const SOFT_FIELDS = {
  collectedOn: day('Details collected on', {
    hint: 'The charity soft opt-in holds for details collected from 5 February 2026 on. Check: that start is cited from memory.',
    citation: 'PECR reg 22(3A)',
  }),
  ownPurposesOnly: yesNo('Only for the charity’s own purposes', { citation: 'PECR reg 22(3A)' }),
  interestOrSupport: yesNo('Showed interest, or offered or gave support', {
    hint: 'Receiving a free service is not the same: check before relying on it for families.',
    citation: 'PECR reg 22(3A)',
  }),
  saleOrSimilar: yesNo('From a sale or its negotiation, for similar products or services', {
    citation: 'PECR reg 22(3)',
  }),
  refusalOffered: yesNo('Could refuse, simply and free, then and every time', {
    citation: 'PECR reg 22(3), 22(3A)',
  }),
} as const

/** Objecting, and what goes on regardless. @source UK GDPR Art 21 */
export const OBJECTION_FIELDS = {
  objectedOn: day('Objected to direct marketing on', {
    hint: 'The objection is absolute: marketing stops on every channel.',
    citation: 'UK GDPR Art 21(2), 21(3)',
  }),
  stoppedOn: day('Stopped on', { citation: 'UK GDPR Art 21(3)' }),
  serviceMessages: yesNo('Service messages go on', {
    hint: 'A change of appointment is not marketing; an opt-out does not stop it.',
  }),
  serviceNote: passage('Which service messages'),
  consentId: link('Consent', 'consents'),
  suppressionId: link('Suppression', 'suppressions'),
  confirmOn: day('Look at it again on'),
} as const

export const PREFERENCE_FIELDS = {
  ...PERSON_FIELDS,
  ...CHANNEL_FIELDS,
  ...SOFT_FIELDS,
  ...OBJECTION_FIELDS,
} as const

/** What one person wants to receive. */
export type Preference = BaseRecord & z.output<z.ZodObject<ShapeOf<typeof PREFERENCE_FIELDS>>>

/** What is recorded about one channel. */
export function onChannel(preference: Preference, channel: MarketingChannel['code']) {
  return {
    wish: preference[channel],
    since: preference[`${channel}Since`],
    source: preference[`${channel}Source`],
  }
}

/** Whether marketing may be sent on a channel as far as the wish goes; conditions and suppressions aside. */
export function wantsMarketing(preference: Preference, channel: MarketingChannel['code']): boolean {
  return preference[channel] !== null && !['optedOut', 'notAsked'].includes(preference[channel])
}

function channelFields<const Key extends string, const Value extends string>(
  key: Key,
  label: string,
  wishes: readonly Choice<Value>[],
) {
  const wish = choice(label, wishes)
  const since = day(`${label}: since`)
  const source = line(`${label}: source`, { hint: 'The form, the call, the link that was clicked.' })
  return { [key]: wish, [`${key}Since`]: since, [`${key}Source`]: source } as Record<Key, typeof wish> &
    Record<`${Key}Since`, typeof since> &
    Record<`${Key}Source`, typeof source>
}
