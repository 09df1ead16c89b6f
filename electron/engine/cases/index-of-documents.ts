import type { z } from 'zod'
import type { DocumentType } from '#shared/cases/document.ts'
import { PageFlag } from '#shared/cases/page.ts'
import type { IndexedDocument } from '#shared/registers/cases/case-documents.contract.ts'
import type { CaseStore } from './open-cases.ts'
import { placesIn } from './places.ts'
import { documentOf, type DocumentRow } from './rows.ts'

/** As they came, or by the day they bear with the undated last. */
export type IndexOrder = 'came' | 'dated'

type Wanted = {
  readonly order: IndexOrder
  readonly type: DocumentType | null
  /** Part of a title, an author or the name of a file; empty for all. */
  readonly text: string
}

type Row = DocumentRow & { readonly path: string }

const ORDERS: Readonly<Record<IndexOrder, string>> = {
  came: 'documents.first_page',
  dated: 'documents.dated is null, documents.dated, documents.first_page',
}

/** Logical documents in an order, some of them at a time, and how many there are in all. */
export function listDocuments(store: CaseStore, wanted: Wanted, offset: number, limit: number) {
  const { raw } = store
  const like = `%${wanted.text.trim().replaceAll(/[%_\\]/gu, '\\$&')}%`
  const where = `from documents join sources on sources.id = documents.source
    where (:type is null or documents.type = :type)
      and (documents.title like :like escape '\\' or documents.author like :like escape '\\'
        or sources.path like :like escape '\\')`
  const asked = { type: wanted.type, like }
  const rows = raw
    .prepare<[object], Row>(
      `select documents.*, sources.path ${where} order by ${ORDERS[wanted.order]} limit :limit offset :offset`,
    )
    .all({ ...asked, limit, offset })
  const total = raw.prepare<[object], number>(`select count(*) ${where}`).pluck().get(asked)!
  return { documents: indexed(store, rows), total }
}

/** How many documents are read at once when all are. */
const AT_ONCE = 1000

/** Every logical document in an order, with its place in the case. */
export function* everyDocument(
  store: CaseStore,
  order: IndexOrder,
): Generator<z.input<typeof IndexedDocument>> {
  for (let offset = 0; ; offset += AT_ONCE) {
    const { documents } = listDocuments(store, { order, type: null, text: '' }, offset, AT_ONCE)
    yield* documents
    if (documents.length < AT_ONCE) return
  }
}

type FlagCount = { readonly document: number; readonly flag: string | null; readonly pages: number }

function indexed(store: CaseStore, rows: readonly Row[]): z.input<typeof IndexedDocument>[] {
  const places = placesIn(store)
  const counts = new Map<number, { pages: number; flags: Partial<Record<PageFlag, number>> }>()
  const flagCounts = store.raw
    .prepare<[string], FlagCount>(
      `select document, flag, count(*) as pages from pages
       where document in (select value from json_each(?)) group by document, flag`,
    )
    .all(JSON.stringify(rows.map(({ id }) => id)))
  for (const { document, flag, pages } of flagCounts) {
    const known = counts.get(document) ?? { pages: 0, flags: {} }
    counts.set(document, known)
    known.pages += pages
    if (flag !== null) known.flags[PageFlag.parse(flag)] = pages
  }
  return rows.map((row) => {
    const { pages, flags } = counts.get(row.id) ?? { pages: 0, flags: {} }
    return { ...documentOf(row, pages), path: row.path, firstPlace: places.of(row.first_page), flags }
  })
}
