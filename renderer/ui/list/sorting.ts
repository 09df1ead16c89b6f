type Sort<Key extends string> = { readonly key: Key; readonly descending: boolean }

/** The most columns a list is sorted by. */
const MAX_SORTS = 5

/** What a press on a head makes of the sort: up, down, none; `added` keeps the other columns. */
export function pressHead<Key extends string>(
  sort: ReadonlyArray<Sort<Key>>,
  key: Key,
  added: boolean,
): Array<Sort<Key>> {
  const present = sort.find((entry) => entry.key === key)
  const next = nextOf(present, key)
  if (!added) return next ? [next] : []
  if (!present) return [...sort, { key, descending: false }].slice(0, MAX_SORTS)
  return sort.flatMap((entry) => (entry.key === key ? (next ?? []) : entry))
}

function nextOf<Key extends string>(present: Sort<Key> | undefined, key: Key): Sort<Key> | null {
  if (!present) return { key, descending: false }
  return present.descending ? null : { key, descending: true }
}
