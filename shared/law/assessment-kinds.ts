import { addMonths, type PlainDate } from '#shared/time/plain-date.ts'
import type { AssessmentKind } from './assessments/assessment-kind.ts'
import { ADM, APD, TRA } from './assessments/documents.ts'
import { DPIA } from './assessments/dpia.ts'
import { COMPAT, LIA, RLI } from './assessments/interests.ts'
import { findCode, labelOf } from './code-list.ts'

/** Every kind of assessment the register knows, with its questions. */
export const ASSESSMENT_KINDS: readonly AssessmentKind[] = [DPIA, LIA, RLI, COMPAT, APD, TRA, ADM]

/** The kind with a code, or `undefined` when there is none. */
export function findAssessmentKind(code: string): AssessmentKind | undefined {
  return findCode(ASSESSMENT_KINDS, code)
}

/** What to show for a kind; the code itself when it is unknown. */
export function assessmentKindLabel(code: string): string {
  return labelOf(ASSESSMENT_KINDS, code)
}

/** The day an assessment made on a day is suggested to be looked at again. */
export function suggestedReview({ reviewAfterMonths }: AssessmentKind, madeOn: PlainDate): PlainDate {
  return addMonths(madeOn, reviewAfterMonths)
}

/** The required questions that have no answer yet; an answer of blanks is none. */
export function unanswered(
  { questions }: AssessmentKind,
  answers: Readonly<Record<string, string>>,
): AssessmentKind['questions'] {
  return questions.filter(({ key, required }) => required && !answers[key]?.trim())
}

/** How long a policy document is kept: six months after the processing ended. @source DPA 2018 Sch 1 para 40 */
export function policyDocumentKeptUntil(processingEndedOn: PlainDate): PlainDate {
  return addMonths(processingEndedOn, 6)
}
