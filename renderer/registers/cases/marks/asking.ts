import type { Mark } from '#shared/cases/mark.ts'
import { unanswered } from '#shared/law/exemptions/questions.ts'
import type { QuickReason } from '#shared/registers/cases/case-marks.contract.ts'

/** Answers that were given with a reason, by what the reason says; those of another person need not hold. */
export type GivenAnswers = Map<string, Mark['answers']>

/** Whether an exemption asks something of a mark that these answers leave open. */
export const asksFirst = (exemption: string, answers: Mark['answers']): boolean =>
  exemption !== '' && unanswered(exemption, answers) !== null

/** The answers that were given with the same reason before; none where it is new. */
export const answersBefore = (given: GivenAnswers, reason: QuickReason): Mark['answers'] =>
  given.get(keyOf(reason)) ?? {}

/** Remembers the answers of a mark for the next one with the same reason. */
export function rememberAnswers(
  given: GivenAnswers,
  { exemption, reason, label, answers }: Pick<Mark, 'exemption' | 'reason' | 'label' | 'answers'>,
): void {
  if (Object.keys(answers).length > 0) given.set(keyOf({ exemption, reason, label }), answers)
}

const keyOf = ({ exemption, reason, label }: QuickReason) => JSON.stringify([exemption, reason, label])
