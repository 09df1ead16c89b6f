import type { CaseStore } from './open-cases.ts'

/** The pages of a case in the order of reading. */
export type Places = {
  readonly count: number
  /** The place of a page, from 1; of one that is not there, where it would stand. */
  readonly of: (page: number) => number
  /** The page at a place; null where there is none. */
  readonly at: (place: number) => number | null
}

type Known = { readonly count: number; readonly last: number; readonly ids: Uint32Array }

/** Kept while a case is open: counting a hundred thousand rows for each page shown would be felt. */
const known = new WeakMap<CaseStore['raw'], Known>()

/** The places of pages: a page's place is the rank of its number, and numbers may have gaps. */
export function placesIn({ raw }: CaseStore): Places {
  const { count, last } = raw
    .prepare<[], { count: number; last: number | null }>(
      'select count(*) as count, max(id) as last from pages',
    )
    .get()!
  let found = known.get(raw)
  // A page that comes in gets the highest number, so a set of another size or end is another set.
  if (found?.count !== count || found.last !== (last ?? 0)) {
    const ids = raw.prepare<[], number>('select id from pages order by id').pluck().all()
    found = { count, last: last ?? 0, ids: Uint32Array.from(ids) }
    known.set(raw, found)
  }
  const { ids } = found
  return {
    count,
    of: (page) => rank(ids, page) + 1,
    at: (place) => ids[place - 1] ?? null,
  }
}

/** How many numbers of a sorted list are smaller. */
function rank(ids: Uint32Array, page: number): number {
  let [low, high] = [0, ids.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ids[middle]! < page) low = middle + 1
    else high = middle
  }
  return low
}
