import type { PageWords, Word } from '#shared/cases/page.ts'
import type { Pdfium } from '../kinds/pdf/pdfium.ts'
import type { Box, Place } from './place.ts'

/** PDFium's own marks for a hyphen at the end of a line. */
const LINE_HYPHENS = new Set([0x02, 0xff_fe])
const SPACE = /\s/u

/**
 * The words of a page, in the order PDFium reads them, with line breaks. A word is a run without white space; its box
 * is that of its ink. One that is broken at the end of a line is two words without anything between them. Letter by
 * letter: PDFium's own text has other indices on some pages.
 */
export function wordsOf(engine: Pdfium, page: number, place: Place): PageWords {
  const { m } = engine
  const handle = m.FPDFText_LoadPage(page)
  if (!handle) return { text: '', words: [] }
  try {
    return gather(engine, handle, place)
  } finally {
    m.FPDFText_ClosePage(handle)
  }
}

function gather(engine: Pdfium, handle: number, place: Place): PageWords {
  const { m } = engine
  const boxOf = boxes(engine, handle, place)
  const words: Word[] = []
  const letters: string[] = []
  let length = 0
  let start = 0
  let box: Box | null = null
  let before: Box | null = null
  const end = () => {
    if (box) words.push({ start, end: length, ...box })
    box = null
    before = null
  }
  const count = m.FPDFText_CountChars(handle)
  for (let index = 0; index < count; index++) {
    const letter = letterOf(m.FPDFText_GetUnicode(handle, index))
    if (letter === '') continue
    if (SPACE.test(letter)) end()
    else {
      const ink = boxOf(index)
      if (ink && before && isElsewhere(before, ink)) end()
      if (!box) start = length
      if (ink) box = box ? around(box, ink) : ink
      before = ink ?? before
    }
    letters.push(letter)
    length += letter.length
  }
  end()
  // Half of a pair cannot be written down; one unit takes its place, so that nothing moves.
  return { text: letters.join('').replaceAll(/\p{Surrogate}/gu, '\uFFFD'), words }
}

/** A character as it is kept: lines end with a line feed, and what is no text is left out or a space. */
function letterOf(code: number): string {
  if (LINE_HYPHENS.has(code)) return '-'
  if (code === 0x0a || code === 0x09) return String.fromCodePoint(code)
  if (code === 0 || code === 0x0d || code > 0x10_ff_ff) return ''
  return code < 0x20 || code === 0x7f ? ' ' : String.fromCodePoint(code)
}

const around = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})

/** Whether a letter stands on another line than the one before it: beside it in no direction, and far away. */
function isElsewhere(a: Box, b: Box): boolean {
  if (a.left < b.right && b.left < a.right) return false
  if (a.top < b.bottom && b.top < a.bottom) return false
  const size = Math.max(a.bottom - a.top, a.right - a.left, b.bottom - b.top, b.right - b.left)
  return Math.hypot(a.left + a.right - b.left - b.right, a.top + a.bottom - b.top - b.bottom) > 6 * size
}

/** The box of a letter's ink; the loose one only where there is no other, since it can be absurd. */
function boxes({ m, heap, claim, free }: Pdfium, handle: number, place: Place) {
  return (index: number): Box | null => {
    const at = claim(32)
    try {
      if (m.FPDFText_GetCharBox(handle, index, at, at + 8, at + 16, at + 24)) {
        const told = new DataView(heap().buffer, at, 32)
        const [left, right] = [told.getFloat64(0, true), told.getFloat64(8, true)]
        const [bottom, top] = [told.getFloat64(16, true), told.getFloat64(24, true)]
        if (right > left || top > bottom) return place.box(left, bottom, right, top)
      }
      if (!m.FPDFText_GetLooseCharBox(handle, index, at)) return null
      const told = new DataView(heap().buffer, at, 16)
      const [left, top] = [told.getFloat32(0, true), told.getFloat32(4, true)]
      return place.box(left, told.getFloat32(12, true), told.getFloat32(8, true), top)
    } finally {
      free(at)
    }
  }
}
