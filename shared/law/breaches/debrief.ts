import type { BreachCase } from './cases/case.ts'
import { BREACH_QUESTIONS, type BreachAnswers } from './questions.ts'
import { suggestOutcome } from './suggest.ts'

/** What somebody made of a case. */
export type CaseTaken = {
  readonly answers: BreachAnswers
  /** Whether they would tell the Commissioner. */
  readonly notify: boolean
  /** Whether they would tell the people. */
  readonly tell: boolean
}

/** One of the two decisions beside the one of the case. */
export type DecisionCompared = {
  readonly taken: boolean
  readonly wanted: boolean
  readonly agrees: boolean
}

/** One of the five answers beside the one of the case. */
export type AnswerCompared = {
  readonly key: keyof BreachAnswers
  readonly given: string | null
  readonly wanted: string
  readonly same: boolean
  /** Whether this answer led the suggestion elsewhere. */
  readonly madeTheDifference: boolean
}

export type Debrief = {
  readonly commissioner: DecisionCompared
  readonly people: DecisionCompared
  readonly answers: readonly AnswerCompared[]
  /** Both decisions in one sentence. */
  readonly text: string
  /** Whether the decisions are others than the answers suggested. */
  readonly departed: boolean
}

/** What somebody made of a case beside its outcome, and the answers that made the difference. @source UK GDPR Art 33(1), Art 34 */
export function debriefOf(one: BreachCase, taken: CaseTaken): Debrief {
  const commissioner = compared(taken.notify, one.notify)
  const people = compared(taken.tell, one.tell)
  const { outcome } = suggestOutcome(taken.answers)
  const suggested = { notify: outcome.startsWith('notify'), tell: outcome === 'notifyAndTell' }
  return {
    commissioner,
    people,
    answers: answersCompared(one, taken.answers),
    text: inWords(commissioner, people),
    departed: suggested.notify !== taken.notify || suggested.tell !== taken.tell,
  }
}

const compared = (taken: boolean, wanted: boolean): DecisionCompared => ({
  taken,
  wanted,
  agrees: taken === wanted,
})

function answersCompared(one: BreachCase, given: BreachAnswers): readonly AnswerCompared[] {
  const found = suggestOutcome(given).outcome
  const strays = found !== suggestOutcome(one.answers).outcome
  const rows = (Object.keys(BREACH_QUESTIONS) as (keyof BreachAnswers)[]).map((key) => {
    const [wanted, answer] = [one.answers[key], given[key]]
    const same = answer === wanted
    const turns = !same && suggestOutcome({ ...given, [key]: wanted }).outcome !== found
    return { key, given: answer, wanted, same, madeTheDifference: strays && turns }
  })
  // Two answers can lead astray together, so that putting either right changes nothing.
  if (!strays || rows.some(({ madeTheDifference }) => madeTheDifference)) return rows
  return rows.map((row) => ({ ...row, madeTheDifference: !row.same }))
}

function inWords(commissioner: DecisionCompared, people: DecisionCompared): string {
  if (commissioner.agrees && people.agrees) return 'Agrees on both decisions.'
  if (!commissioner.agrees && !people.agrees) return 'Differs on both decisions.'
  return commissioner.agrees
    ? 'Agrees on telling the Commissioner, differs on telling the people.'
    : 'Differs on telling the Commissioner, agrees on telling the people.'
}
