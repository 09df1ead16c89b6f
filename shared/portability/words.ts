import { type CodeListEntry, FROM_MEMORY } from '#shared/law/code-list.ts'
import { LAWFUL_BASES } from '#shared/law/lawful-bases.ts'
import type { ColumnBasis, Provenance } from './column-rule.ts'
import type { LeftOutReason } from './export.ts'

/** Where a person may have something that portability does not cover. */
const BY_ACCESS = 'It can be asked for under the right of access (UK GDPR Art 15) instead.'
const BY_ACCESS_AS_FAR =
  'Where it is about the person too, it can be asked for under the right of access (UK GDPR Art 15) instead, so far as the rights of others allow.'

/** What was left out and why, in words for whoever asked, and whether the person may have it in another way. */
export type LeftOutWords = CodeListEntry & {
  readonly code: LeftOutReason
  /** The reason as a sentence that a person outside can read. */
  readonly says: string
  /** How to have it all the same; empty where it is not the person's. */
  readonly instead: string
}

/** What to check about the word “provided”. @source UK GDPR Art 20(1) */
export const PROVIDED_CHECK =
  'That “provided” includes what was observed, and leaves out what was worked out or written by others, is confirmed in part only: check it before relying on it.'

/** Why something is not in an export. @source UK GDPR Art 15, Art 20(1), Art 20(1)(a), Art 20(1)(b), Art 20(4) */
export const LEFT_OUT: Readonly<Record<LeftOutReason, LeftOutWords>> = {
  notProvided: {
    code: 'notProvided',
    label: 'Not provided by the person',
    says: 'It was worked out from other data, or written by somebody else about the person. Data portability covers what the person provided, and what was recorded while they used a service.',
    citation: 'UK GDPR Art 20(1)',
    instead: BY_ACCESS,
    ...unsure(PROVIDED_CHECK),
  },
  basis: {
    code: 'basis',
    label: 'Not held on consent or contract',
    says: 'It is not held on consent or for a contract with the person. Data portability covers only what is.',
    citation: 'UK GDPR Art 20(1)(a)',
    instead: BY_ACCESS,
    ...sure(),
  },
  paper: {
    code: 'paper',
    label: 'Kept on paper',
    says: 'It is kept on paper. Data portability covers only what is processed by computer.',
    citation: 'UK GDPR Art 20(1)(b)',
    instead: BY_ACCESS,
    ...sure(),
  },
  othersColumn: {
    code: 'othersColumn',
    label: 'About somebody else',
    says: 'It is about somebody else. Data portability covers a person’s own data, and must not harm the rights of others.',
    citation: 'UK GDPR Art 20(1), Art 20(4)',
    instead: BY_ACCESS_AS_FAR,
    ...unsure(FROM_MEMORY),
  },
  nobody: {
    code: 'nobody',
    label: 'About nobody',
    says: 'It is a number or mark of the system itself and says nothing about the person.',
    citation: 'UK GDPR Art 20(1)',
    instead: '',
    ...sure(),
  },
  othersRows: {
    code: 'othersRows',
    label: 'Rows about others',
    says: 'These rows are about other people, or name them. Data portability must not harm the rights of others.',
    citation: 'UK GDPR Art 20(4)',
    instead: BY_ACCESS_AS_FAR,
    ...unsure(FROM_MEMORY),
  },
  unclearRows: {
    code: 'unclearRows',
    label: 'Rows that may be somebody else’s',
    says: 'For these rows it could not be told whose they are. They may be somebody else’s, and data portability must not harm the rights of others.',
    citation: 'UK GDPR Art 20(4)',
    instead: BY_ACCESS_AS_FAR,
    ...unsure(FROM_MEMORY),
  },
}

/** How the person may have what is also about others. */
export const INSTEAD_FOR_BOTH = BY_ACCESS_AS_FAR

/** The reason `basis` where the basis is a public task. @source UK GDPR Art 20(1)(a), Art 20(3) */
export const PUBLIC_TASK: LeftOutWords = {
  ...LEFT_OUT.basis,
  says: 'It is held for a task in the public interest or in official authority. Data portability covers only what is held on consent or for a contract with the person.',
  citation: 'UK GDPR Art 20(1)(a), Art 20(3)',
  ...unsure(
    'Article 20(3) is written from memory: check it before relying on it. Article 20(1)(a) is enough by itself.',
  ),
}

/** What the guide says of how data came about. @source UK GDPR Art 20(1) */
export const PROVENANCE_WORDS: Readonly<Record<Provenance, CodeListEntry>> = {
  provided: came('provided', 'Provided', 'Typed, uploaded, told or sent by the person.', null),
  observed: came('observed', 'Observed', 'Recorded by the service while the person used it.', PROVIDED_CHECK),
  inferred: came('inferred', 'Inferred', 'Worked out from other data.', PROVIDED_CHECK),
  created: came('created', 'Created', 'Written by staff or others about the person.', PROVIDED_CHECK),
}

/** The bases on which data is portable. @source UK GDPR Art 20(1)(a) */
export const PORTABLE_BASES: readonly ColumnBasis[] = ['6-1-a', '9-2-a', '6-1-b']

/** "UK GDPR Art 6(1)(a)". */
export function basisCitation(basis: ColumnBasis): string {
  return `UK GDPR Art ${basis === '9-2-a' ? '9(2)(a)' : entryOf(basis).short}`
}

/** What a basis is called: "Consent", "Explicit consent", "Legal obligation". */
export function basisLabel(basis: ColumnBasis): string {
  return basis === '9-2-a' ? 'Explicit consent' : entryOf(basis).label
}

/** The notes to check that go with some reasons, each once, in the order of the reasons. */
export function checksOf(reasons: readonly LeftOutReason[]): readonly string[] {
  const named = reasons.flatMap((reason) => {
    const { check, citation } = LEFT_OUT[reason]
    return check ? [`${citation}: ${check}`] : []
  })
  return [...new Set(named)]
}

const entryOf = (basis: Exclude<ColumnBasis, '9-2-a'>) => LAWFUL_BASES.find(({ code }) => code === basis)!

function sure() {
  return { note: '', confirmed: true, check: null } as const
}

function unsure(check: string) {
  return { note: '', confirmed: false, check } as const
}

function came(code: Provenance, label: string, note: string, check: string | null): CodeListEntry {
  return { code, label, citation: 'UK GDPR Art 20(1)', note, confirmed: check === null, check }
}
