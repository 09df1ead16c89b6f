import type { ActivitySort, SortKey } from '#shared/registers/activities/activity.list.ts'

/** The most columns a list is sorted by. */
const MAX_SORTS = 5

/** What a press on a head makes of the sort: up, down, none; `added` keeps the other columns. */
export function pressHead(sort: readonly ActivitySort[], key: SortKey, added: boolean): ActivitySort[] {
  const present = sort.find((entry) => entry.key === key)
  const next = nextOf(present, key)
  if (!added) return next ? [next] : []
  if (!present) return [...sort, { key, descending: false }].slice(0, MAX_SORTS)
  return sort.flatMap((entry) => (entry.key === key ? (next ?? []) : entry))
}

function nextOf(present: ActivitySort | undefined, key: SortKey): ActivitySort | null {
  if (!present) return { key, descending: false }
  return present.descending ? null : { key, descending: true }
}
