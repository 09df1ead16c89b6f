import { type Deadline, deadlineOn } from '#shared/described/deadline.ts'
import { keysOf } from '#shared/described/keys-of.ts'
import { describeRegister } from '#shared/described/register.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import {
  AGREED_FIELDS,
  CAPACITY_FIELDS,
  type Consent,
  CONSENT_FIELDS,
  GIVEN_FIELDS,
  WITHDRAWAL_FIELDS,
} from './consent.record.ts'

/** Consents, so that each can be shown and withdrawn. @source UK GDPR Art 7(1), Art 7(3) */
export const consents = describeRegister({
  register: 'consents',
  label: 'Consents',
  one: 'consent',
  about:
    'Where something rests on consent, it must be possible to show it: who agreed to what, told by which notice, how and when; for a child, who could agree and how that was judged; and, once it is withdrawn, what was done.',
  example: {
    name: 'Story for the annual report, family F-118',
    says: 'Signed form of 3 March for one story without the family’s name, notice of January; withdrawn on 18 November, to be taken down from the website.',
  },
  series: 'CO',
  nameLabel: 'Consent',
  nameHint: 'What it is for and a reference; a title without the person’s name is safer for lists.',
  fields: CONSENT_FIELDS,
  sections: [
    { title: 'Who agreed to what', fields: keysOf(AGREED_FIELDS) },
    { title: 'How it was given', fields: keysOf(GIVEN_FIELDS) },
    { title: 'Who could agree', fields: keysOf(CAPACITY_FIELDS) },
    { title: 'Withdrawal and renewal', fields: keysOf(WITHDRAWAL_FIELDS) },
  ],
  list: ['status', 'person', 'givenBy', 'givenOn', 'isExplicit', 'withdrawnOn', 'actedOn'],
  facets: ['status', 'givenBy', 'channel', 'isExplicit'],
  category: 'givenBy',
  status: 'status',
  day: 'givenOn',
  isClosed: isConsentClosed,
  deadlines: consentDeadlines,
})

/** Whether nothing rests on it any more and nothing is left to do. */
export function isConsentClosed({ status, withdrawnOn, actedOn }: Consent): boolean {
  if (withdrawnOn !== null) return actedOn !== null
  return status === 'refused' || status === 'ended'
}

/** A withdrawal to act on, and the day on which to ask again. */
export function consentDeadlines(consent: Consent): readonly Deadline[] {
  if (isConsentClosed(consent)) return []
  const { withdrawnOn, renewOn } = consent
  if (withdrawnOn !== null)
    return [
      deadlineOn('withdrawal', 'Act on the withdrawal', withdrawnOn, {
        derivation: `Withdrawn on ${formatDay(withdrawnOn)}. Nothing more may rest on this consent; the law gives no number of days, so it is due at once.`,
        citation: 'UK GDPR Art 7(3)',
        weight: 'law',
        actions: [
          { label: 'Record what was done', page: null, field: 'actedOn', changes: { status: 'withdrawn' } },
        ],
      }),
    ]
  if (renewOn === null) return []
  return [
    deadlineOn('renew', 'Ask for consent again', renewOn, {
      derivation: `Set for ${formatDay(renewOn)}.`,
      citation: 'UK GDPR Art 7',
      actions: [{ label: 'Set another day', page: null, field: 'renewOn' }],
    }),
  ]
}
