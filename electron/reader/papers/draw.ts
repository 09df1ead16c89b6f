import type { Pdfium } from '../kinds/pdf/pdfium.ts'
import { encodePng } from '../pictures/encode-png.ts'
import type { OpenPaper } from './documents.ts'
import { placeOnPage } from './place.ts'

/** Pixels of a drawn page at most; a page that would have more is drawn smaller. */
const MOST_PIXELS = 40_000_000
const BGRX = 3
const WHITE = 0xff_ff_ff_ff
/** Bytes in the order red, green, blue. */
const REVERSED = 0x10

type Wanted = { readonly number: number; readonly width: number; readonly turn: number }
type Drawn = { readonly png: Uint8Array; readonly width: number; readonly height: number }
type Size = { readonly width: number; readonly height: number }

/** A page as PNG, so many pixels wide before it is turned by quarters, clockwise; throws `NotRead`. */
export function drawPage(engine: Pdfium, paper: OpenPaper, { number, width, turn }: Wanted): Drawn {
  return paper.withPage(number, (page) => {
    const upright = sizeOf(placeOnPage(engine, page), width)
    const size = turn % 2 === 0 ? upright : { width: upright.height, height: upright.width }
    return withBitmap(engine, page, { ...size, turn }, (pixels) => ({
      png: encodePng(pixels, size.width, size.height),
      ...size,
    }))
  })
}

function sizeOf(page: Size, width: number): Size {
  const height = (width * page.height) / page.width
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (width * Math.max(1, height))))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

const SMALL = 120
/** From this lightness a pixel counts as paper. */
const LIGHT = 190

/** Whether a page is light all over with darker marks on it, as what is written or printed is, and photographs are not. */
export function looksLikePaper(engine: Pdfium, page: number, place: Size): boolean {
  const size = sizeOf(place, SMALL)
  return withBitmap(engine, page, { ...size, turn: 0 }, (pixels) => {
    let light = 0
    for (let at = 0; at < pixels.length; at += 4)
      if (Math.min(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!) >= LIGHT) light += 1
    return light > (pixels.length / 4) * 0.6
  })
}

/** Draws a page into memory of PDFium, four bytes a pixel, and gives it back after `use`. */
function withBitmap<Result>(
  { m, heap }: Pdfium,
  page: number,
  { width, height, turn }: Size & { readonly turn: number },
  use: (pixels: Uint8Array) => Result,
): Result {
  const bitmap = m.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0)
  if (!bitmap) throw new Error('There is no memory to draw in')
  try {
    m.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    m.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, turn, REVERSED)
    const at = m.FPDFBitmap_GetBuffer(bitmap)
    return use(heap().subarray(at, at + width * height * 4))
  } finally {
    m.FPDFBitmap_Destroy(bitmap)
  }
}
