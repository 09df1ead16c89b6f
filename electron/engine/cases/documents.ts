import { AppError } from '#shared/errors.ts'
import type { DocumentType } from '#shared/cases/document.ts'
import { featuresOf } from '#shared/cases/splits/features.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { type ChangeNote, recordChange, type Step } from './changes.ts'
import type { CaseStore } from './open-cases.ts'
import { pageRow } from './pages.ts'
import { placesIn } from './places.ts'
import type { DocumentRow } from './rows.ts'

type Who = Omit<ChangeNote, 'says'>

const MOVE_PAGES = 'update pages set document = ? where document = ? and id >= ?'
const REMOVE = 'delete from documents where id = ?'
const CONFIRM = 'update documents set is_confirmed = ? where id = ?'
const INSERT = `insert into documents
  (id, source, first_page, title, type, dated, author, because, is_confirmed) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** The step that puts a row of `documents` there. */
export const insertStep = (row: DocumentRow): Step => ({
  sql: INSERT,
  values: [
    row.id,
    row.source,
    row.first_page,
    row.title,
    row.type,
    row.dated,
    row.author,
    row.because,
    row.is_confirmed,
  ],
})

/** The step that gives the pages of a document from one on to another. */
export const moveStep = (to: number, from: number, firstPage: number): Step => ({
  sql: MOVE_PAGES,
  values: [to, from, firstPage],
})

/** The step that removes a document that has no pages left. */
export const removeStep = (id: number): Step => ({ sql: REMOVE, values: [id] })

/** The number the next document gets. */
export const nextDocumentId = ({ raw }: CaseStore) =>
  raw.prepare<[], number>('select coalesce(max(id), 0) + 1 from documents').pluck().get()!

/** Lets a document begin at a page; what it is, is read off the page where it can be. Says its number. */
export function splitAt(store: CaseStore, page: number, who: Who): number {
  const { document: from } = pageRow(store, page)
  const old = documentRow(store, from)
  const place = placesIn(store).of(page).toLocaleString('en-GB')
  if (old.first_page === page)
    throw new AppError(
      'rule',
      `A document begins at page ${place} already. Go to the page where the next one begins.`,
    )
  const text = store.raw
    .prepare<[number], string>('select text from page_texts where page = ?')
    .pluck()
    .get(page)
  const found = featuresOf(text ?? '')
  const made: DocumentRow = {
    id: nextDocumentId(store),
    source: old.source,
    first_page: page,
    title: found.title || `${old.title}, from page ${place}`,
    type: found.type ?? 'other',
    dated: found.dated,
    author: found.author,
    because: '',
    is_confirmed: 1,
  }
  recordChange(
    store,
    { ...who, says: `Split at page ${place}` },
    [insertStep(made), moveStep(made.id, old.id, page)],
    [moveStep(old.id, made.id, page), removeStep(made.id)],
  )
  return made.id
}

/** Joins the document of a page to the one before it in the same file; says the number of the joined one. */
export function mergeAt(store: CaseStore, page: number, who: Who): number {
  const later = documentRow(store, pageRow(store, page).document)
  const earlier = store.raw
    .prepare<[number, number], DocumentRow>(
      'select * from documents where source = ? and first_page < ? order by first_page desc limit 1',
    )
    .get(later.source, later.first_page)
  if (!earlier)
    throw new AppError(
      'rule',
      'This is the first document of its file: there is none before it to join it to. Documents never span files.',
    )
  recordChange(
    store,
    { ...who, says: `Merged “${later.title}” into “${earlier.title}”` },
    [
      moveStep(earlier.id, later.id, later.first_page),
      removeStep(later.id),
      { sql: CONFIRM, values: [1, earlier.id] },
    ],
    [
      insertStep(later),
      moveStep(later.id, earlier.id, later.first_page),
      { sql: CONFIRM, values: [earlier.is_confirmed, earlier.id] },
    ],
  )
  return earlier.id
}

/** What a person says of a document; what is left out stays. */
export type Description = {
  readonly title?: string | undefined
  readonly type?: DocumentType | undefined
  readonly dated?: PlainDate | null | undefined
  readonly author?: string | undefined
}

const DESCRIBE =
  'update documents set title = ?, type = ?, dated = ?, author = ?, is_confirmed = ? where id = ?'

/** Says what a document is; a person has then confirmed it. */
export function describeDocument(store: CaseStore, id: number, said: Description, who: Who): void {
  const old = documentRow(store, id)
  const title = said.title?.trim() ?? old.title
  if (title === '')
    throw new AppError('invalid', 'A document needs a title.', { fields: { title: 'Give it a title.' } })
  const changed = [
    title,
    said.type ?? old.type,
    said.dated === undefined ? old.dated : said.dated,
    said.author?.trim() ?? old.author,
    1,
    id,
  ]
  recordChange(
    store,
    { ...who, says: `Described “${title}”` },
    [{ sql: DESCRIBE, values: changed }],
    [{ sql: DESCRIBE, values: [old.title, old.type, old.dated, old.author, old.is_confirmed, id] }],
  )
}

/** The row of a document; throws `not-found` where there is none. */
export function documentRow({ raw }: CaseStore, id: number): DocumentRow {
  const found = raw.prepare<[number], DocumentRow>('select * from documents where id = ?').get(id)
  if (!found)
    throw new AppError('not-found', 'This document is not in the case any more. Open the list again.')
  return found
}
