import type { Box } from '#shared/cases/mark.ts'
import type { Pdfium } from '../reader/kinds/pdf/pdfium.ts'

/** A drawn page: four bytes a pixel, red first; `scale` is pixels a point. */
export type Look = {
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly pixels: Buffer
}

const BGRX = 3
const WHITE = 0xff_ff_ff_ff
/** Bytes in the order red, green, blue. */
const REVERSED = 0x10

/** Draws a page with so many pixels a point. */
export function lookOf({ m, heap }: Pdfium, page: number, scale: number): Look {
  const width = Math.max(1, Math.round(m.FPDF_GetPageWidthF(page) * scale))
  const height = Math.max(1, Math.round(m.FPDF_GetPageHeightF(page) * scale))
  const bitmap = m.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0)
  if (!bitmap) throw new Error('There is no memory to draw in')
  try {
    m.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    m.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, REVERSED)
    const at = m.FPDFBitmap_GetBuffer(bitmap)
    return { width, height, scale, pixels: Buffer.from(heap().subarray(at, at + width * height * 4)) }
  } finally {
    m.FPDFBitmap_Destroy(bitmap)
  }
}

/** Runs with the first and the last pixel of each row that a box covers, wider by `more` pixels on each side. */
function forRows(
  { width, height, scale }: Look,
  box: Box,
  more: number,
  use: (from: number, to: number) => void,
): void {
  // Less than nothing means pixels that lie in the box as a whole.
  const [first, last] = more < 0 ? [Math.ceil, Math.floor] : [Math.floor, Math.ceil]
  const left = Math.max(0, first(box.left * scale) - more)
  const right = Math.min(width, last(box.right * scale) + more)
  const bottom = Math.min(height, last(box.bottom * scale) + more)
  for (let y = Math.max(0, first(box.top * scale) - more); y < bottom; y += 1)
    if (right > left) use((y * width + left) * 4, (y * width + right) * 4)
}

/** Makes boxes black, wider by `more` pixels on each side. */
export function blacken(look: Look, boxes: readonly Box[], more: number): void {
  for (const box of boxes) forRows(look, box, more, (from, to) => look.pixels.fill(0, from, to))
}

/** Colours may differ by so much, of 255, and still be taken for one. */
const ONE_COLOUR = 10

/** Whether a box has one colour all over; its edge, where neighbours reach in, is left out. */
export function isPlain(look: Look, box: Box): boolean {
  const [least, most] = [
    [255, 255, 255],
    [0, 0, 0],
  ]
  forRows(look, box, -1, (from, to) => {
    for (let at = from; at < to; at += 1) {
      const part = (at - from) % 4
      if (part === 3) continue
      const value = look.pixels[at]!
      if (value < least![part]!) least![part] = value
      if (value > most![part]!) most![part] = value
    }
  })
  return most!.every((value, part) => value - least![part]! <= ONE_COLOUR)
}

/** How far two looks are apart where nothing was removed, from 0 to 1: over the page, and where it is worst. */
export type Difference = { readonly overall: number; readonly worst: number }

/** Side of the squares in which the worst is looked for, in pixels. */
const SQUARE = 24

/** Compares two looks of one size outside boxes, which are made black in both. */
export function differenceOf(a: Look, b: Look, boxes: readonly Box[]): Difference {
  if (a.width !== b.width || a.height !== b.height) return { overall: 1, worst: 1 }
  blacken(a, boxes, 2)
  blacken(b, boxes, 2)
  const across = Math.ceil(a.width / SQUARE)
  let [whole, worst] = [0, 0]
  for (let top = 0; top < a.height; top += SQUARE) {
    const squares = new Float64Array(across)
    const bottom = Math.min(a.height, top + SQUARE)
    for (let y = top; y < bottom; y += 1) addRow(a, b, y, squares)
    squares.forEach((sum) => {
      whole += sum
      worst = Math.max(worst, sum)
    })
  }
  const root = (sum: number, pixels: number) => Math.sqrt(sum / (pixels * 3)) / 255
  return { overall: root(whole, a.width * a.height), worst: root(worst, SQUARE * SQUARE) }
}

/** Adds the squared differences of a row to the squares it runs through. */
function addRow(a: Look, b: Look, y: number, squares: Float64Array): void {
  const row = a.width * 4
  const from = y * row
  if (a.pixels.compare(b.pixels, from, from + row, from, from + row) === 0) return
  for (let x = 0; x < a.width; x += 1) {
    const at = from + x * 4
    for (let part = 0; part < 3; part += 1) {
      const apart = a.pixels[at + part]! - b.pixels[at + part]!
      squares[Math.floor(x / SQUARE)]! += apart * apart
    }
  }
}
