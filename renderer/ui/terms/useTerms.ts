import { useEngineQuery } from '#renderer/api/client.ts'
import type { Output } from '#shared/rpc/contract.ts'

/** A term of the library with the number of records that use it. */
export type UsedTerm = Output<'vocabulary.list'>[number]

const NO_TERMS: readonly UsedTerm[] = []
const maps = new WeakMap<readonly UsedTerm[], ReadonlyMap<string, UsedTerm>>()

/** All terms of the library, as a list and by id. */
export function useTerms(): {
  readonly list: readonly UsedTerm[]
  readonly byId: ReadonlyMap<string, UsedTerm>
} {
  const { data: list = NO_TERMS } = useEngineQuery(
    'vocabulary.list',
    { vocabulary: null },
    { keepPrevious: true },
  )
  const byId = maps.get(list) ?? new Map(list.map((term) => [term.id, term]))
  maps.set(list, byId)
  return { list, byId }
}

/** What to call a term that may be gone. */
export function nameOfTerm(terms: ReadonlyMap<string, UsedTerm>, id: string): string {
  return terms.get(id)?.name ?? 'Term not in the library'
}
