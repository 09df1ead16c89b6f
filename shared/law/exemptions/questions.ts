import type { CasePerson } from '#shared/cases/person.ts'
import type { MarkAnswers } from '#shared/cases/mark.ts'
import { missingFactors } from '#shared/cases/people/grounds.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { isFreshOpinion } from '../release/health-gate.ts'
import { findExemption } from './exemptions.ts'
import type { ExemptionQuestion, KnownFact } from './question.ts'
import { SCHEDULE_2_QUESTIONS } from './questions-schedule-2.ts'
import { SCHEDULE_3_AND_4_QUESTIONS } from './questions-schedules-3-and-4.ts'

export type { ExemptionQuestion } from './question.ts'

/** What is recorded elsewhere and need not be asked again; leave out what nobody knows. */
export type QuestionContext = {
  readonly today?: PlainDate
  /** Whether the controller is a body of Schedule 3 paragraph 8; null while nobody said. */
  readonly isScheduleThreeBody?: boolean | null
  /** Whether the controller is a health professional; null while nobody said. */
  readonly isHealthProfessional?: boolean | null
  /** Whether a parent or somebody appointed by a court asks for a child; null while nobody said. */
  readonly isParentAsking?: boolean | null
  /** The person whom the mark hides. */
  readonly person?: CasePerson | null
}

/** Why an exemption cannot be used yet: an answer is missing, or an answer forbids it. */
export type MissingAnswer = {
  /** Empty where no question is open: the ground itself is none for a mark. */
  readonly code: string
  readonly says: string
  readonly isForbidden: boolean
}

/** What must be answered before a mark may use an exemption, in order; none where nothing is asked. */
export function questionsOf(code: string): readonly ExemptionQuestion[] {
  return SCHEDULE_2_QUESTIONS[code] ?? SCHEDULE_3_AND_4_QUESTIONS[code] ?? []
}

/** Every answer that is missing or forbids an exemption; none where a mark may use it. */
export function missingAnswers(
  code: string,
  answers: MarkAnswers,
  context: QuestionContext = {},
): readonly MissingAnswer[] {
  const found = findExemption(code)
  if (!found)
    return [{ code: '', says: `There is no exemption “${code}” in the library.`, isForbidden: true }]
  const never = NOT_FOR_MARKS[found.test]
  if (never !== undefined) return [{ code: '', says: `${never} (${found.citation})`, isForbidden: true }]
  return questionsOf(code).flatMap((question) => missingOf(question, answers, context, found.citation) ?? [])
}

/** The first thing that keeps a mark from using an exemption, as a sentence; null where it may. */
export function unanswered(code: string, answers: MarkAnswers, context: QuestionContext = {}): string | null {
  return missingAnswers(code, answers, context)[0]?.says ?? null
}

/** Grounds of the library that are no reason to remove something from a page, by how they work. */
const NOT_FOR_MARKS: Readonly<Partial<Record<string, string>>> = {
  disclose: 'This is a rule against removing: what it covers stays.',
  timeLimit: 'This changes the time limit only: nothing is removed for it.',
  request: 'This is about the request as a whole, not about a place on a page.',
  search: 'This limits what has to be looked for, not what is on a page.',
}

function missingOf(
  question: ExemptionQuestion,
  answers: MarkAnswers,
  context: QuestionContext,
  citation: string,
): MissingAnswer | null {
  const known = question.answeredBy === null ? null : knownFact(question.answeredBy, context)
  if (known === true) return null
  const answer = (answers[question.code] ?? '').trim()
  const given = known === false && question.kind === 'yesNo' ? (question.forbiddenBy ?? answer) : answer
  if (given === '' || !isOfKind(question, given))
    return { code: question.code, says: `${question.text} (${citation})`, isForbidden: false }
  if (given === question.forbiddenBy)
    return {
      code: question.code,
      says: `It may not be used here. ${question.wayOut} (${citation})`,
      isForbidden: true,
    }
  return reasonsAgainst(question, given, context, citation)
}

/** What only the answer itself shows: an opinion that is too old, or of somebody who may not give it. */
function reasonsAgainst(
  { code }: ExemptionQuestion,
  given: string,
  { today }: QuestionContext,
  citation: string,
): MissingAnswer | null {
  if (code === 'he5-on' && today !== undefined && !isFreshOpinion(PlainDate.parse(given), today))
    return {
      code,
      says: `The opinion must have been given within six months, and not later than today: ask for a new one. (${citation})`,
      isForbidden: true,
    }
  if (code === 'he5-by' && /\bsocial work/iu.test(given))
    return {
      code,
      says: `A social worker is no health professional in law: ask one, for example a doctor, a nurse or a psychologist. (DPA 2018 s.204; ${citation})`,
      isForbidden: true,
    }
  return null
}

function isOfKind({ kind }: ExemptionQuestion, answer: string): boolean {
  if (kind === 'yesNo') return answer === 'yes' || answer === 'no'
  return kind === 'text' || PlainDate.safeParse(answer).success
}

/** Whether a fact is recorded so that it answers the question; false where it forbids; null where nobody said. */
function knownFact(fact: KnownFact, context: QuestionContext): boolean | null {
  const { isScheduleThreeBody = null, isHealthProfessional = null, isParentAsking = null, person } = context
  if (fact === 'scheduleThreeBody') return isScheduleThreeBody
  if (fact === 'parentAsks') return isParentAsking
  if (fact === 'notHealthProfessional') return isHealthProfessional === null ? null : !isHealthProfessional
  if (fact === 'opinionRecorded') return isHealthProfessional === true || hasOpinion(context) || null
  return person?.decision === 'withhold' && missingFactors(person).length === 0 ? true : null
}

function hasOpinion({ person, today }: QuestionContext): boolean {
  if (!person || person.harmOpinionSays !== 'met' || person.harmOpinionOn === null) return false
  return (
    person.harmOpinionBy.trim() !== '' && today !== undefined && isFreshOpinion(person.harmOpinionOn, today)
  )
}
