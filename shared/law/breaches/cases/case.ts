import type { BreachAnswers } from '../questions.ts'

/** Kinds of case, in the guideline’s order; `sector` holds the drills of our own. */
export const CASE_GROUPS = {
  ransomware: 'Ransomware',
  exfiltration: 'Data copied out by attackers',
  insider: 'People inside',
  'lost device': 'Lost or stolen devices',
  'lost paper': 'Lost or stolen paper',
  mispostal: 'Sent to the wrong people',
  'social engineering': 'Deceit',
  sector: 'Children’s services (our own drills)',
} as const
export type CaseGroup = keyof typeof CASE_GROUPS

/** The same thing happening in children’s services, and what our reading makes of it. */
export type AdaptedCase = CaseReading & { readonly story: readonly string[] }

/** The five answers, and what is to be done. */
type CaseReading = {
  readonly answers: AnsweredAll
  /** Whether the Commissioner is told. @source UK GDPR Art 33(1) */
  readonly notify: boolean
  /** Whether the people are told. @source UK GDPR Art 34 */
  readonly tell: boolean
  /** What decides it. */
  readonly because: string
  /** The question whose answer makes the difference. */
  readonly deciding: keyof BreachAnswers
}

/** Something that becomes known while the clock runs. */
export type CaseEvent = { readonly afterHours: number; readonly says: string }

/** A breach to practise on. */
export type BreachCase = CaseReading & {
  /** "01" to "18" as in the guideline; "S1" and on for our own. */
  readonly code: string
  readonly group: CaseGroup
  readonly title: string
  /** What is known at the start, a paragraph each. */
  readonly story: readonly string[]
  /** Whose the outcome is. */
  readonly outcomeOf: 'guideline' | 'ours'
  /** What to check before relying on it; null when the row was checked against an account of the guideline. */
  readonly check: string | null
  /** Why the five questions lead elsewhere than the guideline; null when they agree. */
  readonly differsBecause: string | null
  /** What comes in later, by hours since the organisation became aware. */
  readonly events: readonly CaseEvent[]
  /** The case told in children’s services; null for our own, which are. */
  readonly adapted: AdaptedCase | null
}

type AnsweredAll = { readonly [Key in keyof BreachAnswers]: NonNullable<BreachAnswers[Key]> }

/** What a case shows that nobody could check against an account of the guideline. */
const FROM_MEMORY =
  'The facts and the outcome are from memory of the guideline: look the case up before relying on it.'

/** The five answers of something that is a breach. */
export function answered(
  whoHasIt: AnsweredAll['whoHasIt'],
  whatIsMissing: AnsweredAll['whatIsMissing'],
  whatHarm: AnsweredAll['whatHarm'],
  howMany: AnsweredAll['howMany'],
): AnsweredAll {
  return { isBreach: 'yes', whoHasIt, whatIsMissing, whatHarm, howMany }
}

type Told = Omit<BreachCase, 'outcomeOf' | 'check' | 'differsBecause' | 'events'> &
  Partial<Pick<BreachCase, 'differsBecause' | 'events'>>

/** A case of the guideline whose outcome was checked against an account of it. @source EDPB Guidelines 01/2021 */
export const checkedCase = (told: Told): BreachCase => ({
  differsBecause: null,
  events: [],
  ...told,
  outcomeOf: 'guideline',
  check: null,
})

/** A case of the guideline told from memory. @source EDPB Guidelines 01/2021 */
export const rememberedCase = (told: Told): BreachCase => ({ ...checkedCase(told), check: FROM_MEMORY })

/** A drill of our own, read by us. */
export const ownCase = (told: Omit<Told, 'adapted' | 'group'>): BreachCase => ({
  ...checkedCase({ ...told, group: 'sector', adapted: null }),
  outcomeOf: 'ours',
})
