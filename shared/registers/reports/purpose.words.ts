import { type Answer, valueOf } from '#shared/answer.ts'
import { lawfulBasis, recognisedInterestLabel } from '#shared/law/lawful-bases.ts'
import { schedule1Label } from '#shared/law/schedule-1-conditions.ts'
import { conditionLabel } from '#shared/law/special-category-conditions.ts'
import type { Assessment, LawfulBasisCode, Purpose } from '#shared/registers/activities/activity.parts.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import {
  answerLines,
  assessmentLine,
  joined,
  type Lines,
  notAsked,
  oneLine,
  OPEN,
  orOpen,
  yesOrNo,
} from './answer.words.ts'
import type { Directory } from './directory.ts'

/** Each purpose on a line, numbered when there is more than one. */
export function purposeLines({ purposes }: Activity): Lines {
  return orOpen(perPurpose(purposes, ({ text }) => [oneLine(text)]))
}

/** "Article 6(1)(e) Public task …; resting on Children Act 1989". @source UK GDPR Art 6(1), 6(3) */
export function basisLine({ basis, recognisedInterest, statuteIds }: Purpose, directory: Directory): string {
  const statutes = statuteIds.map(directory.termName)
  const [line] = answerLines(basis, (code) => {
    const { short, label } = lawfulBasis(code)
    const interest =
      code === '6-1-ea' && recognisedInterest ? `: ${recognisedInterestLabel(recognisedInterest)}` : ''
    return [`Art ${short} ${label}${interest}`]
  })
  return joined([line, statutes.length > 0 && `resting on ${statutes.join(', ')}`], '; ')
}

/** The lawful basis of each purpose. */
export function basisLines({ purposes }: Activity, directory: Directory): Lines {
  return orOpen(perPurpose(purposes, (purpose) => [basisLine(purpose, directory)]))
}

/** The Article 9 conditions of each purpose, where special category data is used. */
export function article9Lines({ data, purposes }: Activity): Lines {
  const isUsed = data.some(({ dataClass }) => dataClass === 'special')
  const lines = perPurpose(purposes, ({ article9 }) => article9.map(conditionLabel))
  if (lines.length > 0) return lines
  return isUsed || data.length === 0 ? [OPEN] : notAsked('no special category data is recorded')
}

/** The interests pursued. @source UK GDPR Art 13(1)(d) */
export function interestLines(activity: Activity): Lines {
  return whereBasis(activity, ['6-1-f', '6-1-ea'], 'no purpose rests on legitimate interests', (purpose) => [
    valueOf(purpose.basis) === '6-1-ea' && purpose.recognisedInterest
      ? recognisedInterestLabel(purpose.recognisedInterest)
      : oneLine(purpose.legitimateInterest) || OPEN,
  ])
}

/** The assessments of legitimate interests. @source UK GDPR Art 6(1)(f) */
export function interestAssessmentLines(activity: Activity): Lines {
  return whereBasis(activity, ['6-1-f'], 'no purpose rests on Art 6(1)(f)', (purpose) =>
    assessmentLines(purpose.legitimateInterestsAssessment),
  )
}

/** Where the record of consent is. @source UK GDPR Art 7(1) */
export function consentLines(activity: Activity): Lines {
  const { consentRecord } = activity
  if (consentRecord.state !== 'toBeDetermined') return answerLines(consentRecord, (text) => [text])
  const needed = activity.purposes.some(({ article9 }) => article9.includes('9-2-a'))
  return needed ? [OPEN] : whereBasis(activity, ['6-1-a'], 'no purpose rests on consent', () => [OPEN])
}

/** The Schedule 1 part of the record. @source DPA 2018 Sch 1 para 41 */
export type Schedule1Lines = {
  readonly condition: Lines
  readonly basis: Lines
  readonly policy: Lines
  readonly followed: Lines
  readonly reasons: Lines
}

/** What paragraph 41 asks to record where special category or criminal offence data is used. */
export function schedule1Lines(activity: Activity, directory: Directory): Schedule1Lines {
  const { data, purposes, retentionPolicy } = activity
  const conditions = perPurpose(purposes, ({ schedule1 }) => schedule1.map(schedule1Label))
  if (conditions.length === 0 && data.length > 0 && data.every(({ dataClass }) => dataClass === 'ordinary')) {
    const none = notAsked('no special category or criminal offence data is recorded')
    return { condition: none, basis: none, policy: none, followed: none, reasons: none }
  }
  const documents = perPurpose(purposes, ({ schedule1, policyDocument }) =>
    schedule1.length === 0
      ? []
      : assessmentLines(policyDocument).map((line) => `Appropriate policy document: ${line}`),
  )
  return {
    condition: orOpen(conditions),
    basis: orOpen(
      perPurpose(purposes, (purpose) => [
        joined([basisLine(purpose, directory), oneLine(purpose.basisNote)], '; '),
      ]),
    ),
    policy: [...answerLines(retentionPolicy, ({ document }) => [document]), ...new Set(documents)],
    followed: answerLines(retentionPolicy, ({ followed }) => [yesOrNo(followed)]),
    reasons: answerLines(retentionPolicy, ({ followed, reasonsIfNot }) =>
      followed ? notAsked('the policy is followed') : [oneLine(reasonsIfNot)],
    ),
  }
}

function assessmentLines(answer: Answer<Assessment>): Lines {
  return answerLines(answer, (assessment) => [assessmentLine(assessment)])
}

/** Lines of the purposes that rest on a basis; the reason when none does and all bases are known. */
function whereBasis(
  { purposes }: Activity,
  codes: readonly LawfulBasisCode[],
  reason: string,
  words: (purpose: Purpose) => Lines,
): Lines {
  const rests = (purpose: Purpose) => codes.some((code) => code === valueOf(purpose.basis))
  if (purposes.some(rests)) return perPurpose(purposes, (purpose) => (rests(purpose) ? words(purpose) : []))
  const isOpen = purposes.length === 0 || purposes.some(({ basis }) => basis.state === 'toBeDetermined')
  return isOpen ? [OPEN] : notAsked(reason)
}

/** Numbers the lines by purpose when there are several, and says alike lines once. */
function perPurpose(purposes: readonly Purpose[], words: (purpose: Purpose) => Lines): Lines {
  const said = new Map<string, number[]>()
  purposes.forEach((purpose, index) => {
    for (const line of words(purpose)) {
      if (line.trim() === '') continue
      const numbers = said.get(line) ?? []
      if (!numbers.includes(index + 1)) numbers.push(index + 1)
      said.set(line, numbers)
    }
  })
  if (purposes.length < 2) return [...said.keys()]
  return [...said].map(([line, numbers]) => `${numberList(numbers)}. ${line}`)
}

/** "1", "1, 3", "1–4". */
function numberList(numbers: readonly number[]): string {
  const first = numbers[0] ?? 0
  const isRun = numbers.length > 2 && numbers.every((number, index) => number === first + index)
  return isRun ? `${first}–${numbers.at(-1)}` : numbers.join(', ')
}
