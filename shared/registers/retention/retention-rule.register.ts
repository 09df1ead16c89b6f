import { keysOf } from '#shared/described/keys-of.ts'
import { describeRegister } from '#shared/described/register.ts'
import { retentionDeadlines } from './retention-rule.deadlines.ts'
import {
  AUTHORITY_FIELDS,
  BATCH_FIELDS,
  HOLD_FIELDS,
  PERIOD_FIELDS,
  RETENTION_FIELDS,
  SCOPE_FIELDS,
} from './retention-rule.record.ts'

/** How long each kind of record is kept, why, and what then happens to it. @source UK GDPR Art 5(1)(e), Art 30(1)(f) */
export const retention = describeRegister({
  register: 'retention',
  label: 'Retention schedule',
  one: 'retention rule',
  about:
    'What is kept, from when, for how long, on whose authority, and what then happens to it. Rules can be made from the times already recorded on activities. Holds stop disposal; batches with their dates say what is due.',
  example: {
    name: 'Case files of families',
    says: 'One year after the case is closed, then deleted; longer where a claim or the law requires it. Batch: cases closed in 2025, due from January 2026.',
  },
  series: 'RS',
  nameLabel: 'What is kept',
  nameHint: 'The records, not the people: “Case files of families”.',
  fields: RETENTION_FIELDS,
  sections: [
    { title: 'What is kept', fields: keysOf(SCOPE_FIELDS) },
    { title: 'How long', fields: keysOf(PERIOD_FIELDS) },
    { title: 'Who says so', fields: keysOf(AUTHORITY_FIELDS) },
    { title: 'Exceptions and holds', fields: keysOf(HOLD_FIELDS) },
    { title: 'Batches', fields: keysOf(BATCH_FIELDS) },
  ],
  list: ['trigger', 'periodAmount', 'periodUnit', 'fate', 'authorityKind', 'status'],
  facets: ['status', 'periodUnit', 'fate', 'authorityKind', 'dataIds'],
  category: 'authorityKind',
  status: 'status',
  day: 'reviewOn',
  isClosed: ({ status }) => status === 'superseded',
  deadlines: retentionDeadlines,
})
