import type { Finding, Given } from '../../finding.ts'
import { findHidden, findHiddenOnPage } from './hidden.ts'
import { type Pdfium, withPdfium } from './pdfium.ts'

/** How long the pages are searched for what they do not show where nobody wants their words, in milliseconds. */
const SEARCHED_FOR = 15_000

/** Reads a PDF page by page, and finds what its pages do not show. */
export async function readPdf({ bytes, password, texts }: Given, finding: Finding): Promise<void> {
  await withPdfium((engine) =>
    engine.withDocument(bytes, password, async (document) => {
      const count = engine.m.FPDF_GetPageCount(document)
      finding.pageCount(count)
      if (count === 0) finding.lacks('The PDF has no pages.', 'Ask whoever sent it for the file again.')
      if (texts === false) await searchPages(engine, document, count, finding)
      else for (let index = 0; index < count; index++) await readPage(engine, document, index, finding)
      await findHidden(engine, document, bytes, finding)
      if (password !== null && engine.m.EPDF_IsEncrypted(document))
        await finding.unlocked(withoutLock(engine, document))
    }),
  )
}

/** Looks only at pages with something fixed to them; the others need not even be opened. */
async function searchPages(engine: Pdfium, document: number, count: number, finding: Finding): Promise<void> {
  const { m } = engine
  const start = performance.now()
  for (let index = 0; index < count; index++) {
    if (m.EPDFPage_GetAnnotCountRaw(document, index) === 0) continue
    if (performance.now() - start > SEARCHED_FOR)
      return finding.lacks(
        `What does not show was looked for on pages 1 to ${index} only, for the file is very long.`,
        'Look at the notes and form fields of the other pages in a PDF viewer.',
      )
    const page = m.FPDF_LoadPage(document, index)
    if (!page) {
      finding.lacks(`Page ${index + 1} cannot be opened.`)
      continue
    }
    await findHiddenOnPage(engine, page, `Page ${index + 1}`, finding)
    m.FPDF_ClosePage(page)
  }
}

/** The document as it would be saved without its password. */
function withoutLock({ m, withMemory, heap }: Pdfium, document: number): Buffer {
  m.EPDF_RemoveEncryption(document)
  const writer = m.PDFiumExt_OpenFileWriter()
  try {
    m.PDFiumExt_SaveAsCopy(document, writer)
    const size = m.PDFiumExt_GetFileWriterSize(writer)
    return withMemory(size, (at) => {
      m.PDFiumExt_GetFileWriterData(writer, at, size)
      return Buffer.from(heap().subarray(at, at + size))
    })
  } finally {
    m.PDFiumExt_CloseFileWriter(writer)
  }
}

const IMAGE = 3

async function readPage(engine: Pdfium, document: number, index: number, finding: Finding): Promise<void> {
  const { m } = engine
  const label = `Page ${index + 1}`
  const before = m.FPDF_LoadPage(document, index)
  if (!before) return finding.lacks(`${label} cannot be opened.`)
  await findHiddenOnPage(engine, before, label, finding)
  // What forms and stamps show becomes part of the page, in memory only, so that its words are read too.
  m.FPDFPage_Flatten(before, 0)
  m.FPDF_ClosePage(before)
  const page = m.FPDF_LoadPage(document, index)
  if (!page) return finding.lacks(`${label} cannot be opened.`)
  try {
    const text = textOf(engine, page)
    const isPicture = text.trim().length < 20 && hasImage(engine, page)
    finding.page(label, text, isPicture)
  } finally {
    m.FPDF_ClosePage(page)
  }
}

/** Characters one by one: PDFium's own text has other indices on some pages. */
function textOf({ m }: Pdfium, page: number): string {
  const text = m.FPDFText_LoadPage(page)
  if (!text) return ''
  const count = m.FPDFText_CountChars(text)
  const letters: string[] = []
  for (let index = 0; index < count; index++) {
    const code = m.FPDFText_GetUnicode(text, index)
    if (code > 0 && code <= 0x10_ff_ff) letters.push(String.fromCodePoint(code))
  }
  m.FPDFText_ClosePage(text)
  return letters.join('')
}

function hasImage({ m }: Pdfium, page: number): boolean {
  const count = m.FPDFPage_CountObjects(page)
  for (let index = 0; index < count; index++)
    if (m.FPDFPageObj_GetType(m.FPDFPage_GetObject(page, index)) === IMAGE) return true
  return false
}
