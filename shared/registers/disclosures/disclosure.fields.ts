import type { z } from 'zod'
import {
  choice,
  day,
  line,
  link,
  links,
  moment,
  passage,
  type ShapeOf,
  term,
  terms,
  yesNo,
} from '#shared/described/field.ts'
import {
  ASKER_CHOICES,
  DECISION_CHOICES,
  GATEWAY_CHOICES,
  OCCASION_CHOICES,
  TOLD_CHOICES,
} from './disclosure.choices.ts'

/** Every field of the register. */
export const DISCLOSURE_FIELDS = {
  occasion: choice('How it came about', OCCASION_CHOICES),
  askedOn: day('Asked on'),
  askedByKind: choice('By what kind of body', ASKER_CHOICES),
  askedBy: line('By whom', { hint: 'Officer or office, and their authority to ask.' }),
  askerReference: line('Their reference'),
  asked: passage('What was asked for, and what for'),
  isSigned: yesNo('In writing, with the law it relies on'),
  answerBy: day('To be answered by', { hint: 'The day a court or the body set.' }),
  gateway: choice('Legal gateway', GATEWAY_CHOICES, {
    hint: 'What lets the data be given out. A duty to disclose leaves no choice; the others ask for a decision.',
    citation: 'UK GDPR Art 6(1); DPA 2018 Sch 2',
  }),
  gatewayBecause: passage('Why it applies, and why no less would do', { citation: 'UK GDPR Art 5(1)(c)' }),
  decision: choice('Decision', DECISION_CHOICES),
  decidedBy: line('Decided by'),
  decidedOn: day('Decided on'),
  refusedBecause: passage('Why it was refused, or what was left out'),
  disclosedAt: moment('Given out at'),
  recipientId: term('To whom, in the library', 'recipients', { citation: 'UK GDPR Art 30(1)(d)' }),
  what: passage('What was given out'),
  dataIds: terms('Categories of data', 'data'),
  peopleIds: terms('Categories of people', 'people'),
  channel: line('How it was sent'),
  isSecure: yesNo('By a secure channel', { citation: 'UK GDPR Art 32' }),
  told: choice('Was the person told?', TOLD_CHOICES),
  toldBecause: passage('Why, or why not'),
  tellOn: day('To be told on'),
  requestId: link('Request it belongs to', 'requests'),
  activityIds: links('Activities', 'activities'),
  evidenceIds: links('Evidence', 'evidence'),
} as const

/** What is recorded of a disclosure besides its name. */
export type DisclosureFacts = z.infer<z.ZodObject<ShapeOf<typeof DISCLOSURE_FIELDS>>>
