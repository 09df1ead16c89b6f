import type { Box } from '#shared/cases/mark.ts'
import type { Pdfium } from '../reader/kinds/pdf/pdfium.ts'
import type { Place } from '../reader/papers/place.ts'

/** A letter on a page, the box of its ink as shown, and whether a word begins with it. */
export type Letter = Box & {
  readonly text: string
  readonly begins: boolean
  /** PDFium's index of it on the page. */
  readonly index: number
}

const SPACE = /\s/u
/** PDFium's own marks for a hyphen at the end of a line. */
const LINE_HYPHENS = new Set([0x02, 0xff_fe])

/**
 * The letters of a page without white space, in the order PDFium reads them, each by its own index: PDFium's text as a
 * whole has other indices on some pages, and its loose boxes can be absurd, so only tight ones are asked for.
 */
export function lettersOf(engine: Pdfium, page: number, place: Place): Letter[] {
  const handle = engine.m.FPDFText_LoadPage(page)
  if (!handle) return []
  try {
    return engine.withMemory(32, (at) => gather(engine, { handle, at }, place))
  } finally {
    engine.m.FPDFText_ClosePage(handle)
  }
}

/** What is asked for every letter is called as it is: the wrapper's way to a function takes longer than the function. */
type Direct = {
  FPDFText_GetUnicode(handle: number, index: number): number
  FPDFText_GetCharBox(
    handle: number,
    index: number,
    left: number,
    right: number,
    bottom: number,
    top: number,
  ): number
}

function gather(
  { m, heap }: Pdfium,
  { handle, at }: { readonly handle: number; readonly at: number },
  place: Place,
): Letter[] {
  const direct = (m.pdfium as unknown as { wasmExports: Direct }).wasmExports
  const letters: Letter[] = []
  const count = m.FPDFText_CountChars(handle)
  let told = new Float64Array(heap().buffer, at, 4)
  let begins = true
  for (let index = 0; index < count; index += 1) {
    const text = letterOf(direct.FPDFText_GetUnicode(handle, index))
    if (SPACE.test(text)) begins = true
    else if (direct.FPDFText_GetCharBox(handle, index, at, at + 8, at + 16, at + 24)) {
      // Its memory moves when it grows.
      if (told.length === 0) told = new Float64Array(heap().buffer, at, 4)
      const [left = 0, right = 0, bottom = 0, top = 0] = told
      letters.push({ ...place.box(left, bottom, right, top), text, begins, index })
      begins = false
    }
  }
  return letters
}

/** Those letters of a page that are certainly on no layer: text of the page itself, and not marked as on one. */
export function lettersOffLayers({ m }: Pdfium, page: number, letters: readonly Letter[]): readonly Letter[] {
  const free = new Set<number>()
  const count = m.FPDFPage_CountObjects(page)
  for (let index = 0; index < count; index += 1) {
    const object = m.FPDFPage_GetObject(page, index)
    if (m.FPDFPageObj_CountMarks(object) === 0) free.add(object)
  }
  const handle = m.FPDFText_LoadPage(page)
  const stays = letters.filter(({ index }) => free.has(m.FPDFText_GetTextObject(handle, index)))
  m.FPDFText_ClosePage(handle)
  return stays
}

function letterOf(code: number): string {
  if (LINE_HYPHENS.has(code)) return '-'
  if (code <= 0x20 || code === 0x7f) return ' '
  return code > 0x10_ff_ff ? '\uFFFD' : String.fromCodePoint(code)
}
