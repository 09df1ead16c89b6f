import { setImmediate as breathe } from 'node:timers/promises'
import type { CaseStore } from '../open-cases.ts'
import { joined, type Place } from './places.ts'
import { lastSearch } from './search-state.ts'

/** In how much of a case somebody is named: at how many places, on how many pages, in how many documents. */
export type Counts = { readonly hits: number; readonly pages: number; readonly documents: number }

/** What a count rests on: while it is the same, so is the count. */
type Kept = { readonly key: string; readonly counts: Counts }

/** Kept while a case is open: counting everybody in a hundred thousand pages takes seconds. */
const kept = new WeakMap<CaseStore['raw'], Map<number, Kept>>()

/** Milliseconds of counting between two breaths of the program. */
const AT_ONCE_MS = 30

/** In how much of a case everybody is named; only those are counted anew whose names or pages changed. */
export async function countPeople(store: CaseStore): Promise<ReadonlyMap<number, Counts>> {
  const known = kept.get(store.raw) ?? new Map<number, Kept>()
  kept.set(store.raw, known)
  const shared = sharedKey(store)
  const counts = new Map<number, Counts>()
  let breathedAt = performance.now()
  for (const { person, forms } of formsOfAll(store)) {
    const key = `${shared} ${forms}`
    let found = known.get(person)
    if (found?.key !== key) {
      found = { key, counts: countOne(store, person) }
      known.set(person, found)
      if (performance.now() - breathedAt > AT_ONCE_MS) {
        await breathe()
        breathedAt = performance.now()
      }
    }
    counts.set(person, found.counts)
  }
  return counts
}

function sharedKey(store: CaseStore): string {
  return store.raw
    .prepare<[number], string>(
      `select ? || ' ' || (select count(*) from searched_pages)
         || ' ' || (select count(*) || ' ' || coalesce(sum(first_page), 0) from documents)`,
    )
    .pluck()
    .get(lastSearch(store))!
}

const formsOfAll = ({ raw }: CaseStore) =>
  raw
    .prepare<[], { person: number; forms: string }>(
      `select person, group_concat(id || ':' || is_searched, ' ') as forms from person_forms
       where person is not null group by person`,
    )
    .all()

type Row = { readonly document: number; readonly places: string }

function countOne({ raw }: CaseStore, person: number): Counts {
  const rows = raw
    .prepare<[number], Row>(
      `select document, group_concat(places, '') as places from person_forms
       join form_pages on form = person_forms.id join pages on pages.id = form_pages.page
       where person = ? group by form_pages.page`,
    )
    .all(person)
  let hits = 0
  for (const { places } of rows)
    hits += joined(JSON.parse(places.replaceAll(']][[', '],[')) as Place[]).length
  return { hits, pages: rows.length, documents: new Set(rows.map(({ document }) => document)).size }
}
