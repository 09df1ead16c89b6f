import { BREACH_QUESTIONS, type BreachAnswers } from '#shared/law/breaches/questions.ts'
import type { Breach } from './breach.record.ts'

/** An answer that plainly follows from the record; a person takes it over or not. */
export type ProposedAnswer = {
  readonly question: keyof BreachAnswers
  readonly value: string
  readonly label: string
  /** What the record says. */
  readonly because: string
}

/** From this many people on the answer is “many”: a habit, not law. */
const MANY = 100

/** Answers that follow from what the record says and that differ from the answers given. */
export function proposedAnswers(breach: Breach): readonly ProposedAnswer[] {
  return [
    isBreach(breach),
    whoHasIt(breach),
    whatIsMissing(breach),
    whatHarm(breach),
    howMany(breach),
  ].flatMap((found) => (found && breach[found.question] !== found.value ? [found] : []))
}

function isBreach({ nearMiss, status }: Breach): ProposedAnswer | null {
  if (nearMiss === true) return proposed('isBreach', 'no', 'it is recorded as a near miss')
  if (status === 'noBreach') return proposed('isBreach', 'no', 'it was looked into and is no breach')
  return status === 'confirmed' ? proposed('isBreach', 'yes', 'it is recorded as confirmed') : null
}

function whoHasIt({ isUnintelligible }: Breach): ProposedAnswer | null {
  return isUnintelligible === true ? proposed('whoHasIt', 'nobody', 'nobody else can read the data') : null
}

function whatIsMissing({ kinds }: Breach): ProposedAnswer | null {
  return kinds.length > 0 && kinds.every((kind) => kind === 'confidentiality')
    ? proposed('whatIsMissing', 'nothing', 'only confidentiality was lost')
    : null
}

function whatHarm({ safeguardingRisk }: Breach): ProposedAnswer | null {
  return safeguardingRisk === true ? proposed('whatHarm', 'grave', 'it could put somebody in danger') : null
}

function howMany({ people, involvesChildren, safeguardingRisk }: Breach): ProposedAnswer | null {
  const isAtRisk = involvesChildren === true || safeguardingRisk === true
  const most = people.to ?? people.from
  if (people.state === 'unknown' || most === null || (involvesChildren === null && !isAtRisk)) return null
  const count = most >= MANY ? 'many' : 'few'
  const who = involvesChildren
    ? 'children among them'
    : isAtRisk
      ? 'somebody in danger'
      : 'no children among them'
  return proposed(
    'howMany',
    isAtRisk ? `${count}AtRisk` : count,
    `up to ${most.toLocaleString('en-GB')} people, ${who}`,
  )
}

function proposed(question: keyof BreachAnswers, value: string, because: string): ProposedAnswer {
  const choice = BREACH_QUESTIONS[question].choices.find((one) => one.value === value)!
  return { question, value, label: choice.label, because }
}
