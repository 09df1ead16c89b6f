import type { Choice } from '#shared/described/field.ts'
import { ASSESSMENT_KINDS, findAssessmentKind, unanswered } from '#shared/law/assessment-kinds.ts'
import type { AssessmentKind, AssessmentQuestion } from '#shared/law/assessments/assessment-kind.ts'

/** What an assessment keeps under a question; the question is kept by its code, such as `DPIA.need`. */
export type Given = { readonly id: string; readonly question: string | null; readonly answer: string }

type Asked = { readonly kind: string | null; readonly answers: readonly Given[] }

/** The code that answers keep a question by: several kinds ask about, say, retention, each in its own words. */
export function questionCode(kind: string, key: string): string {
  return `${kind}.${key}`
}

/** Every question of every kind, for the field that keeps answers. */
export const QUESTION_CHOICES: readonly Choice[] = ASSESSMENT_KINDS.flatMap(({ code, questions }) =>
  questions.map(({ key, question }) => ({ value: questionCode(code, key), label: question })),
)

/** What is answered of the questions of the assessment’s kind, by the key of the question. */
export function answersOf({ kind, answers }: Asked): Readonly<Record<string, string>> {
  const prefix = `${kind ?? ''}.`
  return Object.fromEntries(
    answers.flatMap(({ question, answer }) =>
      question?.startsWith(prefix) ? [[question.slice(prefix.length), answer]] : [],
    ),
  )
}

/**
 * The answers with one of them changed, those of the assessment’s kind in the order they are asked.
 *
 * An answer of blanks is taken out. Answers to questions of another kind stay, behind the others.
 */
export function withAnswer(assessment: Asked, key: string, answer: string, newId: () => string): Given[] {
  const { kind, answers } = assessment
  const code = questionCode(kind ?? '', key)
  const known = answers.find(({ question }) => question === code)
  const others = answers.filter(({ question }) => question !== code)
  const all = answer.trim() ? [...others, { id: known?.id ?? newId(), question: code, answer }] : others
  return inOrder(findAssessmentKind(kind ?? ''), all)
}

function inOrder(kind: AssessmentKind | undefined, answers: readonly Given[]): Given[] {
  const places = new Map(kind?.questions.map(({ key }, index) => [questionCode(kind.code, key), index]))
  const placeOf = ({ question }: Given) => places.get(question ?? '') ?? places.size
  return answers.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** How far an assessment is: what is asked, how much of it is answered, and which required questions are not. */
export type Progress = {
  readonly asked: number
  readonly answered: number
  readonly missing: readonly AssessmentQuestion[]
}

/** How far the answers of an assessment are; nothing is asked while its kind is not known. */
export function progressOf(assessment: Asked): Progress {
  const kind = findAssessmentKind(assessment.kind ?? '')
  if (!kind) return { asked: 0, answered: 0, missing: [] }
  const answers = answersOf(assessment)
  const answered = kind.questions.filter(({ key }) => answers[key]?.trim()).length
  return { asked: kind.questions.length, answered, missing: unanswered(kind, answers) }
}
