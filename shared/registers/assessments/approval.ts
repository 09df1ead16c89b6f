import { findAssessmentKind, suggestedReview } from '#shared/law/assessment-kinds.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { Assessment } from './assessment.register.ts'
import { progressOf } from './questions.ts'

/** Why an assessment cannot be approved as it stands, in a sentence; null when it can. */
export function refusalOf(assessment: Assessment): string | null {
  const { status } = assessment
  if (status === 'approved') return 'It is approved already.'
  if (status === 'superseded') return 'It was replaced. Approve the version that replaces it.'
  return whatIsMissing(assessment)
}

/** What the approval of an assessment looks at. */
type Approvable = Parameters<typeof progressOf>[0] & {
  readonly status: string | null
  readonly outcome: string | null
  readonly approvedBy: string
}

/** Why an assessment may not become approved by a change of its status, as in the form or in bulk; null when it may. */
export function refusalOfChange(before: Approvable, after: Approvable | null): string | null {
  const isApproval = after?.status === 'approved' && before.status !== 'approved'
  // Undoing what replaced a version makes that version the approved one again.
  if (!isApproval || before.status === 'superseded') return null
  const missing = whatIsMissing(after)
  if (missing !== null) return `It cannot be approved yet. ${missing}`
  return after.approvedBy.trim() === '' ? 'Say who approves it: the button “Approve…” asks for it.' : null
}

function whatIsMissing(assessment: Approvable): string | null {
  const { kind, outcome } = assessment
  if (!findAssessmentKind(kind ?? '')) return 'Choose the kind of assessment first.'
  const { missing } = progressOf(assessment)
  const [first] = missing
  if (first)
    return missing.length === 1
      ? `The question “${first.question}” has no answer yet.`
      : `${missing.length} questions have no answer yet; the first is “${first.question}”`
  return outcome === null ? 'The outcome is open: choose it before the assessment is approved.' : null
}

/**
 * The assessment as approved on a day, with the review that its kind suggests unless one is set.
 *
 * A review that lies behind is set anew: it was the review of the version before.
 */
export function approved(assessment: Assessment, by: string, on: PlainDate): Assessment {
  const kind = findAssessmentKind(assessment.kind ?? '')
  const isSet = assessment.reviewOn !== null && assessment.reviewOn > on
  return {
    ...assessment,
    status: 'approved',
    approvedBy: by,
    approvedOn: on,
    reviewOn: isSet || !kind ? assessment.reviewOn : suggestedReview(kind, on),
  }
}

/** A draft that takes up where an assessment ends; the old one goes on until the new one is approved. */
export function nextVersion(assessment: Assessment, id: string, reference: string): Assessment {
  return {
    ...assessment,
    id,
    reference,
    status: 'draft',
    madeOn: null,
    approvedBy: '',
    approvedOn: null,
    reviewOn: null,
    expiresOn: null,
    document: '',
    replacesId: assessment.id,
    waivers: [],
    snoozed: [],
  }
}
