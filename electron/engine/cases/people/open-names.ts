import type { CasePerson } from '#shared/cases/person.ts'
import type { CaseStore } from '../open-cases.ts'
import { aloneIn, type Standing, standOn } from './alone-forms.ts'
import { keyOf } from './tally.ts'

/** Pages that are looked at for a warning, so that nobody waits for it. */
const MOST_PAGES = 300

type FormRow = { readonly id: number; readonly text: string; readonly kind: 'name' | 'alias' }

/** Warns of parts of the name of somebody withheld that stand alone and are not removed with the name; a sentence each. */
export function openNames(store: CaseStore, { id, decision, forms }: CasePerson): string[] {
  if (decision !== 'withhold') return []
  const own = new Set(forms.map(keyOf))
  const theirs = new Map(
    aloneIn(store)
      .filter(({ people, key }) => people.includes(id) && !own.has(key))
      .map(({ key, people }) => [key, people.length > 1]),
  )
  return store.raw
    .prepare<[], FormRow>(
      `select person_forms.id, text, kind from person_forms left join people on people.id = person
       where decision is not 'withhold' and kind in ('alias', 'name') order by person_forms.id`,
    )
    .all()
    .filter((row) => theirs.has(keyOf(row)))
    .flatMap((row) => {
      const standing = standingOf(store, row.id)
      if (!standing) return []
      const pages = `${standing.pages === 1 ? '1 page' : `${standing.pages} pages`}${standing.pages === MOST_PAGES ? ' or more' : ''}`
      const why = theirs.get(keyOf(row))
        ? ' Others on the list have it too.'
        : standing.isAlsoSmall
          ? ' It is also an everyday word.'
          : ''
      return [
        `“${row.text}” stands alone on ${pages} and is not removed with this person.${why} Add it as a name, or mark it by hand.`,
      ]
    })
}

function standingOf(store: CaseStore, form: number): Standing | undefined {
  const pages = store.raw
    .prepare<[number], number>(`select page from form_pages where form = ? order by page limit ${MOST_PAGES}`)
    .pluck()
    .all(form)
  const known = new Map<number, Standing>()
  for (const page of pages) standOn(store, page, new Set([form]), known)
  return known.get(form)
}
