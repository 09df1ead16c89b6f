import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { GapContext } from './context.ts'
import { about, type Finding, found, type GapRule, when } from './gap.ts'
import { activityRule, listed, nameOfData, nameOfTerm } from './parts.ts'
import { isBlank, VAGUE_CONDITION } from './words.ts'

const HABIT = 'Accountability is cited from memory, and owners and review dates are working habits, not law.'

/** Who looks after the record, and whether it was looked at. @source UK GDPR Art 5(2) */
export const REVIEW_RULES = [
  activityRule({
    id: 'owner-missing',
    title: 'Nobody owns the record',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'note',
    field: 'owner',
    check: HABIT,
    explanation: 'A record that nobody answers for goes stale. Name the person or post.',
    find: ({ owner }) => when(isBlank(owner), 'No owner is named.'),
  }),
  activityRule({
    id: 'review-date-missing',
    title: 'No review date',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'note',
    field: 'reviewOn',
    check: HABIT,
    explanation: 'The record has to stay true. Set the day on which it will be looked at again.',
    find: ({ reviewOn }) => when(reviewOn === null, 'No review date is set.'),
  }),
  activityRule({
    id: 'review-overdue',
    title: 'Review overdue',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'warning',
    field: 'reviewOn',
    check: HABIT,
    explanation: 'The day set for review has passed. Go through the record and set the next day.',
    find: ({ reviewOn }, { today }) =>
      reviewOn && reviewOn < today ? found(`The review was due on ${formatDay(reviewOn)}.`) : [],
  }),
  activityRule({
    id: 'condition-without-words',
    title: 'Conditional use without its condition',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'warning',
    field: 'onlyIf',
    check: 'Accountability is cited from memory: check it.',
    explanation:
      '“If necessary” does not say when. Write the condition so that somebody else could tell whether it is met, for example “only if the contract requires it”.',
    find: vagueConditions,
  }),
] as const

/** An activity approved while errors remain among what `rules` find; errors set aside with a reason do not count. */
export function approvedDespiteErrors(
  errorsOf: (activity: Activity, context: GapContext) => number,
): GapRule<Activity> {
  return activityRule({
    id: 'approved-with-errors',
    title: 'Approved although errors remain',
    citation: 'UK GDPR Art 5(2)',
    source: 'gdpr-5-2',
    severity: 'warning',
    field: 'status',
    check: 'Accountability is cited from memory; approval is a working habit, not law.',
    explanation: 'Settle what is missing, set it aside with a reason, or put the record back into review.',
    find: (activity, context) => {
      if (activity.status !== 'approved') return []
      const errors = errorsOf(activity, context)
      return when(
        errors > 0,
        `The record is approved, and ${errors === 1 ? 'an error remains' : `${errors} errors remain`}.`,
      )
    },
  })
}

function vagueConditions(activity: Activity, context: GapContext): readonly Finding[] {
  const data = activity.data.map((use) => ({
    item: use.id,
    onlyIf: use.onlyIf,
    name: nameOfData(use, context),
  }))
  const disclosures = activity.disclosures.map(({ id, onlyIf, recipientId }) => ({
    item: id,
    onlyIf,
    name: `Disclosure to “${listed([nameOfTerm(recipientId, context)])}”`,
  }))
  const parts = [...data, ...disclosures]
    .filter(({ onlyIf }) => isVague(onlyIf))
    .map(({ item, name, onlyIf }) =>
      about(item, `${name} is conditional (“${onlyIf.trim()}”), but the condition is not said.`),
    )
  return [
    ...when(
      isVague(activity.onlyIf),
      `The activity is conditional (“${activity.onlyIf.trim()}”), but the condition is not said.`,
    ),
    ...parts,
  ]
}

function isVague(onlyIf: string): boolean {
  return onlyIf !== '' && VAGUE_CONDITION.test(onlyIf)
}
