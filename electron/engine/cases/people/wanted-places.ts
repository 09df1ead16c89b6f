import { prepared } from '../import/prepared.ts'
import { textOf } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import type { Exclusions } from '../terms/exclusions.ts'
import { joined, type Place, without } from './places.ts'

/** By what somebody is found, and whose exceptions let them stay: their own, and those of who is joined to them. */
export type Named = {
  readonly forms: readonly number[]
  readonly exceptionsOf: readonly number[]
  /** A mark that is no exception any more. */
  readonly besides?: number
}

/** Where forms stand on a page, as the searches found them; places that overlap are one. */
export const namedPlaces = (store: CaseStore, forms: readonly number[], page: number): Place[] =>
  joined(foundPlaces(store, forms, page))

/**
 * Where marks of somebody who is withheld belong on a page: where they are named, without what an exclusion lets stay
 * and without exceptions. Pages that an exclusion had a say in are remembered, so that it can be taken back.
 */
export function wantedPlaces(
  store: CaseStore,
  { forms, exceptionsOf, besides }: Named,
  page: number,
  exclusions: Exclusions,
): Place[] {
  const found = foundPlaces(store, forms, page)
  if (found.length === 0) return []
  const kept = exclusions.isEmpty ? [] : exclusions.of(textOf(store, page))
  const left =
    kept.length === 0
      ? found
      : without(
          found,
          kept.map(({ place }) => place),
        )
  if (left.length < found.length) remember(store, page, new Set(kept.map(({ term }) => term)))
  return without(joined(left), exceptionsOn(store, exceptionsOf, page, besides))
}

function foundPlaces({ raw }: CaseStore, forms: readonly number[], page: number): Place[] {
  return prepared<{ places: string }>(
    raw,
    'select places from form_pages where page = ? and form in (select value from json_each(?))',
  )
    .all(page, JSON.stringify(forms))
    .flatMap(({ places }) => JSON.parse(places) as Place[])
}

/** Places where somebody stays visible by a person's word. */
function exceptionsOn({ raw }: CaseStore, people: readonly number[], page: number, besides = 0): Place[] {
  return prepared<{ text_start: number; text_end: number }>(
    raw,
    `select text_start, text_end from marks indexed by marks_by_page
     where page = ? and person in (select value from json_each(?)) and state = 'rejected' and text_start is not null
       and id <> ?`,
  )
    .all(page, JSON.stringify(people), besides)
    .map(({ text_start, text_end }) => [text_start, text_end])
}

function remember({ raw }: CaseStore, page: number, terms: ReadonlySet<number>): void {
  const insert = prepared(raw, 'insert or ignore into term_pages (term, page) values (?, ?)')
  for (const term of terms) insert.run(term, page)
}
