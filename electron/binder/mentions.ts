import { constants, inflateSync } from 'node:zlib'
import type { Pdfium } from '../reader/kinds/pdf/pdfium.ts'
import { importPages, savedBytes } from './pdf-documents.ts'

/** A paper that is open, and its bytes. */
export type WithBytes = { readonly document: number; readonly bytes: Buffer }

/** Whether a name may stand in an object of a paper: as it is written, or in a stream of objects. */
export function mentions({ m }: Pdfium, { document, bytes }: WithBytes, name: string): boolean {
  if (bytes.includes(name)) return true
  // What is encrypted cannot be looked into, so it may.
  if (m.EPDF_IsEncrypted(document)) return bytes.includes('/ObjStm')
  for (let at = bytes.indexOf('/ObjStm'); at >= 0; at = bytes.indexOf('/ObjStm', at + 1)) {
    const start = bytes.indexOf('stream', at)
    if (start < 0) return false
    if (opened(bytes.subarray(start + (bytes[start + 6] === 13 ? 8 : 7))).includes(name)) return true
  }
  return false
}

function opened(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    // Not packed, or not in this way: it is looked at as it stands.
    return bytes.subarray(0, 1_000_000)
  }
}

/** How many times a seventy-second of an inch a point of a page is. */
export function unitOf(engine: Pdfium, document: number, index: number): number {
  const { m } = engine
  const alone = m.FPDF_CreateNewDocument()
  try {
    importPages(engine, { from: document, into: alone }, [index])
    const written = /\/UserUnit\s+([\d.]+)/u.exec(savedBytes(engine, alone).toString('latin1'))
    return Number(written?.[1] ?? 1)
  } finally {
    m.FPDF_CloseDocument(alone)
  }
}
