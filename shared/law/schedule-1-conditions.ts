import { type CodeListEntry, findCode } from './code-list.ts'

/** A condition of Schedule 1: what lets special category or criminal offence data be used. */
export type Schedule1Condition = CodeListEntry & {
  readonly paragraph: number
  readonly part: 1 | 2 | 3
  /** Whether an appropriate policy document must be in place, the exceptions in `note` apart. */
  readonly policyDocumentRequired: boolean
  /** Whether the condition itself asks for reasons of substantial public interest. */
  readonly expressPublicInterest: boolean
  readonly usableFor: 'special category and criminal' | 'criminal'
}

type Details = Partial<Pick<Schedule1Condition, 'policyDocumentRequired' | 'expressPublicInterest' | 'note'>>

function condition(
  paragraph: number,
  part: 1 | 2 | 3,
  label: string,
  details: Details = {},
): Schedule1Condition {
  return {
    code: `SCH1-${paragraph}`,
    paragraph,
    part,
    label,
    citation: `DPA 2018 Sch 1 Pt ${part} para ${paragraph}`,
    note: '',
    policyDocumentRequired: part === 2,
    expressPublicInterest: false,
    usableFor: part === 3 ? 'criminal' : 'special category and criminal',
    confirmed: true,
    check: null,
    ...details,
  }
}

/**
 * The conditions of Schedule 1.
 *
 * A policy document is required by paragraph 1(1)(b) for condition 1 and by
 * paragraph 5 for every Part 2 condition unless the condition says otherwise.
 * Part 1 goes with Art 9(2)(b), (h), (i) and (j); Part 2 with Art 9(2)(g);
 * all three parts with Art 10.
 *
 * @source DPA 2018 Sch 1 paras 1 to 37
 */
export const SCHEDULE_1_CONDITIONS: readonly Schedule1Condition[] = [
  condition(1, 1, 'Employment, social security and social protection', {
    policyDocumentRequired: true,
    note: 'Obligations or rights imposed or conferred by law.',
  }),
  condition(2, 1, 'Health or social care purposes', {
    note: 'Includes provision of social care and management of social care systems. Needs Art 9(3) secrecy (s.11(1)).',
  }),
  condition(3, 1, 'Public health'),
  condition(4, 1, 'Research, archiving or statistics in the public interest', {
    note: 'In accordance with Art 84B (was Art 89(1)).',
  }),
  condition(6, 2, 'Statutory and government purposes', {
    expressPublicInterest: true,
    note: 'Function conferred by enactment or rule of law.',
  }),
  condition(7, 2, 'Administration of justice and Parliament'),
  condition(8, 2, 'Equality of opportunity or treatment', {
    note: 'Only race/ethnicity, religion/belief, health, sexual orientation. Not for decisions about a particular person; stop on written notice.',
  }),
  condition(9, 2, 'Racial and ethnic diversity at senior levels'),
  condition(10, 2, 'Preventing, investigating or detecting unlawful acts', {
    expressPublicInterest: true,
    note: '“Investigation” added by DUAA Sch 11 para 28. No policy document needed when disclosing, or preparing to disclose, to a competent authority (para 10(2)).',
  }),
  condition(11, 2, 'Protecting the public against dishonesty, malpractice, unfitness, failures in services', {
    expressPublicInterest: true,
  }),
  condition(12, 2, 'Regulatory requirements about unlawful acts and dishonesty', {
    expressPublicInterest: true,
  }),
  condition(13, 2, 'Journalism etc about unlawful acts and dishonesty', {
    policyDocumentRequired: false,
    expressPublicInterest: true,
    note: 'Works without a policy document (para 13(3)).',
  }),
  condition(14, 2, 'Preventing fraud', { note: 'Through an anti-fraud organisation.' }),
  condition(15, 2, 'Suspicion of terrorist financing or money laundering'),
  condition(16, 2, 'Support for people with a particular disability or medical condition', {
    expressPublicInterest: true,
    note: 'Not-for-profit bodies; members and their relatives or carers.',
  }),
  condition(17, 2, 'Confidential counselling, advice or support', {
    expressPublicInterest: true,
    note: 'Without consent for one of three listed reasons.',
  }),
  condition(18, 2, 'Safeguarding children and individuals at risk', {
    expressPublicInterest: true,
    note: 'Under 18, or 18+ and at risk; without consent for one of three listed reasons. Covers a type of individual as well as a particular one.',
  }),
  condition(19, 2, 'Safeguarding the economic well-being of certain adults', {
    expressPublicInterest: true,
    note: 'Health data; adult at economic risk.',
  }),
  condition(20, 2, 'Insurance', { expressPublicInterest: true }),
  condition(21, 2, 'Occupational pensions'),
  condition(22, 2, 'Political parties'),
  condition(23, 2, 'Elected representatives responding to requests'),
  condition(24, 2, 'Disclosure to elected representatives', {
    note: 'Covers preparing to disclose (DUAA Sch 11).',
  }),
  condition(25, 2, 'Informing elected representatives about prisoners'),
  condition(26, 2, 'Publication of legal judgments'),
  condition(27, 2, 'Anti-doping in sport', {
    note: 'No policy document for disclosure to an anti-doping body (para 27(3)).',
  }),
  condition(28, 2, 'Standards of behaviour in sport', { expressPublicInterest: true }),
  condition(29, 3, 'Consent (criminal offence data only)'),
  condition(30, 3, 'Vital interests where the person cannot consent (criminal offence data only)'),
  condition(31, 3, 'Not-for-profit bodies (criminal offence data only)'),
  condition(32, 3, 'Manifestly made public (criminal offence data only)'),
  condition(33, 3, 'Legal claims (criminal offence data only)'),
  condition(34, 3, 'Judicial acts (criminal offence data only)'),
  condition(35, 3, 'Accounts used in indecency offences involving children', {
    policyDocumentRequired: true,
  }),
  condition(
    36,
    3,
    'Part 2 condition without its express substantial-public-interest requirement (criminal offence data only)',
    {
      policyDocumentRequired: true,
      note: 'Carries the underlying Part 2 condition’s policy document requirement.',
    },
  ),
  condition(37, 3, 'Extension of the insurance condition (criminal offence data only)', {
    policyDocumentRequired: true,
    note: 'Carries the policy document requirement of para 20.',
  }),
]

/** What the appropriate policy document explains, and what is done with it. @source DPA 2018 Sch 1 paras 38 to 41 */
export const POLICY_DOCUMENT = {
  citation: 'DPA 2018 Sch 1 Pt 4 paras 38 to 41',
  mustExplain: [
    'procedures for complying with each Art 5 principle for the processing done under the condition (para 39(a))',
    'retention and erasure policy for that data, with an indication of how long it is likely to be kept (para 39(b))',
  ],
  mustDo: [
    'keep it from the start of the processing until 6 months after it stops (para 40)',
    'review and update from time to time',
    'give it to the Commissioner free on request',
  ],
  recordAdditions: [
    'which condition is relied on (para 41(a))',
    'how Art 6 is satisfied (para 41(b))',
    'whether retention and erasure followed the policy and, if not, why (para 41(c))',
  ],
  confirmed: true,
} as const

/** The condition with a code, or `undefined` when there is none. */
export function schedule1Condition(code: string): Schedule1Condition | undefined {
  return findCode(SCHEDULE_1_CONDITIONS, code)
}

/** What to show for a condition: "Sch 1 para 18 Safeguarding …"; the code itself when it is unknown. */
export function schedule1Label(code: string): string {
  const found = schedule1Condition(code)
  return found ? `Sch 1 para ${found.paragraph} ${found.label}` : code
}
