import type { ReadPage } from '../papers.ts'
import type { CaseStore } from '../open-cases.ts'
import { fingerprintOf, packWords } from '../page-texts.ts'
import type { AboutDocument } from './about-document.ts'
import { prepared } from './prepared.ts'

/** A page as it was read; null where it could not be. */
export type PageFound = { readonly number: number; readonly label: string; readonly page: ReadPage | null }

/** A page that could not be read is shown as an empty sheet of A4. */
const SHEET = { width: 595.28, height: 841.89 }

type PageRow = {
  readonly number: number
  readonly label: string
  readonly width: number
  readonly height: number
  readonly textState: 'text' | 'none' | 'waiting' | 'failed'
  readonly isPicture: 0 | 1
  readonly fingerprint: string
  readonly text: string
  readonly words: Buffer
}

/** A page made ready to be written, so that only small things are held until then. */
export function preparedPage({ number, label, page }: PageFound): PageRow {
  const text = page?.text ?? ''
  const hasText = text.trim() !== ''
  return {
    number,
    label,
    width: positive(page?.width, SHEET.width),
    height: positive(page?.height, SHEET.height),
    textState: !page ? 'failed' : page.needsRecognition ? 'waiting' : hasText ? 'text' : 'none',
    isPicture: page?.isPicture ? 1 : 0,
    fingerprint: fingerprintOf(text),
    text,
    words: packWords(page?.words ?? []),
  }
}

/** Adds pages to the document of a file, which begins with the first of them; inside a transaction. */
export function writePages(
  { raw }: CaseStore,
  source: number,
  about: AboutDocument,
  pages: readonly PageRow[],
): void {
  if (pages.length === 0) return
  let id = nextId(raw, 'pages')
  const document = documentOf(raw, source) ?? addDocument(raw, source, id, about)
  const page = prepared(
    raw,
    `insert into pages (id, source, document, number, label, width, height, text_state, is_picture, fingerprint,
       flag, flag_because, exemption, flagged_at, flagged_by)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, '', '', null, '')`,
  )
  const words = prepared(raw, 'insert into page_texts (page, text, words) values (?, ?, ?)')
  for (const one of pages) {
    const { number, label, width, height, textState, isPicture, fingerprint } = one
    page.run(id, source, document, number, label, width, height, textState, isPicture, fingerprint)
    words.run(id, one.text, one.words)
    id += 1
  }
  prepared(raw, 'update sources set pages = pages + ? where id = ?').run(pages.length, source)
}

/**
 * Takes the pages of a file away again, because it is read anew; inside a transaction. Marks that a decision about
 * somebody put there, and what a term only proposed, go with them: the next search and the next look for terms place
 * them anew.
 */
export function removePages({ raw }: CaseStore, source: number): void {
  raw.prepare('delete from marks where page in (select id from pages where source = ?)').run(source)
  raw.prepare('delete from page_texts where page in (select id from pages where source = ?)').run(source)
  raw.prepare('delete from pages where source = ?').run(source)
  raw.prepare('delete from documents where source = ?').run(source)
  raw.prepare('update sources set pages = 0 where id = ?').run(source)
}

/** Marks that say what somebody decided about this place; others follow from people and terms. */
const BY_SOMEBODY = `state = 'rejected' or origin in ('hand', 'copy') or (origin = 'term' and state = 'accepted')`

/** Whether somebody decided something about a page of a file, so that its pages must stay as they are. */
export function isReviewed({ raw }: CaseStore, source: number): boolean {
  return (
    raw
      .prepare(
        `select 1 from pages where source = @source and (
           flag is not null
           or id in (select page from marks where ${BY_SOMEBODY})
           or id in (select page from check_pages)
         )
         union all select 1 from documents where source = @source and is_confirmed = 1 limit 1`,
      )
      .get({ source }) !== undefined
  )
}

/** The document that the last page of a file belongs to: where somebody split it meanwhile, it goes on from there. */
function documentOf(raw: CaseStore['raw'], source: number): number | undefined {
  return raw
    .prepare<[number], number>('select document from pages where source = ? order by number desc limit 1')
    .pluck()
    .get(source)
}

function addDocument(raw: CaseStore['raw'], source: number, firstPage: number, about: AboutDocument): number {
  const id = nextId(raw, 'documents')
  const { title, type, dated, author } = about
  raw
    .prepare(
      `insert into documents (id, source, first_page, title, type, dated, author, because, is_confirmed)
       values (?, ?, ?, ?, ?, ?, ?, '', 0)`,
    )
    .run(id, source, firstPage, title, type, dated, author)
  return id
}

function nextId(raw: CaseStore['raw'], table: 'pages' | 'documents'): number {
  return raw.prepare<[], number>(`select coalesce(max(id), 0) + 1 from ${table}`).pluck().get() as number
}

const positive = (value: number | undefined, otherwise: number) =>
  value !== undefined && Number.isFinite(value) && value > 0 ? value : otherwise
