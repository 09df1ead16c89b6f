import { answerText, caseAsTold, caseOutcomeText, caseSource } from '#shared/law/breaches/cases.ts'
import type { BreachCase } from '#shared/law/breaches/cases/case.ts'
import { type Debrief, debriefOf } from '#shared/law/breaches/debrief.ts'
import { isDrillLate, timeTakenText } from '#shared/law/breaches/drill.ts'
import { BREACH_QUESTIONS } from '#shared/law/breaches/questions.ts'
import { suggestOutcome } from '#shared/law/breaches/suggest.ts'
import type { EvidenceRecord } from '#shared/registers/evidence/evidence.register.ts'
import { ukDayOf } from '#shared/time/plain-date.ts'
import type { Exercise } from './exercises.contract.ts'

/** What an exercise puts into a piece of evidence. */
export type ExerciseEvidence = Pick<
  EvidenceRecord,
  'name' | 'kind' | 'status' | 'subject' | 'audience' | 'doneOn' | 'peopleExpected' | 'peopleDone'
>

/** The evidence that an exercise was run: what the case was, what was decided and why, and how it compares. */
export function exerciseEvidence(
  one: BreachCase,
  exercise: Exercise,
  tookPart: string,
  people: number | null,
): ExerciseEvidence {
  const told = caseAsTold(one, exercise.adapted)
  return {
    name: `Breach exercise: ${told.title}`,
    kind: 'training',
    status: 'done',
    subject: subjectOf(told, exercise, debriefOf(told, exercise)),
    audience: tookPart,
    doneOn: ukDayOf(exercise.decidedAt),
    peopleExpected: people,
    peopleDone: people,
  }
}

function subjectOf(told: BreachCase, exercise: Exercise, debrief: Debrief): string {
  const { startedAt, jumpedHours, decidedAt, answers } = exercise
  const time = { startedAt, jumpedHours }
  const late = isDrillLate(time, decidedAt) ? ', after the 72 hours' : ''
  const setting = exercise.adapted && told.group !== 'sector' ? ', told in children’s services' : ''
  return [
    `An exercise, not a breach. Case ${told.code}${setting}. Outcome: ${caseSource(told)}.`,
    `Tell the Commissioner: ${yesNo(exercise.notify)}, because ${exercise.notifyBecause || 'no reason was given'}`,
    `Tell the people: ${yesNo(exercise.tell)}, because ${exercise.tellBecause || 'no reason was given'}`,
    `The five answers suggested: ${suggestOutcome(answers).text}`,
    `The case: ${caseOutcomeText(told)} ${told.because}`,
    debrief.text,
    ...debrief.answers
      .filter(({ madeTheDifference }) => madeTheDifference)
      .map(
        ({ key, given, wanted }) =>
          `${BREACH_QUESTIONS[key].question} Answered: ${answerText(key, given)}. The case: ${answerText(key, wanted)}.`,
      ),
    `Time taken: ${timeTakenText(time, decidedAt)}${late}.`,
    ...(told.check ? [`Check: ${told.check}`] : []),
  ].join('\n')
}

const yesNo = (value: boolean) => (value ? 'yes' : 'no')
