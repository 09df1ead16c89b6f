import type { CaseStore } from '../open-cases.ts'
import type { Place } from './places.ts'

type Row = { readonly person: number; readonly name: string; readonly places: string }

/** Who of the list is named at a place of a page's text: of several the one with the longest words. */
export function personAt(
  { raw }: CaseStore,
  page: number,
  at: number,
): { person: number | null; name: string } {
  const rows = raw
    .prepare<[number], Row>(
      `select people.id as person, people.name, places from form_pages
       join person_forms on person_forms.id = form join people on people.id = person_forms.person
       where page = ? order by people.id`,
    )
    .all(page)
  const found = rows.flatMap(({ person, name, places }) =>
    (JSON.parse(places) as Place[])
      .filter(([start, end]) => start <= at && at < end)
      .map(([start, end]) => ({ person, name, length: end - start })),
  )
  const [best] = found.toSorted((one, other) => other.length - one.length)
  return { person: best?.person ?? null, name: best?.name ?? '' }
}
