import type { CaseStore } from '../open-cases.ts'

const KEY = 'peopleSearch'

/** Pages with words that were not searched for people yet, or whose text is another since; no text is read for it. */
export const UNSEARCHED = `
  from pages left join searched_pages on searched_pages.page = pages.id
  where pages.fingerprint <> ''
    and (searched_pages.page is null or searched_pages.text_was <> pages.text_state || ':' || pages.fingerprint)`

/** How many pages with words were not searched for people yet, or have another text since. */
export function unsearchedPages({ raw }: CaseStore): number {
  return raw.prepare<[], number>(`select count(*) ${UNSEARCHED}`).pluck().get()!
}

/** The number of the last search for people that came to its end; nought where there was none. */
export function lastSearch({ raw }: CaseStore): number {
  return Number(raw.prepare<[string], string>('select value from facts where key = ?').pluck().get(KEY) ?? 0)
}

/** Keeps that a search for people came to its end, also one that was begun before and stopped. */
export function keepSearch(store: CaseStore): void {
  const { raw } = store
  const newest = raw.prepare<[], number | null>('select max(search) from searched_pages').pluck().get() ?? 0
  // Pages can be taken away again, but a number is never that of two searches.
  const number = Math.max(newest, lastSearch(store))
  raw
    .prepare(
      'insert into facts (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
    )
    .run(KEY, String(number))
}
