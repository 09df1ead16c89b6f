import { BREACH_QUESTIONS, type BreachAnswers } from './questions.ts'
import { CASE_GROUPS, type BreachCase } from './cases/case.ts'
import { EXFILTRATION_CASES } from './cases/exfiltration.ts'
import { INSIDER_AND_LOSS_CASES } from './cases/insiders-and-losses.ts'
import { DECEIT_CASES, MISPOSTAL_CASES } from './cases/mispostal.ts'
import { RANSOMWARE_CASES } from './cases/ransomware.ts'
import { SECTOR_CASES } from './cases/sector.ts'

/** The 18 cases of the guideline, in its order and told in other words. @source EDPB Guidelines 01/2021 */
export const GUIDELINE_CASES: readonly BreachCase[] = [
  ...RANSOMWARE_CASES,
  ...EXFILTRATION_CASES,
  ...INSIDER_AND_LOSS_CASES,
  ...MISPOSTAL_CASES,
  ...DECEIT_CASES,
]

/** Every breach to practise on: those of the guideline, then our own. */
export const BREACH_CASES: readonly BreachCase[] = [...GUIDELINE_CASES, ...SECTOR_CASES]

/** Where the guideline’s cases come from, and what they are worth here. */
export const ABOUT_THE_CASES =
  'EDPB Guidelines 01/2021, version 2.0 of 14 December 2021, told in other words. They are guidance from the EU: they do not bind the Commissioner, and are good to practise on.'

/** The case with a code, or `undefined`. */
export function findCase(code: string): BreachCase | undefined {
  return BREACH_CASES.find((one) => one.code === code)
}

/** A case as it is told: as in the guideline, or the same thing in children’s services where there is such a telling. */
export function caseAsTold(one: BreachCase, adapted: boolean): BreachCase {
  if (!adapted || !one.adapted) return one
  return { ...one, ...one.adapted, outcomeOf: 'ours', check: null, differsBecause: null }
}

/** What a case comes to, in words. @source UK GDPR Art 33(1), Art 34 */
export function caseOutcomeText({ notify, tell }: Pick<BreachCase, 'notify' | 'tell'>): string {
  if (!notify) return 'Record it; tell neither the Commissioner nor the people.'
  return tell ? 'Tell the Commissioner, and tell the people.' : 'Tell the Commissioner; not the people.'
}

/** Whose outcome it is, in words. */
export function caseSource({ outcomeOf, code }: Pick<BreachCase, 'outcomeOf' | 'code'>): string {
  return outcomeOf === 'guideline'
    ? `EDPB Guidelines 01/2021, case ${Number(code)}`
    : 'Our reading, not the guideline’s'
}

/** A case as plain text, with its answers and outcome when they are wanted, for printing. */
export function caseText(one: BreachCase, { solved }: { readonly solved: boolean }): string {
  const head = [`${one.code}  ${one.title}`, CASE_GROUPS[one.group], '', ...one.story]
  if (!solved) return `${head.join('\n')}\n`
  const answers = (Object.keys(BREACH_QUESTIONS) as (keyof BreachAnswers)[]).flatMap((key) => [
    BREACH_QUESTIONS[key].question,
    `  ${answerText(key, one.answers[key])}`,
  ])
  const outcome = [caseOutcomeText(one), one.because, caseSource(one), ...(one.check ? [one.check] : [])]
  return `${[...head, '', ...answers, '', ...outcome].join('\n')}\n`
}

/** An answer to one of the five questions as it is read; "Not known yet" for none. */
export function answerText(key: keyof BreachAnswers, answer: string | null): string {
  const found = BREACH_QUESTIONS[key].choices.find(({ value }) => value === answer)
  return found?.label ?? 'Not known yet'
}
