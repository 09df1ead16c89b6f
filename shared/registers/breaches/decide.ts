import type { AnyDescribed, AnyRecord } from '#shared/described/register.ts'
import { linesOf, type Naming, NOT_KNOWN } from '#shared/described/words.ts'
import { severityOf } from '#shared/law/breaches/enisa.ts'
import { type DecisionSubject, findOutcome, type Ground } from '#shared/law/breaches/outcomes.ts'
import { BREACH_QUESTIONS, type BreachAnswers } from '#shared/law/breaches/questions.ts'
import { suggestOutcome } from '#shared/law/breaches/suggest.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Instant } from '#shared/time/instant.ts'
import { BREACH_FIELDS, type Breach } from './breach.record.ts'
import { KEPT_FIELDS, QUESTION_FIELDS, SEVERITY_FIELDS } from './breach.room.ts'
import type { BreachDecision, DecisionInputs } from './kept.ts'

/** What a person says when recording a decision. */
export type Deciding = {
  readonly subject: DecisionSubject
  readonly outcome: string
  readonly because: string
  /** Answers to what the outcome asks for, by the key of the question. */
  readonly grounds: Readonly<Record<string, string>>
  readonly decidedBy: string
  readonly decidedAt: Instant
  /** Whether it is meant that it was decided before the organisation became aware. */
  readonly isBeforeAwareness: boolean
  /** The decision it takes the place of, as the person saw it. */
  readonly expects: string | null
}

/** The answers to the five questions as a record holds them. */
export function answersOf({ isBreach, whoHasIt, whatIsMissing, whatHarm, howMany }: Breach): BreachAnswers {
  return { isBreach, whoHasIt, whatIsMissing, whatHarm, howMany }
}

/** The decisions on a subject, the one in force first. */
export function decisionsOn({ decisions }: Breach, subject: DecisionSubject): readonly BreachDecision[] {
  return decisions.filter((decision) => decision.subject === subject).toReversed()
}

/**
 * Why a decision cannot be recorded, in a sentence with the way out; null when it can.
 *
 * @source UK GDPR Art 33(1), Art 34
 */
export function whyNotDecide(breach: Breach, deciding: Deciding, now: Instant): string | null {
  const { decidedAt } = deciding
  const outcome = findOutcome(deciding.subject, deciding.outcome)
  if (!outcome) return 'Choose what is decided.'
  if (deciding.because.trim() === '') return 'Write down why: a decision without reasons cannot be checked.'
  if (deciding.decidedBy.trim() === '') return 'Say who decides.'
  const open = outcome.grounds.find(({ key }) => !deciding.grounds[key]?.trim())
  if (open) return `“${outcome.label}” needs an answer to: ${open.question}`
  const odd = outcome.grounds.find((ground) => !isOffered(ground, deciding.grounds[ground.key]!))
  if (odd) return `Choose one of the answers to: ${odd.question}`
  if (outcome.value === 'logOnly' && !isNoBreach(breach))
    return 'The record says neither that it was a near miss nor that there was no breach. Record that first, or decide whether a risk is unlikely.'
  if (decidedAt > now) return `It cannot have been decided later than now: ${formatUkMoment(decidedAt)}.`
  if (breach.awareAt && decidedAt < breach.awareAt && !deciding.isBeforeAwareness)
    return `It was decided on ${formatUkMoment(decidedAt)}, before the organisation became aware on ${formatUkMoment(breach.awareAt)}. Check the two times, or say that it was so.`
  return null
}

const isOffered = ({ choices }: Ground, answer: string) =>
  !choices || choices.some(({ value }) => value === answer)

const isNoBreach = ({ nearMiss, status, isBreach }: Breach) =>
  nearMiss === true || status === 'noBreach' || isBreach === 'no'

/** The decision as it is to be kept, all but its seal; it must be one that `whyNotDecide` lets pass. */
export function decisionOf(
  breach: Breach,
  deciding: Deciding,
  kept: Pick<BreachDecision, 'id' | 'recordedAt' | 'recordedBy'> & { readonly inputs: DecisionInputs },
): Omit<BreachDecision, 'sha256'> {
  const { subject, because, decidedBy, decidedAt, expects } = deciding
  const { value, label, grounds } = findOutcome(subject, deciding.outcome)!
  const isEarly = breach.awareAt !== null && decidedAt < breach.awareAt
  return {
    ...kept,
    subject,
    outcome: value,
    outcomeText: label,
    because: because.trim(),
    grounds: [
      ...grounds.map((ground) => ({ label: ground.question, text: answerInWords(ground, deciding) })),
      ...(isEarly
        ? [{ label: 'Decided before the organisation became aware', text: formatUkMoment(breach.awareAt!) }]
        : []),
    ],
    decidedBy: decidedBy.trim(),
    decidedAt,
    supersedes: expects,
  }
}

function answerInWords({ key, choices }: Ground, { grounds }: Deciding): string {
  const answer = grounds[key]!.trim()
  return choices?.find(({ value }) => value === answer)?.label ?? answer
}

/** The breach with a sealed decision added, and with what lists and deadlines show of it. */
export function withDecision(breach: Breach, decision: BreachDecision): Breach {
  const { subject, outcome, because, grounds, decidedBy, decidedAt } = decision
  const reasons = [because, ...grounds.map(({ label, text }) => `${label} ${text}`)]
    .join('\n')
    .slice(0, 20_000)
  const decisions = [...breach.decisions, decision]
  return subject === 'commissioner'
    ? {
        ...breach,
        decisions,
        commissionerDecision: outcome as Breach['commissionerDecision'],
        commissionerBecause: reasons,
        commissionerDecidedBy: decidedBy,
        commissionerDecidedAt: decidedAt,
      }
    : {
        ...breach,
        decisions,
        peopleDecision: outcome as Breach['peopleDecision'],
        peopleBecause: reasons,
        peopleDecidedBy: decidedBy,
        peopleDecidedAt: decidedAt,
      }
}

/** What a decision taken now would rest on: the answers, what they point to, the severity and the record, in words. */
export function inputsOf(breach: Breach, nameOf: Naming): DecisionInputs {
  const answers = answersOf(breach)
  const { text, reasons } = suggestOutcome(answers)
  const severity = severityOf(breach)
  return {
    questions: Object.entries(BREACH_QUESTIONS).map(([key, { question, choices }]) => ({
      question,
      answer: choices.find(({ value }) => value === answers[key as keyof BreachAnswers])?.label ?? NOT_KNOWN,
    })),
    suggestion: {
      outcome: text,
      reasons: reasons.map(({ says, decides }) => (decides ? `${says} This decides it.` : says)),
    },
    severity: severity && {
      score: severity.score,
      level: severity.level,
      flags: [...severity.flags],
      parts: severity.parts.map((part) => ({ label: `${part.label}: ${part.score}`, text: part.text })),
    },
    facts: factsOf(breach, nameOf),
  }
}

/** Fields that stand among the inputs already, or are what is being decided. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ...Object.keys(QUESTION_FIELDS),
  ...Object.keys(SEVERITY_FIELDS),
  ...Object.keys(KEPT_FIELDS),
  ...['commissioner', 'people'].flatMap((subject) =>
    ['Decision', 'Because', 'DecidedBy', 'DecidedAt'].map((end) => subject + end),
  ),
])

function factsOf(breach: Breach, nameOf: Naming): DecisionInputs['facts'] {
  const record = breach as unknown as AnyRecord
  const fields = Object.entries(BREACH_FIELDS as AnyDescribed['fields'])
  const own = breach.organisationId && nameOf('organisations', breach.organisationId)
  return [
    { label: 'What happened', text: `${breach.reference} ${breach.name}`.trim() },
    ...(own ? [{ label: 'Organisation', text: own }] : []),
    ...fields.flatMap(([key, field]) =>
      ELSEWHERE.has(key) ? [] : inParts(field.label, linesOf(field, record[key], nameOf).join('\n')),
    ),
  ]
}

/** The longest text that one fact holds. */
const LONGEST = 20_000

/** A long list of entries is kept in several parts, so that nothing of it is lost. */
function inParts(label: string, text: string): DecisionInputs['facts'] {
  const parts = Array.from({ length: Math.ceil(text.length / LONGEST) }, (_, index) =>
    text.slice(index * LONGEST, (index + 1) * LONGEST),
  )
  return parts.map((part, index) => ({ label: index === 0 ? label : `${label} (${index + 1})`, text: part }))
}
