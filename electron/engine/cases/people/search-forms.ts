import type { Form } from '#shared/cases/needles/find-form.ts'
import { compileForms, findForms, prepare } from '#shared/cases/needles/find-form.ts'
import type { Progress } from '../../pdf/write-record.ts'
import { prepared } from '../import/prepared.ts'
import type { CaseStore } from '../open-cases.ts'
import { lastSearch, UNSEARCHED } from './search-state.ts'

/** Pages whose places are written together. */
const AT_ONCE = 1000
/** Pages looked through between two breaths of the program. */
const BETWEEN_STEPS = 20

type KnownForm = Form & { readonly id: number; readonly is_searched: number }
type TextPage = {
  readonly id: number
  readonly text: string
  readonly text_was: string
  readonly isNew: 0 | 1
}

/**
 * Writes down where forms stand: those not searched for yet in all pages, and with `everything` all of them in pages
 * that are new or have another text. What is stopped or killed is begun again by the next search; until then no place
 * is missing that was known before. Says how many pages were looked through.
 */
export async function searchForms(
  store: CaseStore,
  which: 'newForms' | 'everything',
  step: Progress,
): Promise<number> {
  const { raw } = store
  const forms = raw
    .prepare<[], KnownForm>('select id, text, kind, is_searched from person_forms order by id')
    .all()
  const fresh = forms.filter(({ is_searched }) => is_searched === 0)
  const search =
    which === 'everything' ? { number: lastSearch(store) + 1, lastForm: forms.at(-1)?.id ?? 0 } : null
  const finders = { all: finderOf(forms), fresh: finderOf(fresh) }
  const pages = pagesToSearch(store, fresh.length > 0, search !== null)
  for (let from = 0; from < pages.length; from += AT_ONCE) {
    const batch: { readonly page: TextPage; readonly found: Map<number, [number, number][]> }[] = []
    for (const [index, id] of pages.subarray(from, from + AT_ONCE).entries()) {
      const page = textPage(store, id)
      if (!page) continue
      batch.push({ page, found: (search && page.isNew ? finders.all : finders.fresh)(page.text) })
      if (index % BETWEEN_STEPS === 0)
        await step(from + index, pages.length, 'Looking where everybody is named')
    }
    raw.transaction(() => {
      for (const { page, found } of batch) keepPlaces(store, page, found, search)
    })()
  }
  raw
    .prepare('update person_forms set is_searched = 1 where id in (select value from json_each(?))')
    .run(JSON.stringify(fresh.map(({ id }) => id)))
  return pages.length
}

function finderOf(forms: readonly KnownForm[]) {
  const compiled = compileForms(forms)
  return (text: string): Map<number, [number, number][]> => {
    const places = new Map<number, [number, number][]>()
    if (forms.length === 0) return places
    for (const { form, start, end } of findForms(prepare(text), compiled)) {
      const { id } = forms[form]!
      const known = places.get(id)
      if (known) known.push([start, end])
      else places.set(id, [[start, end]])
    }
    return places
  }
}

function pagesToSearch({ raw }: CaseStore, all: boolean, unsearched: boolean): Uint32Array {
  const ids = all
    ? raw.prepare<[], number>(`select page from page_texts where text <> '' order by page`)
    : raw.prepare<[], number>(`select pages.id ${UNSEARCHED} order by 1`)
  return Uint32Array.from(all || unsearched ? ids.pluck().all() : [])
}

function textPage({ raw }: CaseStore, id: number): TextPage | undefined {
  return prepared<TextPage>(
    raw,
    `select pages.id, text, text_state || ':' || fingerprint as text_was,
       not exists (select 1 from searched_pages
         where searched_pages.page = pages.id and text_was = text_state || ':' || fingerprint) as isNew
     from pages join page_texts on page_texts.page = pages.id where pages.id = ?`,
  ).get(id)
}

/** A page that was removed meanwhile, or got another text, is left to the next search. */
function keepPlaces(
  { raw }: CaseStore,
  { id, text_was, isNew }: TextPage,
  found: ReadonlyMap<number, readonly [number, number][]>,
  search: { readonly number: number; readonly lastForm: number } | null,
): void {
  const still = prepared<{ text_was: string }>(
    raw,
    `select text_state || ':' || fingerprint as text_was from pages where id = ?`,
  ).get(id)
  if (still?.text_was !== text_was) return
  if (search && isNew) {
    // Forms entered while this search was under way look for themselves.
    prepared(raw, 'delete from form_pages where page = ? and form <= ?').run(id, search.lastForm)
    prepared(raw, 'insert or replace into searched_pages (page, search, text_was) values (?, ?, ?)').run(
      id,
      search.number,
      text_was,
    )
  }
  const insert = prepared(
    raw,
    `insert or replace into form_pages (form, page, hits, places)
     select id, ?, ?, ? from person_forms where id = ?`,
  )
  for (const [form, places] of found) insert.run(id, places.length, JSON.stringify(places), form)
}
