import { type CodeListEntry, FROM_MEMORY, labelOf } from './code-list.ts'

/** One thing a privacy notice tells people, and where each Article asks for it; null where it does not. */
export type NoticeItem = CodeListEntry & {
  /** Where the data is collected from the person. */
  readonly article13: string | null
  /** Where it is collected from somebody else. */
  readonly article14: string | null
}

/**
 * What a privacy notice tells people.
 *
 * @source UK GDPR Art 12, Art 13, Art 14, Art 21
 */
export const NOTICE_ITEMS: readonly NoticeItem[] = [
  item(
    'N01',
    'Controller identity and contact details (and UK representative, if any)',
    'UK GDPR Art 13(1)(a), Art 14(1)(a)',
    'Art 13(1)(a)',
    'Art 14(1)(a)',
    '',
  ),
  item(
    'N02',
    'DPO contact details, where there is one',
    'UK GDPR Art 13(1)(b), Art 14(1)(b)',
    'Art 13(1)(b)',
    'Art 14(1)(b)',
    '',
  ),
  item(
    'N03',
    'Purposes of the processing',
    'UK GDPR Art 13(1)(c), Art 14(1)(c)',
    'Art 13(1)(c)',
    'Art 14(1)(c)',
    '',
  ),
  item(
    'N04',
    'Legal basis for each purpose',
    'UK GDPR Art 13(1)(c), Art 14(1)(c)',
    'Art 13(1)(c)',
    'Art 14(1)(c)',
    'Include the Annex 1 condition if 6(1)(ea) is used (good practice).',
  ),
  item(
    'N05',
    'Categories of personal data',
    'UK GDPR Art 14(1)(d)',
    null,
    'Art 14(1)(d)',
    'Only where not collected from the person.',
    FROM_MEMORY,
  ),
  item(
    'N06',
    'The legitimate interests pursued (6(1)(f) only)',
    'UK GDPR Art 13(1)(d), Art 14(2)(b)',
    'Art 13(1)(d)',
    'Art 14(2)(b)',
    '',
    FROM_MEMORY,
  ),
  item(
    'N07',
    'Recipients or categories of recipients',
    'UK GDPR Art 13(1)(e), Art 14(1)(e)',
    'Art 13(1)(e)',
    'Art 14(1)(e)',
    '',
  ),
  item(
    'N08',
    'Transfers abroad: approval regulations or safeguards, and how to get a copy',
    'UK GDPR Art 13(1)(f), Art 14(1)(f)',
    'Art 13(1)(f)',
    'Art 14(1)(f)',
    '',
  ),
  item(
    'N09',
    'Retention period, or the criteria for it',
    'UK GDPR Art 13(2)(a), Art 14(2)(a)',
    'Art 13(2)(a)',
    'Art 14(2)(a)',
    '',
  ),
  item(
    'N10',
    'Rights: access, rectification, erasure, restriction, objection, portability',
    'UK GDPR Art 13(2)(b), Art 14(2)(c)',
    'Art 13(2)(b)',
    'Art 14(2)(c)',
    '',
  ),
  item(
    'N11',
    'Right to withdraw consent',
    'UK GDPR Art 13(2)(c), Art 14(2)(d)',
    'Art 13(2)(c)',
    'Art 14(2)(d)',
    'Where 6(1)(a) or 9(2)(a) is used.',
  ),
  item(
    'N12',
    'Right to complain to the controller (s.164A DPA 2018)',
    'UK GDPR Art 13(2)(ca), Art 14(2)(da)',
    'Art 13(2)(ca)',
    'Art 14(2)(da)',
    'Since 19 June 2026.',
  ),
  item(
    'N13',
    'Right to complain to the Commissioner (s.165 DPA 2018)',
    'UK GDPR Art 13(2)(d), Art 14(2)(e)',
    'Art 13(2)(d)',
    'Art 14(2)(e)',
    'Wording changed by DUAA Sch 10 from 19 June 2026.',
  ),
  item(
    'N14',
    'Source of the data, and whether publicly accessible',
    'UK GDPR Art 14(2)(f)',
    null,
    'Art 14(2)(f)',
    'Referrals, family members and professionals are the usual sources.',
    FROM_MEMORY,
  ),
  item(
    'N15',
    'Whether providing the data is statutory or contractual, whether obliged, and what happens if not provided',
    'UK GDPR Art 13(2)(e)',
    'Art 13(2)(e)',
    null,
    '',
  ),
  item(
    'N16',
    'Solely automated significant decisions: existence, logic, significance',
    'UK GDPR Art 13(2)(f), Art 14(2)(g)',
    'Art 13(2)(f)',
    'Art 14(2)(g)',
    'Now tied to decisions needing Art 22C safeguards (DUAA Sch 6 paras 3-4).',
  ),
  item(
    'N17',
    'New purpose: tell the person before further processing',
    'UK GDPR Art 13(3), Art 14(4)',
    'Art 13(3)',
    'Art 14(4)',
    'Limited research carve-out in Art 13(5)-(7) (DUAA s.77).',
  ),
  item(
    'N18',
    'Timing',
    'UK GDPR Art 13(1), Art 14(3)',
    'Art 13(1): when collected',
    'Art 14(3): within a reasonable period, at most one month; or first contact; or first disclosure',
    '',
    'Article 14(3) is written from memory: check it before relying on it.',
  ),
  item(
    'N19',
    'Exceptions',
    'UK GDPR Art 13(4), Art 14(5)',
    'Art 13(4): they already have it',
    'Art 14(5): already have it; law provides; secrecy; impossible or disproportionate effort (e); would seriously impair the objectives (f)',
    'DUAA s.77 moved the disproportionate-effort ground to 14(5)(e)-(f); publish the information if relying on it (14(7)).',
  ),
  item(
    'N20',
    'Form: concise, transparent, intelligible, easily accessible, clear and plain, especially for children',
    'UK GDPR Art 12(1)',
    'Art 12(1)',
    'Art 12(1)',
    'Provide a child version where children are addressed.',
  ),
  item(
    'N21',
    'Direct marketing: right to object brought to attention, clearly and separately',
    'UK GDPR Art 21(4)',
    'Art 21(4)',
    'Art 21(4)',
    '',
    FROM_MEMORY,
  ),
]

/** What to show for an item; the code itself when it is unknown. */
export function noticeItemLabel(code: string): string {
  return labelOf(NOTICE_ITEMS, code)
}

/** The items a notice has to hold, by where the data comes from: from the people themselves, from others, or from both. */
export function noticeItemsFor(from: 'person' | 'others' | 'both'): readonly NoticeItem[] {
  return NOTICE_ITEMS.filter(
    ({ article13, article14 }) =>
      (from !== 'others' && article13 !== null) || (from !== 'person' && article14 !== null),
  )
}

function item(
  code: string,
  label: string,
  citation: string,
  article13: string | null,
  article14: string | null,
  note: string,
  check: string | null = null,
): NoticeItem {
  return { code, label, citation, article13, article14, note, confirmed: check === null, check }
}
