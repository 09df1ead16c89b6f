import { aloneForms } from '#shared/cases/people/alone-forms.ts'
import type { FormKind } from '#shared/cases/person.ts'
import type { CaseStore } from '../open-cases.ts'
import { isWithin, type Place } from './places.ts'
import type { PersonRow } from './person-rows.ts'
import { keyOf } from './tally.ts'

/** A part of a name that may stand alone, and everybody on the list whose it can be. */
export type Alone = {
  readonly key: string
  readonly text: string
  readonly kind: FormKind
  readonly because: string
  readonly people: readonly number[]
}

/** The parts of the names on the list of a case that may stand alone: "Priya", "Mrs Pell". */
export function aloneIn({ raw }: CaseStore): Alone[] {
  const people = raw
    .prepare<[], Pick<PersonRow, 'id' | 'name'>>('select id, name from people order by id')
    .all()
  const found = new Map<string, Alone>()
  for (const { person, text, because, sharedWith } of aloneForms(people)) {
    const kind: FormKind = because === 'given name alone' ? 'alias' : 'name'
    const key = keyOf({ kind, text })
    if (!found.has(key)) found.set(key, { key, text, kind, because, people: [person, ...sharedWith] })
  }
  return [...found.values()]
}

/** Where a part of a name stands alone: on how many pages, and whether it is also written small, as an everyday word. */
export type Standing = { pages: number; isAlsoSmall: boolean }

type Row = { readonly form: number; readonly person: number | null; readonly places: string }

/** Says of some forms how they stand on a page outside everything else that names somebody; adds it to what is known. */
export function standOn(
  { raw }: CaseStore,
  page: number,
  forms: ReadonlySet<number>,
  known: Map<number, Standing>,
): void {
  const rows = raw
    .prepare<[number], Row>(
      `select form, person, places from form_pages join person_forms on person_forms.id = form where page = ?`,
    )
    .all(page)
  const named = rows
    .filter(({ form, person }) => person !== null && !forms.has(form))
    .flatMap(({ places }) => JSON.parse(places) as Place[])
  let text: string | null = null
  for (const { form, places } of rows.filter((row) => forms.has(row.form))) {
    const alone = (JSON.parse(places) as Place[]).filter((place) => !isWithin(place, named))
    if (alone.length === 0) continue
    text ??=
      raw.prepare<[number], string>('select text from page_texts where page = ?').pluck().get(page) ?? ''
    const first = (place: Place) => text!.slice(place[0], place[0] + 1)
    const isSmall = alone.some((place) => /\p{Ll}/u.test(first(place)))
    const standing = known.get(form) ?? { pages: 0, isAlsoSmall: false }
    known.set(form, { pages: standing.pages + 1, isAlsoSmall: standing.isAlsoSmall || isSmall })
  }
}
