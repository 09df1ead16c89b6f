import type { Box } from '#shared/cases/mark.ts'
import type { Pdfium } from '../reader/kinds/pdf/pdfium.ts'
import type { Place } from '../reader/papers/place.ts'
import { shareWithin } from './regions.ts'

/** What of a page lies under boxes that is more than text and lines. */
export type Overlapping = {
  /** A picture or a group of objects, which other pages may show as well. */
  readonly hasShared: boolean
  /** A picture that fills most of the page: a scan. */
  readonly hasScan: boolean
}

const IMAGE = 3
const FORM = 5
/** From this share of the page a picture is a scan of it. */
const MOSTLY = 0.5

/** Looks at the pictures and groups of a page. */
export function overlappingOf(
  engine: Pdfium,
  page: number,
  place: Place,
  boxes: readonly Box[],
): Overlapping {
  const { m } = engine
  const whole = { left: 0, top: 0, right: place.width, bottom: place.height }
  let [hasShared, hasScan] = [false, false]
  const count = m.FPDFPage_CountObjects(page)
  for (let index = 0; index < count; index += 1) {
    const object = m.FPDFPage_GetObject(page, index)
    const kind = m.FPDFPageObj_GetType(object)
    if (kind !== IMAGE && kind !== FORM) continue
    const bounds = boundsOf(engine, object, place)
    if (bounds && !boxes.some((box) => shareWithin(box, bounds) > 0)) continue
    hasShared = true
    if (bounds && shareWithin(whole, bounds) > MOSTLY && (kind === IMAGE || holdsImage(engine, object, 0)))
      hasScan = true
  }
  return { hasShared, hasScan }
}

const DEPTH = 4

function holdsImage(engine: Pdfium, form: number, depth: number): boolean {
  const { m } = engine
  const count = m.FPDFFormObj_CountObjects(form)
  for (let index = 0; index < count; index += 1) {
    const object = m.FPDFFormObj_GetObject(form, index)
    const kind = m.FPDFPageObj_GetType(object)
    if (kind === IMAGE || (kind === FORM && depth < DEPTH && holdsImage(engine, object, depth + 1)))
      return true
  }
  return false
}

function boundsOf({ m, heap, withMemory }: Pdfium, object: number, place: Place): Box | null {
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
