import { isSettled, valueOf } from '#shared/answer.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { GapContext } from './context.ts'
import { about, type Finding, found, when } from './gap.ts'
import { activityRule, dataOfClass, decidesPurposes } from './parts.ts'
import { isBlank } from './words.ts'

/** What people are told: automated decisions, whether data must be given, the law it rests on. @source UK GDPR Art 13, Art 22A */
export const TRANSPARENCY_RULES = [
  activityRule({
    id: 'automated-decisions-undetermined',
    title: 'Automated decisions not answered',
    citation: 'UK GDPR Art 13(2)(f), Art 22A',
    source: 'gdpr-22a',
    severity: 'warning',
    field: 'automatedDecisions',
    explanation:
      'Say whether significant decisions about people are taken by automated means alone, and whether profiling is used. “None” is an answer.',
    find: (activity) =>
      when(
        decidesPurposes(activity) && !isSettled(activity.automatedDecisions),
        'Whether decisions are automated has not been said.',
      ),
  }),
  activityRule({
    id: 'automated-decisions-unexplained',
    title: 'Solely automated decisions without an explanation',
    citation: 'UK GDPR Art 22C',
    source: 'gdpr-22c',
    severity: 'error',
    field: 'automatedDecisions',
    explanation:
      'People get information on solely automated significant decisions, can make representations, obtain human intervention and contest them. Describe the logic, the effect and these safeguards.',
    find: (activity) =>
      when(
        isSolelyAutomated(activity) && isBlank(valueOf(activity.automatedDecisions)?.explanation ?? ''),
        'Decisions are solely automated, but not explained.',
      ),
  }),
  activityRule({
    id: 'automated-on-recognised-interest',
    title: 'Solely automated decisions on a recognised legitimate interest',
    citation: 'UK GDPR Art 22B',
    source: 'gdpr-22b',
    severity: 'error',
    field: 'automatedDecisions',
    explanation:
      'Solely automated significant decisions cannot rest on 6(1)(ea). Bring in a person, or find another basis.',
    find: (activity) =>
      when(
        isSolelyAutomated(activity) && activity.purposes.some(({ basis }) => valueOf(basis) === '6-1-ea'),
        'Decisions are solely automated, and a purpose rests on a recognised legitimate interest.',
      ),
  }),
  activityRule({
    id: 'automated-on-special-data',
    title: 'Solely automated decisions on special category data',
    citation: 'UK GDPR Art 22B',
    source: 'gdpr-22b',
    severity: 'error',
    field: 'automatedDecisions',
    explanation:
      'With special category data, solely automated significant decisions need explicit consent for all of it, or a contract or law together with substantial public interest under 9(2)(g).',
    find: (activity) =>
      when(
        isSolelyAutomated(activity) &&
          dataOfClass(activity, 'special').length > 0 &&
          !activity.purposes.some(({ article9 }) => article9.includes('9-2-a') || article9.includes('9-2-g')),
        'Decisions are solely automated and special category data is used, without explicit consent or 9(2)(g).',
      ),
  }),
  activityRule({
    id: 'automated-decisions-review-overdue',
    title: 'Statement on automated decisions due for review',
    citation: 'UK GDPR Art 22A',
    source: 'gdpr-22a',
    severity: 'note',
    field: 'automatedDecisions',
    check: 'The review date is the organisation’s own; the law sets none.',
    explanation: 'Systems change. Look again at whether decisions are automated, and set the next date.',
    find: ({ automatedDecisions }, { today }) => {
      const reviewOn = valueOf(automatedDecisions)?.reviewOn
      return reviewOn && reviewOn < today
        ? found(`The statement on automated decisions was due for review on ${formatDay(reviewOn)}.`)
        : []
    },
  }),
  activityRule({
    id: 'obligation-to-provide-undetermined',
    title: 'Whether people must give the data is not said',
    citation: 'UK GDPR Art 13(2)(e)',
    source: 'gdpr-13-2-e',
    severity: 'note',
    field: 'obligationToProvide',
    explanation: 'People are told whether they have to give their data, and what follows if they do not.',
    find: (activity) =>
      when(
        decidesPurposes(activity) && !isSettled(activity.obligationToProvide),
        'Whether people must give the data has not been said.',
      ),
  }),
  activityRule({
    id: 'statute-not-in-force',
    title: 'Guidance or superseded law named as the law',
    citation: 'UK GDPR Art 6(3)',
    source: 'gdpr-6-3',
    severity: 'warning',
    field: 'purposes',
    explanation:
      'A basis rests on law in force. Guidance is not legislation, and superseded editions no longer apply: name the Act or instrument behind it.',
    find: (activity, context) =>
      perStatute(
        activity,
        context,
        (standing) => STANDINGS[standing] && `is ${STANDINGS[standing]}, not law in force`,
      ),
  }),
  activityRule({
    id: 'statute-unchecked',
    title: 'Whether a named law is in force was not checked',
    citation: 'UK GDPR Art 6(3)',
    source: 'gdpr-6-3',
    severity: 'note',
    field: 'purposes',
    explanation: 'Look the instrument up and record in the vocabulary whether it is in force.',
    find: (activity, context) =>
      perStatute(
        activity,
        context,
        (standing) => standing === 'unspecified' && 'has not been checked for being in force',
      ),
  }),
] as const

const STANDINGS: Readonly<Record<string, string | undefined>> = {
  superseded: 'superseded',
  guidance: 'guidance',
  'superseded guidance': 'superseded guidance',
}

function isSolelyAutomated({ automatedDecisions }: Activity): boolean {
  return valueOf(automatedDecisions)?.kind === 'solely automated'
}

function perStatute(
  activity: Activity,
  context: GapContext,
  fault: (standing: string) => string | false | undefined,
): readonly Finding[] {
  const ids = new Set(activity.purposes.flatMap(({ statuteIds }) => statuteIds))
  return [...ids].flatMap((id) => {
    const term = context.term(id)
    const words = term?.standing && fault(term.standing)
    return words ? [about(id, `“${term.name}” ${words}.`)] : []
  })
}
