import { choice, day, items, line, links, number, passage, terms } from '#shared/described/field.ts'
import { describeRegister, type RecordOf } from '#shared/described/register.ts'
import { evidenceDeadlines } from './evidence.deadlines.ts'

/** What shows that security is kept up: training, access reviews, tests, confidentiality. */
export const evidence = describeRegister({
  register: 'evidence',
  label: 'Training and access evidence',
  one: 'piece of evidence',
  about:
    'What shows that the measures a notice promises are kept up: training and who has had it, reviews of who may see what, tests, confidentiality undertakings, procedures and when staff were told of them.',
  example: {
    name: 'Data protection training for all staff, autumn 2026',
    says: '42 of 45 people have completed it; the three who have not are named to their managers. It comes up again in a year.',
  },
  series: 'EV',
  nameLabel: 'Evidence',
  fields: {
    kind: choice('Kind', [
      { value: 'training', label: 'Training', hint: 'UK GDPR Art 39(1)(b)' },
      { value: 'access', label: 'Review of access rights' },
      { value: 'test', label: 'Test of security' },
      { value: 'confidentiality', label: 'Confidentiality undertaking' },
      { value: 'procedure', label: 'Procedure and its announcement' },
      { value: 'physical', label: 'Paper and premises' },
      { value: 'audit', label: 'Audit or certificate' },
    ]),
    status: choice('Status', [
      { value: 'planned', label: 'Planned' },
      { value: 'underWay', label: 'Under way' },
      { value: 'done', label: 'Done' },
      { value: 'lapsed', label: 'Lapsed' },
    ]),
    subject: passage('What was done, and what it showed'),
    audience: line('Who it is for'),
    doneOn: day('Done on'),
    dueAgainOn: day('Due again on'),
    peopleExpected: number('People expected'),
    peopleDone: number('People who have done it'),
    measureIds: terms('Security measures it shows', 'measures', { citation: 'UK GDPR Art 32' }),
    systemIds: terms('Systems and stores', 'systems'),
    activityIds: links('Activities', 'activities'),
    findings: items(
      'Findings',
      {
        finding: line('Finding'),
        action: line('What is done about it'),
        dueOn: day('By'),
        doneOn: day('Done on'),
      },
      { called: 'finding' },
    ),
    document: line('Where the proof is'),
  },
  sections: [
    { title: 'What it is', fields: ['kind', 'status', 'subject', 'audience', 'doneOn', 'dueAgainOn'] },
    { title: 'Reach', fields: ['peopleExpected', 'peopleDone', 'measureIds', 'systemIds', 'activityIds'] },
    { title: 'Findings and proof', fields: ['findings', 'document'] },
  ],
  list: ['kind', 'status', 'doneOn', 'dueAgainOn', 'peopleDone', 'peopleExpected'],
  facets: ['kind', 'status', 'measureIds'],
  category: 'kind',
  status: 'status',
  day: 'doneOn',
  isClosed: ({ status, dueAgainOn }) => status === 'done' && dueAgainOn === null,
  deadlines: evidenceDeadlines,
})
export type EvidenceRecord = RecordOf<typeof evidence>
