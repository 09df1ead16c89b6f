import type { NameOf } from '#shared/records/changes.ts'
import type { TermId } from '#shared/registers/vocabulary/term.schema.ts'
import type { Lookups } from './lookups.ts'

/** What a bulk change needs to know to add a part to an activity. */
export function bulkParts({ terms }: Lookups, newId: () => string) {
  return { newId, classOf: (category: TermId) => terms.get(category)?.dataClass ?? ('ordinary' as const) }
}

/** The name of the organisation, contract or term an id stands for. */
export function nameOfIn({ organisations, contracts, terms }: Lookups): NameOf {
  return (id) => terms.get(id)?.name ?? organisations.get(id)?.legalName ?? contracts.get(id)?.name
}
