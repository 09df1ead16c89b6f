import type { Cases, CaseStore, CasesToBegin } from '#engine/cases/open-cases.ts'
import { fingerprintOf, packWords } from '#engine/cases/page-texts.ts'
import { addBlob } from '#engine/cases/blobs.ts'
import type { Page, TextState, Word } from '#shared/cases/page.ts'
import { Instant } from '#shared/time/instant.ts'
import type { callerOf } from './engine.ts'

type Call = ReturnType<typeof callerOf>

/** A page to put into a case: its text, or also what else is said of it. */
export type MadePage =
  | string
  | {
      readonly text: string
      readonly words?: readonly Word[]
      readonly textState?: TextState
      readonly isPicture?: boolean
      readonly label?: string
    }

/** A file to put into a case, one document until it is split. */
export type MadeFile = {
  readonly path: string
  readonly type?: string
  /** The PDF that shows it; without one its pages cannot be drawn. */
  readonly paper?: Uint8Array
  readonly pages: readonly MadePage[]
}

/** A request for access of which only the name is known. */
export async function anAccessRequest(call: Call, name = 'Access request of a test'): Promise<string> {
  const fields = { right: 'R-ACCESS', receivedOn: '2026-11-02' }
  return (await call('records.create', { register: 'requests', name, fields })).id
}

/** Begins the case of a request and puts files into it as an import would leave them, without reading them. */
export async function fillCase(
  cases: Cases & Pick<CasesToBegin, 'begin'>,
  request: string,
  files: readonly MadeFile[],
): Promise<CaseStore> {
  const store = await cases.begin(request, Instant.parse('2026-11-22T09:00:00.000Z'))
  for (const file of files) await addFile(store, file)
  return store
}

async function addFile(store: CaseStore, { path, type = 'pdf', paper, pages }: MadeFile): Promise<void> {
  const { raw } = store
  const original = await addBlob(store, [paper ?? Buffer.from(path)], `import:${path}`)
  const next = (table: string) =>
    raw.prepare<[], number>(`select coalesce(max(id), 0) + 1 from ${table}`).pluck().get()!
  raw.transaction(() => {
    const [source, document] = [next('sources'), next('documents')]
    raw
      .prepare(
        `insert into sources (id, parent, family, path, name, how, sha256, bytes, type, state, reason, way_out, paper,
           pages, attachments, hidden, facts, text_sha256, same_bytes_as, same_text_as, search, taken_in_at, taken_in_by)
         values (?, null, ?, ?, ?, 'file', ?, ?, ?, 'read', '', '', ?, ?, 0, '[]', '[]', null, null, null, null, ?, 'test')`,
      )
      .run(
        source,
        source,
        path,
        path.split('/').at(-1),
        original.sha256,
        original.bytes,
        type,
        paper ? original.sha256 : null,
        pages.length,
        '2026-11-22T09:00:00.000Z',
      )
    if (pages.length === 0) return
    raw
      .prepare(
        `insert into documents (id, source, first_page, title, type, dated, author, because, is_confirmed)
         values (?, ?, ?, ?, 'other', null, '', '', 0)`,
      )
      .run(document, source, next('pages'), path.split('/').at(-1))
    pages.forEach((page, index) => addPage(store, { source, document, number: index + 1 }, page))
  })()
}

function addPage(
  { raw }: CaseStore,
  { source, document, number }: Pick<Page, 'source' | 'document' | 'number'>,
  page: MadePage,
): void {
  const made = typeof page === 'string' ? { text: page } : page
  const { text } = made
  const { words = laidOut(text), textState = text === '' ? 'none' : 'text', isPicture = false } = made
  const label = made.label ?? `Page ${number}`
  const { lastInsertRowid } = raw
    .prepare(
      `insert into pages (source, document, number, label, width, height, text_state, is_picture, fingerprint, flag,
         flag_because, exemption, flagged_at, flagged_by)
       values (?, ?, ?, ?, 595, 842, ?, ?, ?, null, '', '', null, '')`,
    )
    .run(source, document, number, label, textState, isPicture ? 1 : 0, fingerprintOf(text))
  if (text === '') return
  raw
    .prepare('insert into page_texts (page, text, words) values (?, ?, ?)')
    .run(lastInsertRowid, text, packWords(words))
}

/** The words of a text with boxes, as if every letter were 5 points wide and every line 14 high. */
export function laidOut(text: string): Word[] {
  const words: Word[] = []
  let at = 0
  text.split('\n').forEach((line, row) => {
    for (const { index, 0: word } of line.matchAll(/\S+/gu))
      words.push({
        start: at + index,
        end: at + index + word.length,
        left: 50 + index * 5,
        right: 50 + (index + word.length) * 5,
        top: 50 + row * 14,
        bottom: 60 + row * 14,
      })
    at += line.length + 1
  })
  return words
}
