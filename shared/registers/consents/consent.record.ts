import type { z } from 'zod'
import { choice, day, line, link, links, passage, type ShapeOf, yesNo } from '#shared/described/field.ts'
import type { BaseRecord } from '#shared/described/register.ts'

/** Who agreed, and to what. @source UK GDPR Art 7(1) */
export const AGREED_FIELDS = {
  status: choice('Status', [
    { value: 'asked', label: 'Asked, no answer yet' },
    { value: 'given', label: 'Given' },
    { value: 'refused', label: 'Refused' },
    { value: 'withdrawn', label: 'Withdrawn' },
    { value: 'ended', label: 'Ended' },
  ]),
  person: line('Person', { hint: 'The reference of their file is enough; keep their details there.' }),
  purpose: passage('For what', {
    hint: 'One purpose for each consent, so that each can be withdrawn alone.',
    citation: 'UK GDPR Art 6(1)(a)',
  }),
  activityIds: links('Activities that rest on it', 'activities'),
  isExplicit: yesNo('Explicit', {
    hint: 'Stated expressly; needed where special category data rests on consent.',
    citation: 'UK GDPR Art 9(2)(a)',
  }),
} as const

/** What the person was told, and how they agreed. @source UK GDPR Art 7(1) */
export const GIVEN_FIELDS = {
  noticeId: link('Notice shown', 'notices'),
  noticeVersion: line('Version or date of the notice'),
  wording: passage('What was said', {
    hint: 'The words of the form or the conversation.',
    citation: 'UK GDPR Art 7(1)',
  }),
  channel: choice('Channel', [
    { value: 'paper', label: 'Paper form' },
    { value: 'online', label: 'Website or app' },
    { value: 'email', label: 'Email or text' },
    { value: 'telephone', label: 'Telephone' },
    { value: 'inPerson', label: 'In person' },
  ]),
  how: choice('How it was given', [
    { value: 'signature', label: 'Signature' },
    { value: 'tick', label: 'Box ticked by the person' },
    { value: 'typed', label: 'Typed or sent words' },
    { value: 'spoken', label: 'Spoken words, noted' },
    {
      value: 'sign',
      label: 'Sign, symbol or other communication',
      hint: 'As a child or a person with a disability expresses it.',
    },
  ]),
  givenOn: day('Given on'),
  wasFree: yesNo('Freely given', {
    hint: 'Saying no had no disadvantage, and the service did not depend on it.',
    citation: 'UK GDPR Art 7',
  }),
  evidenceAt: line('Where the proof is', { hint: 'The form, the log entry, the recording.' }),
} as const

/** Who could agree. @source UK GDPR Art 8 */
export const CAPACITY_FIELDS = {
  givenBy: choice('Given by', [
    { value: 'adult', label: 'The person, an adult' },
    { value: 'child', label: 'The child or young person' },
    { value: 'parent', label: 'Somebody with parental responsibility' },
    { value: 'deputy', label: 'A deputy or attorney' },
  ]),
  isOnlineService: yesNo('For an online service offered to a child', {
    hint: 'In the United Kingdom a child of 13 can agree to that alone.',
    citation: 'UK GDPR Art 8',
  }),
  age: line('Age when it was given'),
  competence: passage('How the child’s understanding was judged', {
    hint: 'Who judged it, when, and from what; or why somebody with parental responsibility agreed instead.',
  }),
  responsibility: line('How parental responsibility was confirmed'),
} as const

/** Withdrawing, and what followed. @source UK GDPR Art 7(3) */
export const WITHDRAWAL_FIELDS = {
  withdrawHow: line('How it can be withdrawn', {
    hint: 'As easily as it was given.',
    citation: 'UK GDPR Art 7(3)',
  }),
  withdrawnOn: day('Withdrawn on', { citation: 'UK GDPR Art 7(3)' }),
  withdrawnHow: line('How it was withdrawn'),
  actedOn: day('Acted on it on', { citation: 'UK GDPR Art 7(3)' }),
  action: passage('What was done', {
    hint: 'What stopped, what was taken down or deleted, who else was told. What was done before stays lawful.',
  }),
  renewOn: day('Ask again on', { hint: 'Before it grows stale, and when a child becomes able to decide.' }),
} as const

export const CONSENT_FIELDS = {
  ...AGREED_FIELDS,
  ...GIVEN_FIELDS,
  ...CAPACITY_FIELDS,
  ...WITHDRAWAL_FIELDS,
} as const

/** One consent of one person for one purpose. */
export type Consent = BaseRecord & z.output<z.ZodObject<ShapeOf<typeof CONSENT_FIELDS>>>
