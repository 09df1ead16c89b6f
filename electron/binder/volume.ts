import { type Pdfium, startPdfium } from '../reader/kinds/pdf/pdfium.ts'
import type { Dressing } from './dressing.ts'
import { findHiddenLayers } from './hidden-layers.ts'
import { mentions } from './mentions.ts'
import { savedBytes, Unbound } from './pdf-documents.ts'
import { type OpenedPaper, type Taken, takePages } from './take-pages.ts'
import { type Bookmark, tidyVolume } from './tidy-volume.ts'

type Opened = OpenedPaper & {
  readonly at: number
  /** The pages on which nothing lies over the drawing any more. */
  readonly flat: Set<number>
}

/** A volume in the making: papers come and go, pages of them are taken one run after the other. */
export type Volume = {
  readonly open: (sha256: string, bytes: Buffer) => number
  readonly drop: (sha256: string) => void
  /** Takes pages of a paper to the end of the volume. */
  readonly take: (sha256: string, taken: Taken) => void
  readonly bind: (bookmarks: readonly Bookmark[]) => Bound
}

/** A bound volume, and which of its pages, from 0, were made from their picture. */
export type Bound = { readonly bytes: Buffer; readonly pictures: readonly number[] }

/** Begins an empty volume. */
export async function startVolume(): Promise<Volume> {
  return volumeIn(await startPdfium())
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

/** Begins an empty volume in a PDFium that is there. */
export function volumeIn(engine: Pdfium): Volume {
  const { m, heap, claim, free } = engine
  const volume = m.FPDF_CreateNewDocument()
  const papers = new Map<string, Opened>()
  const stamps: string[] = []
  const dressings = new Map<number, Dressing>()

  return {
    open(sha256, bytes) {
      const at = claim(bytes.length)
      heap().set(bytes, at)
      const document = m.FPDF_LoadMemDocument(at, bytes.length, '')
      if (!document) throw new Unbound(m.FPDF_GetLastError() === 4 ? 'password' : 'damaged')
      papers.set(sha256, {
        document,
        at,
        flat: new Set(),
        hidden: findHiddenLayers(engine, document, bytes),
        mayHaveUnits: mentions(engine, { document, bytes }, '/UserUnit'),
        mayBeCropped: mentions(engine, { document, bytes }, '/CropBox'),
      })
      return m.FPDF_GetPageCount(document)
    },
    drop(sha256) {
      const paper = papers.get(sha256)
      papers.delete(sha256)
      if (!paper) return
      m.FPDF_CloseDocument(paper.document)
      free(paper.at)
    },
    take(sha256, taken) {
      const paper = papers.get(sha256)
      if (!paper || taken.pages.length !== taken.stamps.length) throw new Unbound('broken')
      const count = m.FPDF_GetPageCount(paper.document)
      if (taken.pages.some((page) => page < 1 || page > count)) throw new Unbound('pages')
      for (const page of taken.pages) flatten(engine, paper, page - 1)
      takePages(engine, { paper, volume, dressings }, taken)
      stamps.push(...taken.stamps)
    },
    bind(bookmarks) {
      const bytes = savedBytes(engine, volume)
      m.FPDF_CloseDocument(volume)
      const pictures = [...dressings].filter(([, { picture }]) => picture !== null).map(([at]) => at)
      return { bytes: tidyVolume(bytes, { stamps, bookmarks, dressings }), pictures }
    },
  }
}

/** Makes notes, form fields and drawings part of the page as they look; one without a look of its own gets one. */
function flatten({ m }: Pdfium, { document, flat, hidden }: Opened, index: number): void {
  if (flat.has(index) || m.EPDFPage_GetAnnotCountRaw(document, index) <= 0) return
  flat.add(index)
  for (const note of (hidden?.notes.get(index) ?? []).toReversed())
    m.EPDFPage_RemoveAnnotRaw(document, index, note)
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
