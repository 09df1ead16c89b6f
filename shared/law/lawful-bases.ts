import type { LawfulBasisCode } from '#shared/registers/activities/activity.parts.ts'
import { type CodeListEntry, findCode, labelOf } from './code-list.ts'

/** What a record must hold before a basis can be said to be met. */
export type BasisNeed =
  | 'consent record'
  | 'contract reference'
  | 'statute reference'
  | 'reason'
  | 'Annex 1 condition'
  | 'necessity note'
  | 'legitimate interests assessment'

/** A lawful basis of Article 6(1), with the rights that hang on it. */
export type LawfulBasis = CodeListEntry & {
  readonly code: LawfulBasisCode
  /** "6(1)(ea)": how people say it. */
  readonly short: string
  readonly rights: {
    readonly portability: boolean
    readonly object: boolean
    readonly erasure: 'full' | 'limited'
    readonly withdraw: boolean
  }
  readonly requires: readonly BasisNeed[]
}

const CONFIRMED = { confirmed: true, check: null } as const

const BASES: Readonly<Record<LawfulBasisCode, LawfulBasis>> = {
  '6-1-a': {
    code: '6-1-a',
    short: '6(1)(a)',
    label: 'Consent',
    citation: 'UK GDPR Art 6(1)(a), Art 7, Art 8',
    note: 'Needs a consent record and an easy withdrawal route. Portability applies if processing is automated. The Art 21 objection does not apply (withdraw instead). A new purpose needs fresh consent or another route in law.',
    rights: { portability: true, object: false, erasure: 'full', withdraw: true },
    requires: ['consent record'],
    ...CONFIRMED,
  },
  '6-1-b': {
    code: '6-1-b',
    short: '6(1)(b)',
    label: 'Contract with the person, or steps they ask for before one',
    citation: 'UK GDPR Art 6(1)(b)',
    note: 'The contract must be with the data subject. A commissioning contract with a local authority is not this basis for the child or family.',
    rights: { portability: true, object: false, erasure: 'full', withdraw: false },
    requires: ['contract reference'],
    ...CONFIRMED,
  },
  '6-1-c': {
    code: '6-1-c',
    short: '6(1)(c)',
    label: 'Legal obligation',
    citation: 'UK GDPR Art 6(1)(c), 6(3)',
    note: 'Name the statute or rule. Contract duties do not count. No erasure, portability or objection right in practice (Art 17(3)(b), 20(1), 21(1)).',
    rights: { portability: false, object: false, erasure: 'limited', withdraw: false },
    requires: ['statute reference'],
    ...CONFIRMED,
  },
  '6-1-d': {
    code: '6-1-d',
    short: '6(1)(d)',
    label: 'Vital interests (someone’s life)',
    citation: 'UK GDPR Art 6(1)(d)',
    note: 'Life-or-death; usually a fallback where no other basis fits.',
    rights: { portability: false, object: false, erasure: 'full', withdraw: false },
    requires: ['reason'],
    ...CONFIRMED,
  },
  '6-1-e': {
    code: '6-1-e',
    short: '6(1)(e)',
    label:
      'Public task: a task of the controller in the public interest, or a task carried out in official authority',
    citation: 'UK GDPR Art 6(1)(e); DUAA s.70(2)(a); DPA 2018 s.8',
    note: 'Since 5 February 2026 the wording is “task of the controller”. A private provider cannot simply borrow the commissioner’s task: check its own legal basis, or use 6(1)(ea) or (f). The basis must be in domestic law or relevant international law (Art 6(3)).',
    rights: { portability: false, object: true, erasure: 'limited', withdraw: false },
    requires: ['statute reference'],
    ...CONFIRMED,
  },
  '6-1-ea': {
    code: '6-1-ea',
    short: '6(1)(ea)',
    label: 'Recognised legitimate interest (a condition in Annex 1)',
    citation: 'UK GDPR Art 6(1)(ea), 6(5), Annex 1; DUAA s.70, Sch 4',
    note: 'In force since 5 February 2026. No balancing test, but necessity must be shown. Not available to public authorities performing their tasks. The objection right applies (Art 21(1)). Cannot support solely automated significant decisions (Art 22B(4)).',
    rights: { portability: false, object: true, erasure: 'full', withdraw: false },
    requires: ['Annex 1 condition', 'necessity note'],
    ...CONFIRMED,
  },
  '6-1-f': {
    code: '6-1-f',
    short: '6(1)(f)',
    label: 'Legitimate interests of the controller or a third party',
    citation: 'UK GDPR Art 6(1)(f), 6(11)',
    note: 'Three-part assessment (purpose, necessity, balance). Not for public authorities performing their tasks. Art 6(11) gives examples: direct marketing, intra-group transmission for internal administration, network and information security.',
    rights: { portability: false, object: true, erasure: 'full', withdraw: false },
    requires: ['legitimate interests assessment'],
    ...CONFIRMED,
  },
}

/** The lawful bases, in the order of the article. @source UK GDPR Art 6(1) */
export const LAWFUL_BASES: readonly LawfulBasis[] = Object.values(BASES)

/** The lawful basis with a code. */
export function lawfulBasis(code: LawfulBasisCode): LawfulBasis {
  return BASES[code]
}

/** One of the five recognised legitimate interests; `checkDefinition` says which words nobody confirmed. */
export type RecognisedInterest = CodeListEntry & { readonly checkDefinition: string | null }

/** The recognised legitimate interests. @source UK GDPR Annex 1; DUAA Sch 4 */
export const RECOGNISED_INTERESTS: readonly RecognisedInterest[] = [
  {
    code: 'RLI-1',
    label: 'Disclosure to a person who states they need the data for their own Art 6(1)(e) task',
    citation: 'UK GDPR Annex 1 para 1',
    note: 'The requester must state the need; not for a public authority performing its tasks.',
    checkDefinition: 'The outline is confirmed; the detailed wording is inferred from Annex 2.',
    ...CONFIRMED,
  },
  {
    code: 'RLI-2',
    label: 'National security, public security or defence',
    citation: 'UK GDPR Annex 1 paras 2 to 3',
    note: '',
    checkDefinition: null,
    ...CONFIRMED,
  },
  {
    code: 'RLI-3',
    label: 'Responding to an emergency',
    citation: 'UK GDPR Annex 1 paras 4 to 5',
    note: '“Emergency” as in Part 2 of the Civil Contingencies Act 2004.',
    checkDefinition: null,
    ...CONFIRMED,
  },
  {
    code: 'RLI-4',
    label: 'Detecting, investigating or preventing crime; apprehending or prosecuting offenders',
    citation: 'UK GDPR Annex 1 para 6',
    note: '',
    checkDefinition: null,
    ...CONFIRMED,
  },
  {
    code: 'RLI-5',
    label: 'Safeguarding a vulnerable individual',
    citation: 'UK GDPR Annex 1 paras 7 to 8',
    note: 'Safeguarding: protecting from neglect or physical, mental or emotional harm, or protecting well-being. Vulnerable individual: under 18, or 18 and over and at risk (care and support needs; experiencing or at risk of harm; unable to protect themselves because of those needs).',
    checkDefinition: 'The condition is confirmed; its definitions are written from memory.',
    ...CONFIRMED,
  },
]

/** The recognised legitimate interest with a code, or `undefined` when there is none. */
export function recognisedInterest(code: string): RecognisedInterest | undefined {
  return findCode(RECOGNISED_INTERESTS, code)
}

/** What to show for a recognised legitimate interest; the code itself when it is unknown. */
export function recognisedInterestLabel(code: string): string {
  return labelOf(RECOGNISED_INTERESTS, code)
}
