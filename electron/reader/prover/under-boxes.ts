import type { Box } from '#shared/cases/mark.ts'
import type { Pdfium } from '../kinds/pdf/pdfium.ts'
import type { Place } from '../papers/place.ts'
import { insideOf, showsThrough } from './boxes.ts'
import { boundsOf } from './letters-on-page.ts'
import { areaOf, colourOf, drawPart, isEmpty, type Picture, type Size } from './pixels.ts'

const PATH = 2
/** A box may be drawn so much larger than its mark, in points. */
const LARGER = 4

type Under = {
  readonly engine: Pdfium
  readonly page: number
  readonly place: Place
  readonly size: Size
  readonly scale: number
  readonly original: Picture
}

/**
 * Which boxes hide something that is still there: what is drawn on top of them is taken away, in memory only, and what
 * is seen then is compared with the original.
 */
export function seenUnder(
  { engine, page, place, size, scale, original }: Under,
  boxes: readonly Box[],
): boolean[] {
  const { m } = engine
  const count = m.FPDFPage_CountObjects(page)
  let taken = 0
  for (let index = 0; index < count; index += 1) {
    const object = m.FPDFPage_GetObject(page, index)
    if (m.FPDFPageObj_GetType(object) !== PATH) continue
    const bounds = boundsOf(engine, object, place)
    if (!bounds || !boxes.some((box) => covers(bounds, box))) continue
    m.FPDFPageObj_SetIsActive(object, false)
    taken += 1
  }
  if (taken === 0) return boxes.map(() => false)
  return boxes.map((box) => {
    const inside = insideOf(box, scale, size)
    if (isEmpty(inside)) return false
    const under = drawPart(engine, page, size, areaOf(box, scale, 2, size))
    return showsThrough(under, original, inside, colourOf(under, inside))
  })
}

/** Whether a shape covers a mark and hardly more: boxes side by side may be one. */
function covers(bounds: Box, box: Box): boolean {
  const isOver =
    bounds.left <= box.left + 1 &&
    bounds.right >= box.right - 1 &&
    bounds.top <= box.top + 1 &&
    bounds.bottom >= box.bottom - 1
  return isOver && bounds.top >= box.top - LARGER && bounds.bottom <= box.bottom + LARGER
}
