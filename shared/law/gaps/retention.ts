import { isSettled, valueOf } from '#shared/answer.ts'
import type { RetentionRule } from '#shared/registers/activities/activity.parts.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { GapContext } from './context.ts'
import { activityRule, decidesPurposes, nameOfData, perData, type Sentence } from './parts.ts'
import { about, type Finding } from './gap.ts'
import { CONTRACT, isBlank, VAGUE_PERIOD } from './words.ts'

/** How long each category of data is kept, from when, and what becomes of it. @source UK GDPR Art 30(1)(f) */
export const RETENTION_RULES = [
  activityRule({
    id: 'retention-missing',
    title: 'No retention rule',
    citation: 'UK GDPR Art 30(1)(f)',
    source: 'gdpr-30-1-f',
    severity: 'warning',
    field: 'data',
    whenRetired: true,
    explanation:
      'Where possible a controller’s record gives the time limit for erasing each category of data. Give a period and what starts it, or the criterion that decides.',
    find: (activity, context) =>
      decidesPurposes(activity)
        ? perData(
            activity,
            context,
            ({ retention }, name) =>
              !isSettled(retention) && `How long ${name} is kept has not been determined.`,
          )
        : [],
  }),
  activityRule({
    id: 'retention-vague',
    title: 'Retention rule without a limit',
    citation: 'UK GDPR Art 5(1)(e), Art 30(1)(f)',
    source: 'gdpr-30-1-f',
    severity: 'warning',
    field: 'data',
    whenRetired: true,
    check: 'Storage limitation (Art 5(1)(e)) is cited from memory: check it.',
    explanation:
      '“A limited time” or “as long as necessary” sets no limit. Give a period, or a criterion from which a date can be worked out.',
    find: (activity, context) =>
      perRule(
        activity,
        context,
        ({ period, criterion }, name) =>
          period === null &&
          (isBlank(criterion)
            ? `${name} has a retention rule with neither a period nor a criterion.`
            : VAGUE_PERIOD.test(criterion) &&
              `${name} is kept under a criterion that sets no limit: “${criterion.trim()}”.`),
      ),
  }),
  activityRule({
    id: 'retention-trigger-missing',
    title: 'Retention period without a start',
    citation: 'UK GDPR Art 30(1)(f)',
    source: 'gdpr-30-1-f',
    severity: 'warning',
    field: 'data',
    whenRetired: true,
    explanation:
      'A period says nothing without the event it runs from, such as “end of service” or “date of birth”.',
    find: (activity, context) =>
      perRule(
        activity,
        context,
        ({ period, trigger }, name) =>
          period !== null &&
          isBlank(trigger) &&
          `${name} is kept for ${period.amount} ${period.unit}, but from when is not said.`,
      ),
  }),
  activityRule({
    id: 'retention-fate-unknown',
    title: 'What becomes of the data is not known',
    citation: 'UK GDPR Art 30(1)(f)',
    source: 'gdpr-30-1-f',
    severity: 'note',
    field: 'data',
    whenRetired: true,
    explanation: 'At the end of its time data is erased, made anonymous, archived or returned. Say which.',
    find: (activity, context) =>
      perRule(
        activity,
        context,
        ({ fate }, name) =>
          fate === 'unknown' && `What becomes of ${name} at the end of its time is not known.`,
      ),
  }),
  activityRule({
    id: 'retention-contract-missing',
    title: 'Retention depends on a contract that does not settle it',
    citation: 'UK GDPR Art 30(1)(f)',
    source: 'gdpr-30-1-f',
    severity: 'warning',
    field: 'data',
    whenRetired: true,
    explanation:
      'The rule points to a contract for the time. Link the contract, and record in it how long data is kept after it closes.',
    find: (activity, context) => {
      const lack = whatContractsLack(activity, context)
      return lack === null
        ? []
        : perRule(
            activity,
            context,
            ({ trigger, criterion, authority }, name) =>
              CONTRACT.test(`${trigger} ${criterion} ${authority}`) &&
              `${name} is kept as a contract says, but ${lack}.`,
          )
    },
  }),
] as const

function perRule(
  activity: Activity,
  context: GapContext,
  sentence: (rule: RetentionRule, name: string) => Sentence,
): readonly Finding[] {
  return activity.data.flatMap((use) => {
    const rule = valueOf(use.retention)
    const message = rule && sentence(rule, nameOfData(use, context))
    return message ? [about(use.id, message)] : []
  })
}

function whatContractsLack({ contractIds }: Activity, context: GapContext): string | null {
  if (contractIds.length === 0) return 'no contract is linked'
  const open = contractIds.flatMap((id) => {
    const contract = context.contract(id)
    return contract && isSettled(contract.retentionAfterClosure)
      ? []
      : [contract?.name ?? 'a contract that is gone']
  })
  return open.length === 0 ? null : `the time is still to be determined in ${open.join(', ')}`
}
