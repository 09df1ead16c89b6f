import type { Disposal } from '#shared/registers/disposals/disposal.record.ts'
import { dueDayOf, heldBecause } from '#shared/registers/retention/disposals-due.ts'
import type { ScheduleRule } from '#shared/registers/retention/retention-rule.record.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { GapContext } from './context.ts'
import { ruleAbout, when } from './gap.ts'
import { isBlank } from './words.ts'

const rule = ruleAbout<Disposal>('disposals')

/** What the log of disposals has to show. @source UK GDPR Art 5(1)(e), Art 5(2) */
export const DISPOSAL_RULES = [
  rule({
    id: 'disposal-under-hold',
    title: 'Disposed of under a hold',
    citation: 'UK GDPR Art 5(1)(e)',
    source: 'gdpr-5-1-e',
    severity: 'error',
    field: 'ruleId',
    explanation:
      'What is on hold is kept until the hold ends. If it is gone, whoever set the hold has to be told; if it is planned, stop it.',
    find: (disposal, context) => {
      const { schedule, what } = ruleAndBatch(disposal, context)
      const held =
        schedule && disposal.status !== 'stopped'
          ? heldBecause(schedule, what, disposal.disposedOn ?? context.today)
          : null
      return when(
        held !== null,
        `“${disposal.name}” is ${isDone(disposal) ? 'disposed of' : 'planned for disposal'} although it is held. ${held}`,
      )
    },
  }),
  rule({
    id: 'disposal-before-time',
    title: 'Disposed of before its time',
    citation: 'UK GDPR Art 5(1)(e)',
    source: 'gdpr-5-1-e',
    severity: 'warning',
    field: 'disposedOn',
    explanation: 'Where a statute or a contract sets the time, less is as wrong as more.',
    find: (disposal, context) => {
      const { schedule, batch } = ruleAndBatch(disposal, context)
      const due = schedule && batch && dueDayOf(schedule, batch)
      return when(
        Boolean(due && disposal.disposedOn && disposal.disposedOn < due),
        `“${disposal.name}” was disposed of before ${due ? formatDay(due) : ''}, the day its rule gives. Record why, or correct the day.`,
      )
    },
  }),
  rule({
    id: 'disposal-incomplete',
    title: 'How or when is not recorded',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'error',
    field: 'disposedOn',
    explanation: 'A disposal that is done says how, when and by whom; otherwise it cannot be shown.',
    find: (disposal) => {
      const missing = [
        ...(disposal.method === null ? ['how'] : []),
        ...(disposal.disposedOn === null ? ['when'] : []),
        ...(isBlank(disposal.disposedBy) && disposal.processorId === null ? ['by whom'] : []),
      ]
      return when(
        isDone(disposal) && missing.length > 0,
        `“${disposal.name}” is done, but ${missing.join(', ')} is not recorded.`,
      )
    },
  }),
  rule({
    id: 'disposal-without-rule',
    title: 'Disposal without a rule',
    citation: 'UK GDPR Art 5(1)(e)',
    source: 'gdpr-5-1-e',
    severity: 'warning',
    field: 'ruleId',
    explanation:
      'Name the rule of the schedule, or say in the description why it went: a request for erasure, data that should never have come.',
    find: ({ name, ruleId, description }) =>
      when(
        ruleId === null && isBlank(description),
        `“${name}” names neither a retention rule nor another reason.`,
      ),
  }),
  rule({
    id: 'disposal-holds-unchecked',
    title: 'Holds were not looked at',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'warning',
    field: 'holdsChecked',
    explanation: 'Before anything goes, somebody looks at holds and at requests that are not answered yet.',
    find: ({ name, holdsChecked, status }) =>
      when(
        holdsChecked !== true && status !== 'stopped',
        `For “${name}” it is not recorded that holds and open requests were looked at.`,
      ),
  }),
  rule({
    id: 'disposal-anonymised-unexplained',
    title: 'Called anonymous without saying why',
    citation: 'UK GDPR Art 4(1)',
    source: 'gdpr-4-1',
    severity: 'error',
    field: 'anonymisedHow',
    explanation:
      'Data is anonymous only if nobody can be identified by means reasonably likely to be used; otherwise it is still personal data and its time still runs.',
    find: ({ name, method, anonymisedHow }) =>
      when(
        method === 'anonymised' && isBlank(anonymisedHow),
        `“${name}” was made anonymous, but why nobody can be identified any more is not recorded.`,
      ),
  }),
  rule({
    id: 'disposal-without-certificate',
    title: 'No certificate from the company',
    citation: 'UK GDPR Art 28(3)(g)',
    source: 'gdpr-28-3-g',
    severity: 'note',
    field: 'certificate',
    explanation: 'A company that destroys for you confirms it; without that the log rests on its word.',
    find: (disposal) =>
      when(
        isDone(disposal) &&
          disposal.processorId !== null &&
          isBlank(disposal.certificate) &&
          isBlank(disposal.witness),
        `“${disposal.name}” was done by a company; neither a certificate nor a witness is recorded.`,
      ),
  }),
] as const

const isDone = ({ status }: Disposal) => status === 'done'

/** The rule and the batch of a disposal; rules are known on the Gaps page only. */
function ruleAndBatch({ ruleId, batch: named, id }: Disposal, { records }: GapContext) {
  const schedule = (records.retention as unknown as readonly ScheduleRule[]).find((one) => one.id === ruleId)
  const words = named.trim().toLowerCase()
  const batch = schedule?.batches.find(
    ({ disposalId, what }) => disposalId === id || (words !== '' && what.trim().toLowerCase() === words),
  )
  const what = batch ?? (words === '' ? null : { what: named })
  return { schedule: schedule ?? null, batch: batch ?? null, what }
}
