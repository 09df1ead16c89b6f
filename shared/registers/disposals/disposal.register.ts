import { type Deadline, deadlineOn } from '#shared/described/deadline.ts'
import { keysOf } from '#shared/described/keys-of.ts'
import { describeRegister } from '#shared/described/register.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { type Disposal, DISPOSAL_FIELDS, HOW_FIELDS, PROOF_FIELDS, WHAT_FIELDS } from './disposal.record.ts'

/** What was destroyed, deleted, made anonymous, returned or archived. @source UK GDPR Art 5(1)(e), Art 5(2) */
export const disposals = describeRegister({
  register: 'disposals',
  label: 'Disposal log',
  one: 'disposal',
  about:
    'What was destroyed, deleted, made anonymous, returned or archived: under which rule, how, when, by whom, and who saw it. It shows that the schedule is kept, without keeping what is gone.',
  example: {
    name: 'Case files closed in 2025',
    says: 'About 140 files, under the rule of one year after the case is closed; deleted on 12 January by the case system’s administrator; two kept back under a claim.',
  },
  series: 'DL',
  nameLabel: 'What was disposed of',
  nameHint: 'The batch, not the people in it.',
  fields: DISPOSAL_FIELDS,
  sections: [
    { title: 'What', fields: keysOf(WHAT_FIELDS) },
    { title: 'How and when', fields: keysOf(HOW_FIELDS) },
    { title: 'Proof', fields: keysOf(PROOF_FIELDS) },
  ],
  list: ['status', 'method', 'disposedOn', 'count', 'ruleId', 'disposedBy'],
  facets: ['status', 'method', 'dataIds', 'holdsChecked'],
  category: 'method',
  status: 'status',
  day: 'disposedOn',
  isClosed: ({ status }) => status === 'done' || status === 'stopped',
  deadlines: disposalDeadlines,
})

/** What is planned, and what is waited for once it is done. */
export function disposalDeadlines({ status, plannedOn, method }: Disposal): readonly Deadline[] {
  if (status === 'done' || status === 'stopped' || !plannedOn) return []
  return [
    deadlineOn('dispose', method === 'returned' ? 'Return' : 'Dispose of', plannedOn, {
      derivation: `Planned for ${formatDay(plannedOn)}.`,
      citation: 'UK GDPR Art 5(1)(e)',
      weight: 'promise',
      actions: [
        { label: 'Record that it is done', page: null, field: 'disposedOn', changes: { status: 'done' } },
        { label: 'Stop it', page: null, field: 'exceptions', changes: { status: 'stopped' } },
      ],
    }),
  ]
}
