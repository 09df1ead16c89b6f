import type { Findings } from './findings.ts'
import type { KnownPage } from '#shared/cases/proof/gate-needles.ts'
import type { Letters } from './objects/letters-of-fonts.ts'
import { type Content, readContent } from './objects/read-content.ts'
import { type Dictionary, isDictionary, isList, type PdfValue } from './objects/read-values.ts'
import { type Scan, scanObjects } from './objects/scan-objects.ts'
import { reachedFrom } from './objects/strings-of.ts'
import { textBesidePages } from './beside-pages.ts'
import { leftOver } from './left-over.ts'
import { NOBODY, type SeekPeople } from '#shared/cases/proof/seek-people.ts'
import { isTelling, type Passage, type Removed, seekRemoved } from '#shared/cases/proof/seek-removed.ts'

/** What is walked through: the bytes of a PDF, what is known of its pages, and whether it is a volume of documents. */
export type Walked = {
  readonly bytes: Buffer
  readonly pages: readonly KnownPage[]
  readonly isVolume: boolean
}

/**
 * Walks through every object and stream of a PDF, whether anything refers to it or not, and tells pages with
 * marks on which a font does not say its letters. Independent of what wrote the file, and of PDFium.
 */
export function walkPdf({ bytes, pages, isVolume }: Walked, seek: SeekPeople, findings: Findings): void {
  const scan = scanObjects(bytes)
  if (scan.isEncrypted)
    findings.unread('objects', null, 'The file is encrypted, so what is in it cannot be seen.')
  const reached = reachedFrom(scan)
  const found = pagesOf(scan)
  if (pages.length > 0 && found.length !== pages.length)
    findings.unread('objects', null, `The file has ${found.length} pages and should have ${pages.length}.`)
  if (found.length === 0) findings.unread('objects', null, 'No page was found among its objects.')
  const fonts = new Map<PdfValue, Letters>()
  const inPages = new Set<number>()
  const passages: Passage[] = []
  for (const [index, page] of found.entries()) {
    const known = pages[index]
    const content = readContent(scan, page, fonts, inPages)
    for (const unread of new Set(content.unread))
      findings.unread('objects', index + 1, `A stream of the page could not be read: ${unread}.`)
    const removed = known && known.areas.length > 0 ? seekRemoved(known) : null
    if (removed && content.unknownFonts > 0) unknownLetters(index + 1, findings)
    if (removed) passages.push(...removed.passages)
    checkPage({ content, number: index + 1, known, removed }, seek, findings)
  }
  const { told, technical } = textBesidePages(scan, inPages, reached, findings)
  // What fonts and programs say of themselves names nobody of the case, unless it does.
  findings.people([...seek(told, NOBODY), ...seek(technical, NOBODY)], {
    reader: 'objects',
    page: null,
    where: 'in the file beside its pages (titles, bookmarks, labels, notes or data about it)',
  })
  seekPassages(told, passages, findings)
  if (isVolume) leftOver(scan, reached, findings)
}

/** Nothing is found, and less can be: such letters are only seen as they are drawn. */
function unknownLetters(page: number, findings: Findings): void {
  const says =
    'Letters of the page are in a font that does not say which they are; beside marks they were recognised.'
  findings.add({ reader: 'objects', page, mark: null, person: null, kind: 'changed', found: '', says })
}

type Checked = {
  readonly content: Content
  readonly number: number
  readonly known: KnownPage | undefined
  readonly removed: Removed | null
}

function checkPage({ content, number, known, removed }: Checked, seek: SeekPeople, findings: Findings): void {
  const inText = { reader: 'objects', page: number, where: 'in the content of the page' } as const
  const inNotes = {
    reader: 'objects',
    page: number,
    where: 'in a replacement or alternative text of the page',
  } as const
  // Letters that are drawn twice, to look bold, are told once by other readers.
  const allowed = { excepted: known?.excepted ?? [], times: 2 }
  findings.people(seek(content.shown, allowed), inText)
  if (content.beside !== '') findings.people(seek(content.beside, allowed), inNotes)
  if (!removed) return
  findings.removed([...removed.seek(content.shown, 2), ...removed.seekGoneWords(content.shown)], inText)
  if (content.beside !== '')
    findings.removed([...removed.seek(content.beside, 1), ...removed.seekGoneWords(content.beside)], inNotes)
}

/** The pages in their order, by the tree of the last catalogue. */
function pagesOf(scan: Scan): Dictionary[] {
  const { resolve, trailers } = scan
  const root = trailers.map((trailer) => resolve(trailer.get('/Root'))).findLast(isDictionary)
  const pages: Dictionary[] = []
  const seen = new Set<PdfValue>()
  const visit = (node: PdfValue | undefined) => {
    const value = resolve(node)
    if (!isDictionary(value) || seen.has(value)) return
    seen.add(value)
    const kids = resolve(value.get('/Kids'))
    if (isList(kids)) for (const kid of kids) visit(kid)
    else pages.push(value)
  }
  visit(root?.get('/Pages'))
  return pages
}

function seekPassages(text: string, passages: readonly Passage[], findings: Findings): void {
  const stays = new Set(passages.filter((one) => one.stays > 0).map(({ found }) => found.toLowerCase()))
  const telling = passages.filter((one) => isTelling(one) && !stays.has(one.found.toLowerCase()))
  if (telling.length === 0) return
  const areas = telling.map(({ mark, person, found }) => ({
    mark,
    person,
    words: found,
    boxes: [],
    label: '',
    spoken: '',
    exemption: '',
    reason: '',
  }))
  findings.removed(seekRemoved({ areas, stays: '' }).seek(text, 1), {
    reader: 'objects',
    page: null,
    where: 'in the file beside its pages, in an earlier revision or in an object that nothing shows',
  })
}
