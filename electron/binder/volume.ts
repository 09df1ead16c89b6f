import { type Pdfium, startPdfium } from '../reader/kinds/pdf/pdfium.ts'
import { type Bookmark, tidyVolume } from './tidy-volume.ts'

/** Why a volume could not be made, as a code the engine has words for. */
export class Unbound extends Error {}

type Opened = { readonly document: number; readonly at: number; readonly flat: Set<number> }

/** A volume in the making: papers come and go, pages of them are taken one run after the other. */
export type Volume = {
  readonly open: (sha256: string, bytes: Buffer) => number
  readonly drop: (sha256: string) => void
  /** Takes pages of a paper, numbered from 1, to the end of the volume. */
  readonly take: (sha256: string, pages: readonly number[], stamps: readonly string[]) => void
  readonly bind: (bookmarks: readonly Bookmark[]) => Buffer
}

/** Pages are imported so many at a time. */
const TOGETHER = 50

/** Begins an empty volume. */
export async function startVolume(): Promise<Volume> {
  return volumeOf(await startPdfium())
}

/** How many pages a PDF has that a password opens; throws `Unbound` where it does not. */
export async function pagesWith(bytes: Buffer, password: string): Promise<number> {
  const { m, heap, withMemory } = await startPdfium()
  return withMemory(bytes.length, (at) => {
    heap().set(bytes, at)
    const document = m.FPDF_LoadMemDocument(at, bytes.length, password)
    if (!document) throw new Unbound(m.FPDF_GetLastError() === 4 ? 'password' : 'damaged')
    const pages = m.FPDF_GetPageCount(document)
    m.FPDF_CloseDocument(document)
    return pages
  })
}

function volumeOf(engine: Pdfium): Volume {
  const { m, heap, claim, free } = engine
  const volume = m.FPDF_CreateNewDocument()
  const papers = new Map<string, Opened>()
  const stamps: string[] = []

  function import_(document: number, pages: readonly number[]): void {
    const before = m.FPDF_GetPageCount(volume)
    const ok = engine.withMemory(pages.length * 4, (at) => {
      const numbers = Int32Array.from(pages, (page) => page - 1)
      heap().set(new Uint8Array(numbers.buffer), at)
      return m.FPDF_ImportPagesByIndex(volume, document, at, pages.length, before)
    })
    const after = m.FPDF_GetPageCount(volume)
    if (ok && after === before + pages.length) return
    for (let page = after - 1; page >= before; page -= 1) m.FPDFPage_Delete(volume, page)
    throw new Unbound('pages')
  }

  return {
    open(sha256, bytes) {
      const at = claim(bytes.length)
      heap().set(bytes, at)
      const document = m.FPDF_LoadMemDocument(at, bytes.length, '')
      if (!document) throw new Unbound(m.FPDF_GetLastError() === 4 ? 'password' : 'damaged')
      papers.set(sha256, { document, at, flat: new Set() })
      return m.FPDF_GetPageCount(document)
    },
    drop(sha256) {
      const paper = papers.get(sha256)
      papers.delete(sha256)
      if (!paper) return
      m.FPDF_CloseDocument(paper.document)
      free(paper.at)
    },
    take(sha256, pages, references) {
      const paper = papers.get(sha256)
      if (!paper || pages.length !== references.length) throw new Unbound('broken')
      const count = m.FPDF_GetPageCount(paper.document)
      if (pages.some((page) => page < 1 || page > count)) throw new Unbound('pages')
      for (const page of pages) flatten(engine, paper, page - 1)
      for (let from = 0; from < pages.length; from += TOGETHER)
        import_(paper.document, pages.slice(from, from + TOGETHER))
      stamps.push(...references)
    },
    bind(bookmarks) {
      const bytes = saved(engine, volume)
      return tidyVolume(bytes, stamps, bookmarks)
    },
  }
}

/** Makes notes, form fields and drawings part of the page as they look; one without a look of its own gets one. */
function flatten({ m }: Pdfium, { document, flat }: Opened, index: number): void {
  if (flat.has(index) || m.EPDFPage_GetAnnotCountRaw(document, index) <= 0) return
  flat.add(index)
  const page = m.FPDF_LoadPage(document, index)
  if (!page) throw new Unbound('pages')
  const count = m.FPDFPage_GetAnnotCount(page)
  for (let at = 0; at < count; at += 1) {
    const note = m.FPDFPage_GetAnnot(page, at)
    if (!note) continue
    if (!m.EPDFAnnot_HasAppearanceStream(note, 0)) giveLook(m, note)
    m.FPDFPage_CloseAnnot(note)
  }
  m.FPDFPage_Flatten(page, 0)
  m.FPDF_ClosePage(page)
}

/** A link shows nothing of its own; a form field is drawn by other rules than a note. */
const LINK = 2
const WIDGET = 20

function giveLook(m: Pdfium['m'], note: number): void {
  const kind = m.FPDFAnnot_GetSubtype(note)
  if (kind === WIDGET) m.EPDFAnnot_GenerateFormFieldAP(note)
  else if (kind !== LINK) m.EPDFAnnot_GenerateAppearance(note)
}

function saved({ m, heap, claim, free }: Pdfium, volume: number): Buffer {
  const writer = m.PDFiumExt_OpenFileWriter()
  if (!m.PDFiumExt_SaveAsCopy(volume, writer)) throw new Unbound('broken')
  const size = m.PDFiumExt_GetFileWriterSize(writer)
  const at = claim(size)
  m.PDFiumExt_GetFileWriterData(writer, at, size)
  const bytes = Buffer.from(heap().subarray(at, at + size))
  free(at)
  m.PDFiumExt_CloseFileWriter(writer)
  m.FPDF_CloseDocument(volume)
  return bytes
}
