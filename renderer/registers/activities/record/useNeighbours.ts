import { useEngineQuery } from '#renderer/api/client.ts'
import type { ActivityId } from '#shared/registers/activities/activity.schema.ts'
import { useListState } from '../list/list-state.ts'

const WINDOW = 500

/** The activities before and after one in the list as it is sorted and filtered now, within its first 500 rows. */
export function useNeighbours(id: ActivityId): {
  readonly previous: ActivityId | null
  readonly next: ActivityId | null
} {
  const { filter, sort, groupBy } = useListState()
  const { data } = useEngineQuery(
    'activities.list',
    { filter, sort: [...sort], groupBy, offset: 0, limit: WINDOW },
    { keepPrevious: true },
  )
  const rows = data?.rows ?? []
  const at = rows.findIndex((row) => row.id === id)
  if (at < 0) return { previous: null, next: null }
  return { previous: rows[at - 1]?.id ?? null, next: rows[at + 1]?.id ?? null }
}
