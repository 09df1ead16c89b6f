import type { Box } from '#shared/cases/mark.ts'
import type { Pdfium } from '../reader/kinds/pdf/pdfium.ts'
import { type Place, placeOnPage } from '../reader/papers/place.ts'
import { type Letter, lettersOf } from './letters.ts'
import { hasMiddleOf } from './regions.ts'

/** How far beyond its edges things may stand, in points. */
const FAR = 20_000

/** The letters of which a page shows the middle. */
export function onPage<Some extends Box>(
  letters: readonly Some[],
  { width, height }: Place,
): readonly Some[] {
  const page = { left: 0, top: 0, right: width, bottom: height }
  return letters.filter((letter) => hasMiddleOf(page, letter))
}

/** The strips around a page where letters stand beyond its edges, and nothing where none do. */
export function beyond(letters: readonly Letter[], place: Place): readonly Box[] {
  const stays = onPage(letters, place)
  if (stays.length === letters.length) return []
  // A letter on the edge stays whole.
  let [left, top, right, bottom] = [0, 0, place.width, place.height]
  for (const letter of stays) {
    left = Math.min(left, letter.left)
    top = Math.min(top, letter.top)
    right = Math.max(right, letter.right)
    bottom = Math.max(bottom, letter.bottom)
  }
  return [
    { left: -FAR, top: -FAR, right: FAR, bottom: top - 0.1 },
    { left: -FAR, top: bottom + 0.1, right: FAR, bottom: FAR },
    { left: -FAR, top, right: left - 0.1, bottom },
    { left: right + 0.1, top, right: FAR, bottom },
  ]
}

/** Whether a page is cut smaller than its sheet, and has letters where it was cut off. */
export function hasWordsBeyond(engine: Pdfium, document: number, index: number): boolean {
  const { m } = engine
  const page = m.FPDF_LoadPage(document, index)
  if (!page) return false
  try {
    const place = placeOnPage(engine, page)
    return isCut(engine, page, place) && beyond(lettersOf(engine, page, place), place).length > 0
  } finally {
    m.FPDF_ClosePage(page)
  }
}

function isCut({ m, heap, withMemory }: Pdfium, page: number, place: Place): boolean {
  return withMemory(16, (at) => {
    if (!m.FPDFPage_GetMediaBox(page, at, at + 4, at + 8, at + 12)) return true
    const told = new DataView(heap().buffer, at, 16)
    const [left, bottom] = [told.getFloat32(0, true), told.getFloat32(4, true)]
    const sheet = place.box(left, bottom, told.getFloat32(8, true), told.getFloat32(12, true))
    return (
      sheet.left < -1 || sheet.top < -1 || sheet.right > place.width + 1 || sheet.bottom > place.height + 1
    )
  })
}
