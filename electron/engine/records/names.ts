import { LAWFUL_BASES, RECOGNISED_INTERESTS } from '#shared/law/lawful-bases.ts'
import { SCHEDULE_1_CONDITIONS } from '#shared/law/schedule-1-conditions.ts'
import { SPECIAL_CATEGORY_CONDITIONS } from '#shared/law/special-category-conditions.ts'
import { TRANSFER_MECHANISMS } from '#shared/law/transfer-mechanisms.ts'
import type { NameOf } from '#shared/records/changes.ts'
import type { TermId } from '#shared/registers/vocabulary/term.schema.ts'
import type { Lookups } from './lookups.ts'

/** What a bulk change needs to know to add a part to an activity. */
export function bulkParts({ terms }: Lookups, newId: () => string) {
  return { newId, classOf: (category: TermId) => terms.get(category)?.dataClass ?? ('ordinary' as const) }
}

/** The name of the organisation, contract or term an id stands for, or the words for a code of law. */
export function nameOfIn({ organisations, contracts, terms }: Lookups): NameOf {
  return (id) =>
    terms.get(id)?.name ??
    organisations.get(id)?.legalName ??
    contracts.get(id)?.name ??
    WORDS_FOR_CODES.get(id)
}

/** Codes a record keeps, in the words of the lists they come from. */
const WORDS_FOR_CODES: ReadonlyMap<string, string> = new Map([
  ...LAWFUL_BASES.map(({ code, short, label }) => [code, `${short} ${label}`] as const),
  ...[
    ...RECOGNISED_INTERESTS,
    ...SPECIAL_CATEGORY_CONDITIONS,
    ...SCHEDULE_1_CONDITIONS,
    ...TRANSFER_MECHANISMS,
  ]
    // Article 10's code is a plain number, which a text may be too.
    .filter(({ code }) => !/^\d+$/.test(code))
    .map(({ code, label }) => [code, label] as const),
  ['jointController', 'Joint controller'],
])
