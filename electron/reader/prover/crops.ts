import type { Box } from '#shared/cases/mark.ts'
import type { KnownPage } from '#shared/cases/proof/gate-needles.ts'
import type { RemovedArea } from '#shared/cases/removal.ts'
import type { Pdfium } from '../kinds/pdf/pdfium.ts'
import { marginOf } from './margins.ts'
import type { Crop } from './messages.ts'
import { drawPart, sizeAt, type Size } from './pixels.ts'

/** Pixels for a point when what is around a mark is to be recognised; fewer on large sheets. */
const SCALE = 170 / 72
const MOST_PIXELS = 16_000_000

/** A box that may have letters beside it, on a page of that size. */
export type Cropped = { readonly area: RemovedArea; readonly box: Box; readonly place: Size }

/** What surrounds a box as a picture in grey, and the words there that may be read. */
export function cropOf(
  { engine, known }: { readonly engine: Pdfium; readonly known: KnownPage },
  page: number,
  { area, box, place }: Cropped,
): Crop {
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (place.width * place.height)))
  const size = sizeAt(place, scale)
  const part = marginOf(box, scale, size)
  const { pixels, width, height } = drawPart(engine, page, size, part)
  const around = {
    left: part.left / scale - 1,
    top: part.top / scale - 1,
    right: part.right / scale + 1,
    bottom: part.bottom / scale + 1,
  }
  const stays = known.words
    .filter((word) => touches(word, around))
    .map(({ start, end }) => known.stays.slice(start, end))
    .join(' ')
  return { page: known.page, mark: area.mark, gray: grayOf(pixels), width, height, stays }
}

function grayOf(pixels: Uint8Array): Uint8Array {
  const gray = new Uint8Array(pixels.length / 4)
  for (let at = 0; at < gray.length; at += 1)
    gray[at] = (pixels[at * 4]! * 77 + pixels[at * 4 + 1]! * 151 + pixels[at * 4 + 2]! * 28) >> 8
  return gray
}

/** Whether two boxes have something in common. */
export const touches = (one: Box, other: Box) =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top
