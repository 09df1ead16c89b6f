import { valueOf } from '#shared/answer.ts'
import { dueDayOf, holdsOn, periodInWords } from '#shared/registers/retention/disposals-due.ts'
import type { ScheduleRule } from '#shared/registers/retention/retention-rule.record.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { GapContext } from './context.ts'
import { about, type Finding, ruleAbout, when } from './gap.ts'
import { nameOfTerm, shortened } from './parts.ts'
import { isBlank, VAGUE_PERIOD } from './words.ts'

const rule = ruleAbout<ScheduleRule>('retention')

/** How long, from when, on whose authority, and what stands against disposal. @source UK GDPR Art 5(1)(e), Art 30(1)(f) */
export const SCHEDULE_RULES = [
  rule({
    id: 'schedule-without-limit',
    title: 'Rule without a limit',
    citation: 'UK GDPR Art 5(1)(e), Art 30(1)(f)',
    source: 'gdpr-30-1-f',
    severity: 'error',
    field: 'periodAmount',
    check: 'Storage limitation (Art 5(1)(e)) is cited from memory: check it.',
    explanation:
      'Give a period, or a criterion from which a date can be worked out. “As long as necessary” sets no limit.',
    find: (record) => {
      if (periodInWords(record) !== null) return []
      const { criterion, name } = record
      return when(
        isBlank(criterion) || VAGUE_PERIOD.test(criterion),
        isBlank(criterion)
          ? `“${name}” gives neither a period nor a criterion.`
          : `“${name}” is kept under a criterion that sets no limit: “${shortened(criterion)}”.`,
      )
    },
  }),
  rule({
    id: 'schedule-without-start',
    title: 'Period without a start',
    citation: 'UK GDPR Art 30(1)(f)',
    source: 'gdpr-30-1-f',
    severity: 'warning',
    field: 'trigger',
    explanation: 'A period says nothing without the event it runs from.',
    find: (record) =>
      when(
        periodInWords(record) !== null && isBlank(record.trigger),
        `“${record.name}” is kept for ${periodInWords(record)}, but from when is not said.`,
      ),
  }),
  rule({
    id: 'schedule-without-authority',
    title: 'Nobody says why that long',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'warning',
    field: 'authority',
    explanation:
      'A statute, a contract, the limitation of claims, or a business need in words: without one the time cannot be explained.',
    find: ({ name, authority, authorityKind, statuteIds, contractIds }) =>
      when(
        isBlank(authority) && statuteIds.length === 0 && contractIds.length === 0,
        authorityKind === null
          ? `What sets the time of “${name}” is not recorded.`
          : `What sets the time of “${name}” is named by its kind only. Name the provision, the clause or the need.`,
      ),
  }),
  rule({
    id: 'schedule-fate-unknown',
    title: 'What then happens is not known',
    citation: 'UK GDPR Art 5(1)(e)',
    source: 'gdpr-5-1-e',
    severity: 'note',
    field: 'fate',
    explanation:
      'At the end of its time data is deleted, made anonymous, archived, returned or looked at again.',
    find: ({ name, fate }) =>
      when(fate === null, `What happens to “${name}” at the end of its time is not recorded.`),
  }),
  rule({
    id: 'schedule-hold-without-reason',
    title: 'Hold without a reason',
    citation: 'UK GDPR Art 5(1)(e)',
    source: 'gdpr-5-1-e',
    severity: 'error',
    field: 'holds',
    explanation: 'A hold keeps data beyond its time; it needs a reason and a day from which it holds.',
    find: ({ name, holds }) =>
      holds.flatMap(({ id, because, claim, requestId, complaintId, since }) =>
        (isBlank(because) && isBlank(claim) && !requestId && !complaintId) || since === null
          ? [
              about(
                id,
                `A hold on “${name}” does not say ${since === null ? 'since when it lasts' : 'why it is there'}.`,
              ),
            ]
          : [],
      ),
  }),
  rule({
    id: 'schedule-hold-ended',
    title: 'Hold that has ended',
    citation: 'UK GDPR Art 5(1)(e)',
    source: 'gdpr-5-1-e',
    severity: 'note',
    field: 'holds',
    explanation: 'Once a hold has ended, what it covered falls under the rule again.',
    find: ({ name, holds, batches }, { today }) =>
      holds.flatMap(({ id, until }) =>
        until !== null && until < today && batches.some(({ disposedOn }) => disposedOn === null)
          ? [about(id, `A hold on “${name}” ended on ${formatDay(until)}. Look at what it covered.`)]
          : [],
      ),
  }),
  rule({
    id: 'schedule-kept-too-long',
    title: 'Kept beyond its time',
    citation: 'UK GDPR Art 5(1)(e)',
    source: 'gdpr-5-1-e',
    severity: 'warning',
    field: 'batches',
    explanation: 'Dispose of the batch, or put it on hold with the reason.',
    find: (record, { today }) =>
      record.batches.flatMap((batch) => {
        const due = dueDayOf(record, batch)
        const isOver =
          due !== null && due < today && batch.disposedOn === null && record.status !== 'superseded'
        return isOver && holdsOn(record, batch, today).length === 0
          ? [
              about(
                batch.id,
                `“${batch.what || record.name}” was due for disposal on ${formatDay(due)} and is still there.`,
              ),
            ]
          : []
      }),
  }),
  rule({
    id: 'schedule-differs-from-activity',
    title: 'Activity says another time',
    citation: 'UK GDPR Art 30(1)(f)',
    source: 'gdpr-30-1-f',
    severity: 'warning',
    field: 'activityIds',
    explanation: 'The record of processing and the schedule should give the same time for the same data.',
    find: differsFromActivities,
  }),
] as const

/** Activities are known on the Gaps page only; a record looked at alone raises nothing here. */
function differsFromActivities(record: ScheduleRule, context: GapContext): readonly Finding[] {
  const own = periodInWords(record)
  if (own === null || record.status === 'superseded') return []
  return context.activities
    .filter(({ id }) => record.activityIds.includes(id))
    .flatMap((activity) =>
      activity.data.flatMap((use) => {
        const period = valueOf(use.retention)?.period
        const said = period && periodInWords({ periodAmount: period.amount, periodUnit: period.unit })
        if (!said || said === own || !record.dataIds.includes(use.categoryId)) return []
        const words = `${activity.reference} keeps “${nameOfTerm(use.categoryId, context)}” for ${said}, the schedule for ${own}.`
        return [about(activity.id, words)]
      }),
    )
}
