import type { z } from 'zod'
import {
  choice,
  day,
  line,
  link,
  links,
  passage,
  type ShapeOf,
  tally,
  terms,
  yesNo,
} from '#shared/described/field.ts'
import type { BaseRecord } from '#shared/described/register.ts'

/** What goes, and under which rule. */
export const WHAT_FIELDS = {
  status: choice('Status', [
    { value: 'planned', label: 'Planned' },
    { value: 'done', label: 'Done' },
    { value: 'stopped', label: 'Stopped' },
  ]),
  ruleId: link('Retention rule', 'retention', { citation: 'UK GDPR Art 5(1)(e)' }),
  batch: line('Batch', { hint: 'In the words of the rule.' }),
  dataIds: terms('Categories of data', 'data'),
  activityIds: links('Activities', 'activities'),
  systemIds: terms('From which systems and stores', 'systems'),
  count: tally('How many'),
  unit: line('Of what', { hint: 'Files, boxes, records, accounts.' }),
  description: passage('Description', {
    hint: 'Enough to show later what is gone, and no more: a log that repeats the data keeps it.',
  }),
} as const

/** How, when and by whom. */
export const HOW_FIELDS = {
  method: choice('Method', [
    { value: 'destroyed', label: 'Destroyed', hint: 'Paper shredded, media destroyed.' },
    { value: 'deleted', label: 'Deleted', hint: 'From live systems; backups as they run out.' },
    { value: 'anonymised', label: 'Anonymised', hint: 'Nobody can be identified any more.' },
    { value: 'returned', label: 'Returned', hint: 'To the controller, as the contract says.' },
    { value: 'archived', label: 'Archived', hint: 'Still held, for archiving, research or statistics.' },
  ]),
  plannedOn: day('Planned for'),
  disposedOn: day('Disposed of on'),
  disposedBy: line('By', { hint: 'Who did it: a role, or the company.' }),
  processorId: link('Company', 'processors'),
  backupsGoneOn: day('Out of backups by'),
  anonymisedHow: passage('Why nobody can be identified any more', {
    hint: 'For anonymised data: how it was done, and why it cannot be undone by means reasonably likely to be used.',
  }),
} as const

/** Who agreed, who saw it, and what was kept back. */
export const PROOF_FIELDS = {
  holdsChecked: yesNo('Holds and open requests were looked at'),
  authorisedBy: line('Agreed by'),
  authorisedOn: day('Agreed on'),
  witness: line('Witness'),
  certificate: line('Certificate', { hint: 'Its number, and where it is kept.' }),
  certificateOn: day('Certificate of'),
  exceptions: passage('Kept back', { hint: 'What of it was not disposed of, and why.' }),
} as const

export const DISPOSAL_FIELDS = { ...WHAT_FIELDS, ...HOW_FIELDS, ...PROOF_FIELDS } as const

/** One disposal, planned or done. */
export type Disposal = BaseRecord & z.output<z.ZodObject<ShapeOf<typeof DISPOSAL_FIELDS>>>
