import type { Pdfium } from '../reader/kinds/pdf/pdfium.ts'

/** Why a volume could not be made, as a code the engine has words for. */
export class Unbound extends Error {}

/** Pages are imported so many at a time. */
const TOGETHER = 50

/** Copies pages, counted from 0, to the end of another document, all or none; throws `Unbound`. */
export function importPages(
  { m, heap, withMemory }: Pdfium,
  { from, into }: { readonly from: number; readonly into: number },
  pages: readonly number[],
): void {
  for (let first = 0; first < pages.length; first += TOGETHER) {
    const some = Int32Array.from(pages.slice(first, first + TOGETHER))
    const before = m.FPDF_GetPageCount(into)
    const ok = withMemory(some.byteLength, (at) => {
      heap().set(new Uint8Array(some.buffer), at)
      return m.FPDF_ImportPagesByIndex(into, from, at, some.length, before)
    })
    const after = m.FPDF_GetPageCount(into)
    if (ok && after === before + some.length) continue
    for (let page = after - 1; page >= before; page -= 1) m.FPDFPage_Delete(into, page)
    throw new Unbound('pages')
  }
}

/** A document as it is saved. */
export function savedBytes({ m, heap, withMemory }: Pdfium, document: number): Buffer {
  const writer = m.PDFiumExt_OpenFileWriter()
  try {
    if (!m.PDFiumExt_SaveAsCopy(document, writer)) throw new Unbound('broken')
    const size = m.PDFiumExt_GetFileWriterSize(writer)
    return withMemory(size, (at) => {
      m.PDFiumExt_GetFileWriterData(writer, at, size)
      return Buffer.from(heap().subarray(at, at + size))
    })
  } finally {
    m.PDFiumExt_CloseFileWriter(writer)
  }
}

/** Opens a document for the time of `use`; throws `Unbound`. */
export function withDocumentOf(
  { m, heap, withMemory }: Pdfium,
  bytes: Buffer,
  use: (document: number) => void,
): void {
  withMemory(bytes.length, (at) => {
    heap().set(bytes, at)
    const document = m.FPDF_LoadMemDocument(at, bytes.length, '')
    if (!document) throw new Unbound('broken')
    try {
      use(document)
    } finally {
      m.FPDF_CloseDocument(document)
    }
  })
}
