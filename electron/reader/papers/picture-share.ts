import type { Pdfium } from '../kinds/pdf/pdfium.ts'
import type { Place } from './place.ts'

const IMAGE = 3
const FORM = 5
/** Forms stand in forms; deeper ones are not looked into. */
const DEPTH = 4

/** How much of a page its pictures cover, from 0 to 1; more than nothing where there is any. */
export function pictureShare(engine: Pdfium, page: number, place: Place): number {
  const { m } = engine
  let found = 0
  const look = (object: number, depth: number, within: number | null) => {
    const kind = m.FPDFPageObj_GetType(object)
    if (kind === IMAGE) found += within ?? Math.max(0.001, shareOf(engine, object, place))
    if (kind !== FORM || depth >= DEPTH) return
    // Where a picture in a form ends up is told by the form, whose place on the page is known.
    const share = within ?? Math.max(0.001, shareOf(engine, object, place))
    const count = m.FPDFFormObj_CountObjects(object)
    const before = found
    for (let index = 0; index < count && found === before; index++)
      look(m.FPDFFormObj_GetObject(object, index), depth + 1, share)
  }
  const count = m.FPDFPage_CountObjects(page)
  for (let index = 0; index < count && found < 1; index++) look(m.FPDFPage_GetObject(page, index), 0, null)
  return Math.min(1, found)
}

/** The part of the page as shown that an object covers. */
function shareOf({ m, heap, withMemory }: Pdfium, object: number, place: Place): number {
  return withMemory(16, (at) => {
    if (!m.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return 0
    const told = new DataView(heap().buffer, at, 16)
    const [left, bottom] = [told.getFloat32(0, true), told.getFloat32(4, true)]
    const box = place.box(left, bottom, told.getFloat32(8, true), told.getFloat32(12, true))
    const width = Math.min(place.width, box.right) - Math.max(0, box.left)
    const height = Math.min(place.height, box.bottom) - Math.max(0, box.top)
    return (Math.max(0, width) * Math.max(0, height)) / (place.width * place.height)
  })
}
