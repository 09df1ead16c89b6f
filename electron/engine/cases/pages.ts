import type { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import type { PageWords } from '#shared/cases/page.ts'
import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { wholeBlob } from './blobs.ts'
import type { CaseStore } from './open-cases.ts'
import { unpackWords } from './page-texts.ts'
import type { Papers } from './papers.ts'
import { type Places, placesIn } from './places.ts'
import { documentOf, type DocumentRow, markOf, type MarkRow, pageOf, type PageRow } from './rows.ts'

/** Where reading was left: the key of the fact that keeps the page. */
export const LEFT_AT = 'leftAt'

/** A page with all that stands beside it; throws `not-found` where the case has none of that number. */
export function shownPage(store: CaseStore, id: number): z.input<typeof ShownPage> {
  const { raw } = store
  const page = pageRow(store, id)
  const places = placesIn(store)
  const place = places.of(id)
  const document = raw
    .prepare<[number], DocumentRow>('select * from documents where id = ?')
    .get(page.document)!
  const { path, type } = raw
    .prepare<[number], { path: string; type: string }>('select path, type from sources where id = ?')
    .get(page.source)!
  const count = (sql: string, ...values: number[]) =>
    raw
      .prepare<number[], number>(sql)
      .pluck()
      .get(...values)!
  return {
    page: pageOf(page),
    place,
    of: places.count,
    previous: places.at(place - 1),
    next: places.at(place + 1),
    ahead: near(places, place, 1),
    behind: near(places, place, -1),
    document: documentOf(document, count('select count(*) from pages where document = ?', document.id)),
    placeInDocument: count('select count(*) from pages where document = ? and id <= ?', document.id, id),
    documentPlace: count('select count(*) from documents where first_page <= ?', document.first_page),
    previousDocument: neighbour(store, '< ? order by first_page desc', document.first_page),
    nextDocument: neighbour(store, '> ? order by first_page', document.first_page),
    path,
    type,
    marks: raw
      .prepare<[number], MarkRow>('select * from marks where page = ? order by id')
      .all(id)
      .map(markOf),
  }
}

/** The page at a place in the order of reading, or the nearest; null in a case without pages. */
export function pageAt(store: CaseStore, place: number): number | null {
  const places = placesIn(store)
  return places.at(Math.min(place, places.count))
}

/** The text of a page with the boxes of its words; nothing where it has none. */
export function pageWords(store: CaseStore, id: number): PageWords {
  pageRow(store, id)
  const found = store.raw
    .prepare<[number], { text: string; words: Buffer }>('select text, words from page_texts where page = ?')
    .get(id)
  return found ? { text: found.text, words: unpackWords(found.words) } : { text: '', words: [] }
}

/** A page drawn so many pixels wide; throws `rule` with a sentence where its file cannot be drawn. */
export async function drawPage(store: CaseStore, papers: Papers, id: number, width: number) {
  const page = pageRow(store, id)
  const sha256 = store.raw
    .prepare<[number], string | null>('select paper from sources where id = ?')
    .pluck()
    .get(page.source)
  if (!sha256) throw new AppError('rule', 'This page has no picture. Read its text, or save the original.')
  const paper = await papers.open(sha256, () => wholeBlob(store, sha256))
  const drawn = await paper.draw(page.number, width)
  return { png: Buffer.from(drawn.png).toString('base64'), width: drawn.width, height: drawn.height }
}

type Left = { readonly page: number; readonly secondsOnLast: number }

/** Keeps where reading was left, and adds the time the last page took to those of the day. */
export function keepPlace(
  store: CaseStore,
  { page, secondsOnLast }: Left,
  { today, actor }: { readonly today: PlainDate; readonly actor: string },
): void {
  const { raw } = store
  pageRow(store, page)
  raw.transaction(() => {
    raw
      .prepare(
        'insert into facts (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
      )
      .run(LEFT_AT, String(page))
    if (secondsOnLast === 0) return
    raw
      .prepare(
        `insert into reading_times (day, by, pages, seconds) values (?, ?, 1, ?)
         on conflict (day, by) do update set pages = pages + 1, seconds = seconds + excluded.seconds`,
      )
      .run(today, actor, secondsOnLast)
  })()
}

/** The row of a page; throws `not-found` where the case has none of that number. */
export function pageRow({ raw }: CaseStore, id: number): PageRow {
  const found = raw.prepare<[number], PageRow>('select * from pages where id = ?').get(id)
  if (!found) throw new AppError('not-found', 'This page is not in the case. Go to another one.')
  return found
}

/** How many pages before and after a page are told with it. */
const NEAR = 10

function near(places: Places, place: number, direction: 1 | -1): number[] {
  const found: number[] = []
  for (let step = 1; step <= NEAR; step += 1) {
    const page = places.at(place + direction * step)
    if (page !== null) found.push(page)
  }
  return found
}

function neighbour({ raw }: CaseStore, where: string, firstPage: number): number | null {
  const found = raw
    .prepare<[number], number>(`select first_page from documents where first_page ${where} limit 1`)
    .pluck()
    .get(firstPage)
  return found ?? null
}
