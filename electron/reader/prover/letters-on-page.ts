import type { Box } from '#shared/cases/mark.ts'
import type { Pdfium } from '../kinds/pdf/pdfium.ts'
import type { Place } from '../papers/place.ts'

/** A letter of a page with the box of its ink, in points from the top left of the page as shown. */
export type Letter = Box & { readonly letter: string }

/** The text of a page in the order PDFium reads it, and its letters where their places are wanted. */
export type PageText = { readonly text: string; readonly letters: readonly Letter[] }

/** PDFium's own marks for a hyphen at the end of a line. */
const LINE_HYPHENS = new Set([0x02, 0xff_fe])

/** Every letter of a page, invisible ones too, one by one: PDFium's own text has other indices on some pages. */
export function readLetters(
  { m, heap, withMemory }: Pdfium,
  page: number,
  place: Place,
  hasPlaces: boolean,
): PageText {
  const handle = m.FPDFText_LoadPage(page)
  if (!handle) return { text: '', letters: [] }
  try {
    return withMemory(32, (at) => {
      const letters: Letter[] = []
      const text: string[] = []
      const count = m.FPDFText_CountChars(handle)
      for (let index = 0; index < count; index += 1) {
        const letter = letterOf(m.FPDFText_GetUnicode(handle, index))
        if (letter === '') continue
        text.push(letter)
        if (!hasPlaces || !m.FPDFText_GetCharBox(handle, index, at, at + 8, at + 16, at + 24)) continue
        const told = new DataView(heap().buffer, at, 32)
        const [left, right] = [told.getFloat64(0, true), told.getFloat64(8, true)]
        const [bottom, top] = [told.getFloat64(16, true), told.getFloat64(24, true)]
        letters.push({ letter, ...place.box(left, bottom, right, top) })
      }
      return { text: text.join(''), letters }
    })
  } finally {
    m.FPDFText_ClosePage(handle)
  }
}

function letterOf(code: number): string {
  if (LINE_HYPHENS.has(code)) return '-'
  if (code === 0 || code === 0x0d || code > 0x10_ff_ff) return ''
  return String.fromCodePoint(code)
}

const TEXT = 1
/** Ways of drawing letters that leave no ink. */
const UNSEEN = new Set([3, 7])

/** Where texts are that leave ink, without what they say: letters with a replacement text are told at other places. */
export function textsOnPage(engine: Pdfium, page: number, place: Place): Box[] {
  const { m } = engine
  const count = m.FPDFPage_CountObjects(page)
  const boxes: Box[] = []
  for (let index = 0; index < count; index += 1) {
    const object = m.FPDFPage_GetObject(page, index)
    if (m.FPDFPageObj_GetType(object) !== TEXT) continue
    const box = UNSEEN.has(m.FPDFTextObj_GetTextRenderMode(object)) ? null : boundsOf(engine, object, place)
    if (box) boxes.push(box)
  }
  return boxes
}

/** The bounds of an object on a page as shown; null where it has none. */
export function boundsOf({ m, heap, withMemory }: Pdfium, object: number, place: Place): Box | null {
  return withMemory(16, (at) => {
    if (!m.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return null
    const told = new DataView(heap().buffer, at, 16)
    return place.box(
      told.getFloat32(0, true),
      told.getFloat32(4, true),
      told.getFloat32(8, true),
      told.getFloat32(12, true),
    )
  })
}

/** Whether the middle of one box lies in another. */
export function isWithin(one: Box, { left, top, right, bottom }: Box): boolean {
  const [x, y] = [(one.left + one.right) / 2, (one.top + one.bottom) / 2]
  return x > left && x < right && y > top && y < bottom
}

/** The reference that every page of a volume is stamped with. */
const STAMP = /\S+\/\d{4,} volume \d+/gu

/** A text without the stamp of its page. */
export const withoutStamp = (text: string) => text.replaceAll(STAMP, ' ')

/** Where the stamp of a page stands, its plate included; null where it has none. */
export function stampOn(letters: readonly Letter[]): Box | null {
  const text = letters.map(({ letter }) => letter).join('')
  const match = [...text.matchAll(STAMP)].at(-1)
  if (!match) return null
  const of = lettersAt(letters, match.index, match.index + match[0].length)
  const box = around(of)
  if (!box) return null
  const size = Math.max(box.bottom - box.top, 4)
  return { left: box.left - size, right: box.right + size, top: box.top - size, bottom: box.bottom + size }
}

function lettersAt(letters: readonly Letter[], start: number, end: number): readonly Letter[] {
  let at = 0
  return letters.filter(({ letter }) => {
    const place = at
    at += letter.length
    return place >= start && place < end
  })
}

function around(boxes: readonly Box[]): Box | null {
  if (boxes.length === 0) return null
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  }
}
