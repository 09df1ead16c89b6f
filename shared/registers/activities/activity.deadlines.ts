import { valueOf } from '#shared/answer.ts'
import { type Deadline, deadlineOn } from '#shared/described/deadline.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { Activity } from './activity.schema.ts'

/** The reviews an activity sets itself; a retired one sets none. */
export function deadlinesOfActivity(activity: Activity): readonly Deadline[] {
  if (activity.status === 'retired') return []
  const decisions = valueOf(activity.automatedDecisions)?.reviewOn ?? null
  return [
    ...(activity.reviewOn
      ? [
          deadlineOn('review', 'Review the activity', activity.reviewOn, {
            derivation: `The record sets its review for ${formatDay(activity.reviewOn)}.`,
            citation: 'UK GDPR Art 5(2)',
            actions: [{ label: 'Set the next review', page: null, field: 'reviewOn' }],
          }),
        ]
      : []),
    ...(decisions
      ? [
          deadlineOn('automated-decisions', 'Review the statement on automated decisions', decisions, {
            derivation: `The record sets the review of what it says on automated decisions for ${formatDay(decisions)}.`,
            citation: 'UK GDPR Art 22A',
            actions: [{ label: 'Look at automated decisions', page: null, field: 'automatedDecisions' }],
          }),
        ]
      : []),
  ]
}
