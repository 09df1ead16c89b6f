import { useEngineQuery } from '#renderer/api/client.ts'
import { useStore } from '#renderer/api/store.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { lookStore } from './list-look.ts'

const WINDOW = 500

/** The records before and after one in the list as it is sorted and filtered now, within its first 500 rows. */
export function useNeighbours(
  register: DescribedName,
  id: string,
): { readonly previous: string | null; readonly next: string | null } {
  const { filter, sort, groupBy } = useStore(lookStore(register))
  const { data } = useEngineQuery(
    'records.list',
    { register, filter, sort: [...sort], groupBy, offset: 0, limit: WINDOW },
    { keepPrevious: true },
  )
  const rows = data?.rows ?? []
  const at = rows.findIndex((row) => row.id === id)
  if (at < 0) return { previous: null, next: null }
  return { previous: rows[at - 1]?.id ?? null, next: rows[at + 1]?.id ?? null }
}
