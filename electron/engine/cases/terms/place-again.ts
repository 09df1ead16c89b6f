import type { Progress } from '../../pdf/write-record.ts'
import type { Step } from '../changes.ts'
import { bringIn, newBundle, putAway } from '../marks/bundles.ts'
import type { Who } from '../marks/mark-rows.ts'
import type { CaseStore } from '../open-cases.ts'
import { nameOf, withheldAs } from '../people/decide-person.ts'
import { personRow } from '../people/person-rows.ts'
import { placeMarks } from '../people/place-marks.ts'
import { reopening } from '../people/reopen.ts'
import type { Exclusions } from './exclusions.ts'

/** The steps of a change of exclusions, the way back, and how many marks go for it. */
export type PlacedAgain = { readonly forward: Step[]; readonly backward: Step[]; readonly gone: number }

/** Places the marks of everybody withheld again on some pages, as exclusions now have it. */
export async function placeAgain(
  store: CaseStore,
  pages: readonly number[],
  exclusions: Exclusions,
  who: Who,
  step: Progress,
): Promise<PlacedAgain> {
  const forward: Step[] = []
  const backward: Step[] = []
  let gone = 0
  for (const [person, theirs] of withheldOn(store, pages)) {
    const placing = await placeMarks(store, withheldAs(store, person), theirs, who, step, exclusions)
    if (placing.pages.length === 0) continue
    const name = nameOf(personRow(store, person))
    const says = `What stays of ${name} was changed.`
    const reopen = reopening(store, { pages: placing.pages, says }, { pages: [], says: '' })
    const away = newBundle(store)
    forward.push(...bringIn(placing.bundle), ...putAway(away, placing.gone), ...reopen.forward)
    backward.unshift(...reopen.backward, ...bringIn(away), ...putAway(placing.bundle, placing.added))
    gone += placing.gone.length
  }
  return { forward, backward, gone }
}

/** The pages on which an exclusion had a say in the marks of people; with null those of any. */
export function pagesSpared({ raw }: CaseStore, term: number | null): number[] {
  return raw
    .prepare<[{ term: number | null }], number>(
      'select distinct page from term_pages where @term is null or term = @term order by page',
    )
    .pluck()
    .all({ term })
}

/** Everybody withheld who is named on some pages, with those pages. */
function withheldOn({ raw }: CaseStore, pages: readonly number[]): Map<number, number[]> {
  const rows = raw
    .prepare<[string], { person: number; page: number }>(
      `select distinct people.id as person, form_pages.page from json_each(?) as wanted
       join form_pages on form_pages.page = wanted.value
       join person_forms on person_forms.id = form_pages.form
       join people on people.id = person_forms.person
       where decision = 'withhold' order by 1, 2`,
    )
    .all(JSON.stringify(pages))
  const found = new Map<number, number[]>()
  for (const { person, page } of rows) {
    const known = found.get(person)
    if (known) known.push(page)
    else found.set(person, [page])
  }
  return found
}
