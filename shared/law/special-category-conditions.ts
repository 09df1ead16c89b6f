import { type CodeListEntry, findCode } from './code-list.ts'

/** A condition of Article 9(2), or Article 10 for criminal offence data. */
export type SpecialCategoryCondition = CodeListEntry & {
  /** "9(2)(g)": how people say it. */
  readonly short: string
  /** Whether a condition of Schedule 1 has to be met as well. */
  readonly needsSchedule1: boolean
  /** The numbers of the Schedule 1 paragraphs that can be met, first and last; null when none is needed. */
  readonly schedule1Paragraphs: readonly [first: number, last: number] | null
}

/** The code that stands for criminal offence data. @source UK GDPR Art 10(1) */
export const ARTICLE_10 = '10'

const CONFIRMED = { confirmed: true, check: null } as const

function article9(
  letter: string,
  label: string,
  note: string,
  paragraphs: readonly [number, number] | null = null,
) {
  return {
    code: `9-2-${letter}`,
    short: `9(2)(${letter})`,
    label,
    citation: `UK GDPR Art 9(2)(${letter})${LEGAL_DETAIL[letter] ?? ''}`,
    note,
    needsSchedule1: paragraphs !== null,
    schedule1Paragraphs: paragraphs,
    ...CONFIRMED,
  }
}

const LEGAL_DETAIL: Readonly<Record<string, string>> = {
  b: '; DPA 2018 s.10(2), Sch 1 para 1',
  f: '; DUAA Sch 11 para 4(b)',
  g: '; DPA 2018 s.10(3), Sch 1 Pt 2',
  h: ', 9(3); DPA 2018 s.10(2), s.11(1), Sch 1 para 2',
  i: '; DPA 2018 Sch 1 para 3',
  j: ', Art 84B; DPA 2018 Sch 1 para 4',
}

/**
 * The conditions for special category data, and Article 10.
 *
 * Since 20 August 2025 a condition helps only where Article 6(1) is met too.
 *
 * @source UK GDPR Art 9(2), Art 10(1); DPA 2018 s.10, s.11
 */
export const SPECIAL_CATEGORY_CONDITIONS: readonly SpecialCategoryCondition[] = [
  article9('a', 'Explicit consent', 'Explicit statement recorded; not bundled.'),
  article9(
    'b',
    'Employment, social security and social protection law',
    'Needs Sch 1 Part 1 condition 1 and an appropriate policy document.',
    [1, 1],
  ),
  article9(
    'c',
    'Vital interests where the person cannot consent',
    'The person must be physically or legally incapable of consenting.',
  ),
  article9(
    'd',
    'Not-for-profit body with a political, philosophical, religious or trade union aim',
    'Rarely fits a family-support charity: the aim must be one of the four listed.',
  ),
  article9('e', 'Manifestly made public by the person', ''),
  article9(
    'f',
    'Legal claims, or courts and tribunals acting judicially',
    '“Or tribunals” was added on 20 August 2025.',
  ),
  article9(
    'g',
    'Substantial public interest',
    'Must meet a Sch 1 Part 2 condition; appropriate policy document unless the condition says otherwise.',
    [6, 28],
  ),
  article9(
    'h',
    'Health or social care',
    'Needs Sch 1 para 2 and a professional or someone under a duty of confidentiality. No policy document needed.',
    [2, 2],
  ),
  article9('i', 'Public health', '', [3, 3]),
  article9(
    'j',
    'Archiving, research and statistics',
    'Art 84B replaces Art 89(1) from 5 February 2026.',
    [4, 4],
  ),
  {
    code: ARTICLE_10,
    short: '10',
    label: 'Criminal convictions and offences data (includes allegations, proceedings and disposal)',
    citation: 'UK GDPR Art 10(1); DPA 2018 s.10(4) to (5), s.11(2)',
    note: 'Not special category data. Needs official authority or any Sch 1 Part 1, 2 or 3 condition.',
    needsSchedule1: true,
    schedule1Paragraphs: [1, 37],
    ...CONFIRMED,
  },
]

/** A special category of personal data, as the law lists them. */
export type SpecialCategory = { readonly code: string; readonly label: string }

/** What makes personal data special. @source UK GDPR Art 9(1) */
export const SPECIAL_CATEGORIES: readonly SpecialCategory[] = [
  { code: 'RACE', label: 'Racial or ethnic origin' },
  { code: 'POL', label: 'Political opinions' },
  { code: 'REL', label: 'Religious or philosophical beliefs' },
  { code: 'TU', label: 'Trade union membership' },
  { code: 'GEN', label: 'Genetic data' },
  { code: 'BIO', label: 'Biometric data used to identify someone uniquely' },
  { code: 'HEA', label: 'Health data' },
  { code: 'SXL', label: 'Sex life' },
  { code: 'SXO', label: 'Sexual orientation' },
]

/** The condition with a code, or `undefined` when there is none. */
export function specialCategoryCondition(code: string): SpecialCategoryCondition | undefined {
  return findCode(SPECIAL_CATEGORY_CONDITIONS, code)
}

/** What to show for a condition: "9(2)(g) Substantial public interest"; the code itself when it is unknown. */
export function conditionLabel(code: string): string {
  const condition = specialCategoryCondition(code)
  if (!condition) return code
  return code === ARTICLE_10 ? condition.label : `${condition.short} ${condition.label}`
}
