import type { z } from 'zod'
import { codesOffered } from '#shared/described/codes-offered.ts'
import {
  choice,
  day,
  items,
  line,
  link,
  links,
  number,
  passage,
  type ShapeOf,
  tally,
  terms,
} from '#shared/described/field.ts'
import type { BaseRecord } from '#shared/described/register.ts'
import { RETENTION_FATES } from '#shared/law/retention-words.ts'

/** What the rule is about. */
export const SCOPE_FIELDS = {
  status: choice('Status', [
    { value: 'draft', label: 'Draft' },
    { value: 'inForce', label: 'In force' },
    { value: 'superseded', label: 'Superseded' },
  ]),
  dataIds: terms('Categories of data', 'data', { citation: 'UK GDPR Art 30(1)(f)' }),
  peopleIds: terms('Categories of people', 'people'),
  activityIds: links('Activities', 'activities'),
  systemIds: terms('Systems and stores', 'systems', { hint: 'Where it has to go from; paper stores too.' }),
} as const

/** How long, from when, and what then. @source UK GDPR Art 5(1)(e), Art 30(1)(f) */
export const PERIOD_FIELDS = {
  trigger: line('Runs from', {
    hint: 'The event the time runs from: “the case is closed”, “the child turns 18”.',
  }),
  periodAmount: number('Period', { citation: 'UK GDPR Art 30(1)(f)' }),
  periodUnit: choice('Days, months or years', [
    { value: 'days', label: 'Days' },
    { value: 'months', label: 'Months' },
    { value: 'years', label: 'Years' },
  ]),
  criterion: passage('Criterion', {
    hint: 'What decides where there is no fixed period, or what qualifies it. It must be possible to work a date out from it.',
    citation: 'UK GDPR Art 5(1)(e)',
  }),
  fate: choice('What then happens', codesOffered(RETENTION_FATES)),
} as const

/** What sets the time. */
export const AUTHORITY_FIELDS = {
  authorityKind: choice('Set by', [
    { value: 'statute', label: 'A statute or regulations' },
    { value: 'contract', label: 'A contract' },
    { value: 'limitation', label: 'Limitation: a claim could still be brought' },
    { value: 'guidance', label: 'Guidance or a regulator' },
    { value: 'businessNeed', label: 'Business need' },
  ]),
  authority: line('Which one', { hint: 'The provision, the clause, or the need in a few words.' }),
  statuteIds: terms('Law and instruments', 'statutes'),
  contractIds: links('Contracts', 'contracts'),
  reviewOn: day('Review of the rule'),
} as const

/** What departs from the rule, and what stops it. */
export const HOLD_FIELDS = {
  exceptions: items(
    'Exceptions',
    {
      what: line('What'),
      because: line('Why'),
      instead: line('Kept instead until'),
      authority: line('Set by'),
    },
    { called: 'what', hint: 'Records to which another time applies.' },
  ),
  holds: items(
    'Holds',
    {
      because: line('Why', {
        hint: 'For example a claim, an inquiry, a request for access that is not answered yet.',
      }),
      since: day('Since'),
      until: day('Until', { hint: 'Leave empty while it is open; the hold then lasts until it is ended.' }),
      batch: line('Only for', { hint: 'The words of one batch below; empty: everything under the rule.' }),
      requestId: link('Request', 'requests'),
      complaintId: link('Complaint', 'complaints'),
      claim: line('Claim or inquiry', { hint: 'Its reference, without names.' }),
    },
    { called: 'because', hint: 'While a hold lasts, nothing it covers is disposed of.' },
  ),
} as const

/** What is there, with the day its time began. */
export const BATCH_FIELDS = {
  batches: items(
    'Batches',
    {
      what: line('What', { hint: 'For example “Case files closed in 2019, boxes 12 to 30”.' }),
      startedOn: day('Time began', { hint: 'The day of the event the period runs from.' }),
      count: tally('How many'),
      place: line('Where'),
      disposalId: link('Disposal', 'disposals'),
      disposedOn: day('Disposed of'),
    },
    {
      called: 'what',
      hint: 'What is to be disposed of together. From these days the program works out what is due.',
    },
  ),
} as const

export const RETENTION_FIELDS = {
  ...SCOPE_FIELDS,
  ...PERIOD_FIELDS,
  ...AUTHORITY_FIELDS,
  ...HOLD_FIELDS,
  ...BATCH_FIELDS,
} as const

/** One rule of the retention schedule. */
export type ScheduleRule = BaseRecord & z.output<z.ZodObject<ShapeOf<typeof RETENTION_FIELDS>>>
export type Batch = ScheduleRule['batches'][number]
export type Hold = ScheduleRule['holds'][number]
