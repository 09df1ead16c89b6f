import type { z } from 'zod'
import { codesOffered } from '#shared/described/codes-offered.ts'
import {
  choice,
  choices,
  day,
  line,
  lines,
  link,
  links,
  passage,
  type ShapeOf,
} from '#shared/described/field.ts'
import type { BaseRecord } from '#shared/described/register.ts'
import { MARKETING_CHANNELS } from '#shared/law/marketing-channels.ts'

/** Whom not to contact: as little as is needed to recognise them. */
export const WHO_FIELDS = {
  status: choice('Status', [
    { value: 'inForce', label: 'In force' },
    { value: 'lifted', label: 'Lifted' },
  ]),
  emails: lines('Email addresses', { hint: 'One on each line. Capital letters do not matter.' }),
  telephones: lines('Telephone numbers', {
    hint: 'One on each line, written as you like: 01234 567890 or +44 1234 567890.',
  }),
  postcode: line('Postcode', { hint: 'Recognises the person by name and postcode.' }),
  scope: choices('Channels', codesOffered(MARKETING_CHANNELS), { hint: 'None ticked: every channel.' }),
} as const

/** Since when, from where, and why it is kept. @source UK GDPR Art 21 */
export const WHY_FIELDS = {
  since: day('Since', { citation: 'UK GDPR Art 21(3)' }),
  source: choice('Source', [
    { value: 'unsubscribe', label: 'Unsubscribe link' },
    { value: 'told', label: 'Told us' },
    { value: 'objection', label: 'Objection under Article 21' },
    { value: 'erasure', label: 'Asked for erasure' },
    { value: 'complaint', label: 'Complaint' },
    { value: 'preferenceService', label: 'Telephone or mailing preference service' },
    { value: 'ours', label: 'Our own decision', hint: 'For example after a bereavement.' },
  ]),
  sourceNote: line('How it reached us'),
  keptBecause: passage('Why this entry is kept', {
    hint: 'The least that recognises the person is kept so that they are not contacted again, also when they ask for erasure; tell them so.',
    citation: 'UK GDPR Art 21(3)',
  }),
  requestId: link('Request', 'requests'),
  activityIds: links('Activities', 'activities'),
} as const

/** Why it no longer holds. */
export const LIFTED_FIELDS = {
  liftedOn: day('Lifted on'),
  liftedBecause: passage('Lifted because', { hint: 'For example a new consent, with its date and proof.' }),
  liftedBy: line('Lifted by'),
} as const

export const SUPPRESSION_FIELDS = { ...WHO_FIELDS, ...WHY_FIELDS, ...LIFTED_FIELDS } as const

/** Somebody not to be contacted for marketing. */
export type Suppression = BaseRecord & z.output<z.ZodObject<ShapeOf<typeof SUPPRESSION_FIELDS>>>
