import { NotRead } from '../finding.ts'
import { notOpened, type Pdfium } from '../kinds/pdf/pdfium.ts'

/** An open PDF. */
export type OpenPaper = {
  readonly document: number
  readonly pages: number
  /** Runs with a page, numbered from 1, on which forms and stamps are part of the page; throws `NotRead`. */
  withPage<Result>(number: number, use: (page: number) => Result): Result
}

type Kept = OpenPaper & { readonly at: number; readonly bytes: number }

/** The open PDFs of this process. */
export type OpenPapers = ReturnType<typeof openPapers>

/** Documents that stay open together, in bytes of their files. */
const KEPT_BYTES = 300_000_000

/** Keeps the last few documents open; the one that was used longest ago goes first. */
export function openPapers(engine: Pdfium) {
  const kept = new Map<string, Kept>()
  const { m, heap, claim, free } = engine
  let coming = { at: 0, bytes: 0, filled: 0 }

  function forget(sha256: string): void {
    const paper = kept.get(sha256)
    if (!paper) return
    kept.delete(sha256)
    m.FPDF_CloseDocument(paper.document)
    free(paper.at)
  }

  function find(sha256: string): Kept | null {
    const paper = kept.get(sha256)
    if (!paper) return null
    kept.delete(sha256)
    kept.set(sha256, paper)
    return paper
  }

  const openBytes = () => [...kept.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  function drop(): void {
    if (coming.at) free(coming.at)
    coming = { at: 0, bytes: 0, filled: 0 }
  }

  return {
    engine,
    find,
    close: forget,

    /** Makes room for bytes to come: documents that are open give way. */
    begin(bytes: number): void {
      drop()
      while (kept.size > 0 && openBytes() + bytes > KEPT_BYTES) forget(kept.keys().next().value!)
      coming = { at: claim(bytes), bytes, filled: 0 }
    },
    take(piece: Uint8Array): void {
      const room = piece.subarray(0, coming.bytes - coming.filled)
      heap().set(room, coming.at + coming.filled)
      coming.filled += room.length
    },
    /** A copy of what came, which is then no longer kept here. */
    taken(): Buffer {
      const bytes = Buffer.from(heap().subarray(coming.at, coming.at + coming.filled))
      drop()
      return bytes
    },
    /** Opens what came, and says how many pages it has; throws `NotRead`. */
    open(sha256: string, password: string | null): number {
      forget(sha256)
      const document = engine.opened(coming.at, coming.filled, password)
      if (!document) {
        const code = m.FPDF_GetLastError()
        drop()
        throw notOpened(code, password)
      }
      const pages = m.FPDF_GetPageCount(document)
      const { at, filled: bytes } = coming
      coming = { at: 0, bytes: 0, filled: 0 }
      kept.set(sha256, { document, pages, at, bytes, withPage: pagesOf(engine, document) })
      return pages
    },
    /** Memory that PDFium claimed beyond the documents that are open; it never gives it back by itself. */
    spare: () => heap().length - openBytes(),
  }
}

function pagesOf(engine: Pdfium, document: number): OpenPaper['withPage'] {
  const { m } = engine
  const flat = new Set<number>()
  const load = (number: number) => {
    const page = m.FPDF_LoadPage(document, number - 1)
    if (page) return page
    throw new NotRead(`Page ${number} cannot be opened.`, 'Look at it in a PDF viewer.')
  }
  return (number, use) => {
    let page = load(number)
    if (!flat.has(number)) {
      flat.add(number)
      if (m.FPDFPage_GetAnnotCount(page) > 0) {
        flatten(engine, page)
        m.FPDF_ClosePage(page)
        page = load(number)
      }
    }
    try {
      return use(page)
    } finally {
      m.FPDF_ClosePage(page)
    }
  }
}

const NORMAL = 0
const WIDGET = 20

/** What forms, stamps and marks show becomes part of the page, in memory only, so that it is read and drawn alike. */
function flatten({ m }: Pdfium, page: number): void {
  const count = m.FPDFPage_GetAnnotCount(page)
  for (let index = 0; index < count; index++) {
    const annotation = m.FPDFPage_GetAnnot(page, index)
    if (!annotation) continue
    // One that does not bring its appearance would be left out.
    if (!m.EPDFAnnot_HasAppearanceStream(annotation, NORMAL)) {
      if (m.FPDFAnnot_GetSubtype(annotation) === WIDGET) m.EPDFAnnot_GenerateFormFieldAP(annotation)
      else m.EPDFAnnot_GenerateAppearance(annotation)
    }
    m.FPDFPage_CloseAnnot(annotation)
  }
  m.FPDFPage_Flatten(page, NORMAL)
}
