import { matchOfPages } from '#shared/cases/find-words.ts'
import type { PageHit } from '#shared/registers/cases/case-pages.contract.ts'
import { snippetOf } from '#shared/registers/search/words.ts'
import type { CaseStore } from './open-cases.ts'
import { placesIn } from './places.ts'

/** As far as hits are counted; above it the order is that of reading, for ranking them all would be felt. */
const COUNTED = 10_000

type Found = {
  readonly total: number
  readonly waiting: number
  readonly hits: PageHit[]
}

/** Pages that hold the words a person typed, with a line of each. */
export function findPages(store: CaseStore, text: string, limit: number): Found {
  const { raw } = store
  const waiting = raw
    .prepare<[], number>(`select count(*) from pages where text_state = 'waiting'`)
    .pluck()
    .get()!
  const match = matchOfPages(text)
  if (!match) return { total: 0, waiting, hits: [] }
  const total = raw
    .prepare<[string, number], number>(
      'select count(*) from (select rowid from page_words where page_words match ? limit ?)',
    )
    .pluck()
    .get(match, COUNTED)!
  const order = total < COUNTED ? 'rank, rowid' : 'rowid'
  const pages = raw
    .prepare<[string, number], number>(
      `select rowid from page_words where page_words match ? order by ${order} limit ?`,
    )
    .pluck()
    .all(match, limit)
  const places = placesIn(store)
  const about = raw.prepare<[number], { title: string; text: string }>(
    `select title, text from pages
     join documents on documents.id = pages.document
     join page_texts on page_texts.page = pages.id
     where pages.id = ?`,
  )
  const hits = pages.flatMap((page) => {
    const found = about.get(page)
    if (!found) return []
    return [
      { page, place: places.of(page), title: found.title, snippet: [...snippetOf(found.text, '', text)] },
    ]
  })
  return { total, waiting, hits }
}
