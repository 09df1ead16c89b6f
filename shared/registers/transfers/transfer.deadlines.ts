import { type Deadline, deadlineOn } from '#shared/described/deadline.ts'
import { addMonths, formatDay } from '#shared/time/plain-date.ts'
import type { TransferRecord } from './transfer.fields.ts'

/** How long a check of a partial approval is relied on: a habit of ours, not law. */
const CHECK_MONTHS = 12

/** What is due about a transfer: its mechanism, its test, the check of its approval, the next review. None once it has stopped. */
export function transferDeadlines(transfer: TransferRecord): readonly Deadline[] {
  const { stage, mechanismUntil, testReviewOn, coverCheckedOn, reviewOn } = transfer
  if (stage === 'stopped') return []
  return [
    ...on(mechanismUntil, (due) =>
      deadlineOn('mechanism-end', 'Renew what lets the transfer happen, or stop it', due, {
        weight: 'promise',
        derivation: `The mechanism holds until ${formatDay(due)}.`,
        citation: 'UK GDPR Art 44A',
        actions: [
          { label: 'Enter the new mechanism', page: null, field: 'mechanism' },
          { label: 'It has stopped', page: null, changes: { stage: 'stopped' } },
        ],
      }),
    ),
    ...on(testReviewOn, (due) =>
      deadlineOn('test-review', 'Look at the data protection test again', due, {
        derivation: `The test itself names ${formatDay(due)}.`,
        citation: 'UK GDPR Art 46(1A)',
        actions: [{ label: 'Enter the new test', page: null, field: 'testMadeOn' }],
      }),
    ),
    ...on(isPartlyApproved(transfer) ? coverCheckedOn : null, (checked) =>
      deadlineOn(
        'cover-check',
        'Check again that the approval covers the importer',
        addMonths(checked, CHECK_MONTHS),
        {
          derivation: `${CHECK_MONTHS} months after the check on ${formatDay(checked)}.`,
          citation: 'UK GDPR Art 45A',
          warnings: ['The twelve months are a working habit, not law.'],
          actions: [{ label: 'Enter the new check', page: null, field: 'coverCheckedOn' }],
        },
      ),
    ),
    ...on(reviewOn, (due) =>
      deadlineOn('review', 'Review the transfer', due, {
        derivation: `The review is set for ${formatDay(due)}.`,
        citation: 'UK GDPR Art 44A',
        actions: [{ label: 'Set the next review', page: null, field: 'reviewOn' }],
      }),
    ),
  ]
}

function isPartlyApproved({ ukExtension, conditionMet }: TransferRecord): boolean {
  return ukExtension === true || conditionMet === true
}

function on<Day>(day: Day | null, deadline: (day: Day) => Deadline): readonly Deadline[] {
  return day === null ? [] : [deadline(day)]
}
