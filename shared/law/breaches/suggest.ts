import { WHAT_WAS_ANSWERED, NOT_KNOWN, OUTCOME_WORDS, SHORT_NAMES } from './suggestion-words.ts'
import { BREACH_QUESTIONS, type BreachAnswers } from './questions.ts'
import type { Reason, SuggestedOutcome, Suggestion } from './suggestion.ts'

type Key = keyof BreachAnswers
type Answered = { readonly [K in Key]: NonNullable<BreachAnswers[K]> }
type Risk = Suggestion['risk']

const RISKS: readonly Risk[] = ['unlikely', 'risk', 'high']
const COUNTS = ['few', 'fewAtRisk', 'many', 'manyAtRisk'] as const satisfies readonly Answered['howMany'][]

/** Unlikely, a risk, or high for few people, few with some at risk, many, many with some at risk. */
type Row = readonly [Risk, Risk, Risk, Risk]
const NO: Row = ['unlikely', 'unlikely', 'unlikely', 'unlikely']
const RISK: Row = ['risk', 'risk', 'risk', 'risk']
const HIGH: Row = ['high', 'high', 'high', 'high']

const OUT_OF_CONTROL: Record<Answered['whatHarm'], Row> = {
  // A child or a person at risk cannot be asked to bear the doubt about what a stranger does with it.
  little: ['unlikely', 'risk', 'unlikely', 'risk'],
  limited: ['risk', 'high', 'risk', 'high'],
  serious: HIGH,
  grave: HIGH,
}

/** What somebody having the data leads to: by who has it, the harm it can do, and how many it concerns. */
const BY_WHO_HAS_IT: Record<Answered['whoHasIt'], Record<Answered['whatHarm'], Row>> = {
  nobody: { little: NO, limited: NO, serious: NO, grave: NO },
  trusted: { little: NO, limited: NO, serious: RISK, grave: RISK },
  known: {
    little: NO,
    limited: ['risk', 'risk', 'risk', 'high'],
    serious: ['risk', 'high', 'high', 'high'],
    grave: HIGH,
  },
  unknown: OUT_OF_CONTROL,
  hostile: OUT_OF_CONTROL,
}

/** What being without the data leads to. */
const BY_WHAT_IS_MISSING: Record<Answered['whatIsMissing'], Risk> = {
  nothing: 'unlikely',
  delay: 'risk',
  harm: 'high',
}

const OUTCOMES: Record<Risk, SuggestedOutcome> = { unlikely: 'record', risk: 'notify', high: 'notifyAndTell' }

const SHOWN: readonly Key[] = ['whoHasIt', 'whatHarm', 'howMany']

/**
 * What the five answers point to, and the facts that push it there; a person decides.
 * A question without an answer counts as its worst one. A worse answer never gives a milder outcome.
 *
 * @source UK GDPR Art 33(1), Art 34; EDPB Guidelines 01/2021
 */
export function suggestOutcome(answers: BreachAnswers): Suggestion {
  const open = answers.isBreach === 'no' ? [] : keys().filter((key) => answers[key] === null)
  const taken = takenAs(answers)
  const risk = riskOf(taken)
  const outcome = taken.isBreach === 'no' ? 'noBreach' : OUTCOMES[risk]
  const asked = taken.isBreach === 'no' ? keys().filter((key) => key === 'isBreach') : keys()
  return {
    outcome,
    text: textOf(outcome, open),
    risk,
    reasons: asked.map((key): Reason => {
      const answer = answers[key]
      const says = answer === null ? NOT_KNOWN[key] : WHAT_WAS_ANSWERED[key][answer as never]
      return { question: key, says, decides: decides(key, taken) }
    }),
    open,
  }
}

/** The answers with the worst one in place of each that is missing. */
function takenAs(answers: BreachAnswers): Answered {
  return Object.fromEntries(keys().map((key) => [key, answers[key] ?? worstOf(key)])) as Answered
}

function riskOf(taken: Answered): Risk {
  if (taken.isBreach === 'no') return 'unlikely'
  return worse(shownRisk(taken), BY_WHAT_IS_MISSING[taken.whatIsMissing])
}

const shownRisk = ({ whoHasIt, whatHarm, howMany }: Answered): Risk =>
  BY_WHO_HAS_IT[whoHasIt][whatHarm][COUNTS.indexOf(howMany)]!

/** Whether the outcome would be another, on the path that led to it, had this one question been answered otherwise. */
function decides(key: Key, taken: Answered): boolean {
  if (key === 'isBreach') return taken.isBreach === 'no'
  const risk = riskOf(taken)
  const milderWanted = risk !== 'unlikely'
  const changed: Answered = { ...taken, [key]: milderWanted ? mildestOf(key) : worstOf(key) }
  const onPath = SHOWN.includes(key)
    ? [shownRisk(taken), shownRisk(changed)]
    : [BY_WHAT_IS_MISSING[taken.whatIsMissing], BY_WHAT_IS_MISSING[changed.whatIsMissing]]
  return onPath[0] === risk && onPath[1] !== risk
}

function textOf(outcome: SuggestedOutcome, open: readonly Key[]): string {
  if (open.length === 0) return OUTCOME_WORDS[outcome]
  const names = open.map((key) => SHORT_NAMES[key]).join(', ')
  return `As far as is known: ${OUTCOME_WORDS[outcome]} Not answered yet, and taken at its worst: ${names}.`
}

const worse = (one: Risk, other: Risk): Risk => RISKS[Math.max(RISKS.indexOf(one), RISKS.indexOf(other))]!

const keys = () => Object.keys(BREACH_QUESTIONS) as Key[]
const mildestOf = (key: Key) => BREACH_QUESTIONS[key].choices[0].value
const worstOf = (key: Key) => BREACH_QUESTIONS[key].choices.at(-1)!.value
