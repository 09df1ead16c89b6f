import { init, type WrappedPdfiumModule } from '@embedpdf/pdfium'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NotRead } from '../../finding.ts'

/** PDFium with the few helpers its C interface needs. */
export type Pdfium = ReturnType<typeof helpers>

let started: Promise<Pdfium> | null = null

/** Runs with PDFium. Once it broke down its memory cannot be trusted, so the next file gets a new one. */
export async function withPdfium(use: (engine: Pdfium) => Promise<void>): Promise<void> {
  started ??= startPdfium()
  try {
    await use(await started)
  } catch (error) {
    if (!(error instanceof NotRead)) started = null
    throw error
  }
}

/** A PDFium of its own. */
export async function startPdfium(): Promise<Pdfium> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
  const module = await init({ wasmBinary: new Uint8Array(readFileSync(path)).buffer })
  module.PDFiumExt_Init()
  return helpers(module)
}

/** What PDFium says when it cannot open a file. */
const PASSWORD = 4

function helpers(m: WrappedPdfiumModule) {
  const { wasmExports } = m.pdfium as unknown as {
    wasmExports: { malloc(n: number): number; free(p: number): void }
  }
  const heap = () => (m.pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8

  /** Claims memory of PDFium, to be given back with `free`; throws where there is none left. */
  function claim(size: number): number {
    const at = wasmExports.malloc(Math.max(1, size))
    if (!at) throw new Error('PDFium has no memory left')
    return at
  }
  const free = (at: number) => wasmExports.free(at)

  /** Runs with `size` bytes of PDFium's memory and gives them back. */
  function withMemory<Result>(size: number, use: (at: number) => Result): Result {
    const at = claim(size)
    try {
      return use(at)
    } finally {
      free(at)
    }
  }

  /** Text that PDFium writes as UTF-16, after saying how many bytes it needs. */
  function wideText(call: (at: number, size: number) => number): string {
    const size = call(0, 0)
    if (size <= 2) return ''
    return withMemory(size, (at) => {
      call(at, size)
      return Buffer.from(heap().subarray(at, at + size - 2)).toString('utf16le')
    })
  }

  /** Most files need no password, also where one was given for those beside them. */
  function opened(at: number, length: number, password: string | null): number {
    const document = m.FPDF_LoadMemDocument(at, length, '')
    if (document || password === null || m.FPDF_GetLastError() !== PASSWORD) return document
    return m.FPDF_LoadMemDocument(at, length, password)
  }

  /** Opens a document for the time of `use`. */
  async function withDocument<Result>(
    bytes: Buffer,
    password: string | null,
    use: (document: number) => Promise<Result>,
  ): Promise<Result> {
    const at = claim(bytes.length)
    heap().set(bytes, at)
    try {
      const document = opened(at, bytes.length, password)
      if (!document) throw notOpened(m.FPDF_GetLastError(), password)
      try {
        return await use(document)
      } finally {
        m.FPDF_CloseDocument(document)
      }
    } finally {
      free(at)
    }
  }

  return { m, heap, claim, free, withMemory, wideText, opened, withDocument }
}

/** Why a PDF was not opened, by what PDFium says. */
export function notOpened(code: number, password: string | null): NotRead {
  if (code !== PASSWORD)
    return new NotRead(
      'The PDF is damaged and cannot be opened.',
      'Open it in a PDF viewer; if it opens there, print it to a new PDF.',
    )
  return password === null
    ? new NotRead(
        'The PDF is locked with a password.',
        'Ask whoever sent it for the password, and read it again with it.',
      )
    : new NotRead('The password does not open the PDF.', 'Ask whoever sent it for the password again.')
}
