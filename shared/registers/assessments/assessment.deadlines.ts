import { type Deadline, type DeadlineContext, deadlineOn } from '#shared/described/deadline.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { derivationText } from '#shared/law/clocks/clock.ts'
import { policyDocumentClock } from '#shared/law/clocks/policy-document.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'

/** The fields that an assessment's dates come from. */
export type AssessmentDates = Pick<AnyRecord, 'organisationId'> & {
  readonly kind: string | null
  readonly status: string | null
  readonly reviewOn: PlainDate | null
  readonly expiresOn: PlainDate | null
  readonly processingStoppedOn: PlainDate | null
}

/** The review and the end of an assessment, and how long a policy document has to be kept. */
export function assessmentDeadlines(
  assessment: AssessmentDates,
  context: DeadlineContext,
): readonly Deadline[] {
  const kept = policyDocumentKept(assessment, context)
  if (assessment.status === 'superseded' || assessment.status === 'rejected') return kept
  return [...review(assessment), ...expiry(assessment), ...kept]
}

function review({ reviewOn }: AssessmentDates): readonly Deadline[] {
  if (!reviewOn) return []
  return [
    deadlineOn('review', 'Review the assessment', reviewOn, {
      derivation: `The record sets its review for ${formatDay(reviewOn)}.`,
      citation: 'UK GDPR Art 5(2), Art 24(1)',
      actions: [{ label: 'Set the next review', page: null, field: 'reviewOn' }],
    }),
  ]
}

function expiry({ expiresOn }: AssessmentDates): readonly Deadline[] {
  if (!expiresOn) return []
  return [
    deadlineOn('expiry', 'The assessment ceases to hold', expiresOn, {
      weight: 'promise',
      derivation: `The record says that it holds until ${formatDay(expiresOn)}.`,
      citation: 'UK GDPR Art 5(2)',
      actions: [{ label: 'Enter how long it holds', page: null, field: 'expiresOn' }],
    }),
  ]
}

/** @source DPA 2018 Sch 1 para 40 */
function policyDocumentKept(
  { kind, processingStoppedOn, organisationId }: AssessmentDates,
  { nationOf, extraHolidays }: DeadlineContext,
): readonly Deadline[] {
  if (kind !== 'APD' || !processingStoppedOn) return []
  const clock = policyDocumentClock({ processingStoppedOn }, nationOf(organisationId), { extraHolidays })
  if (!clock.due) return []
  return [
    deadlineOn('keep-until', 'Keep the policy document until this day', clock.due, {
      weight: 'law',
      derivation: derivationText(clock),
      citation: 'DPA 2018 Sch 1 para 40',
      warnings: clock.warnings.map(({ words }) => words),
    }),
  ]
}
