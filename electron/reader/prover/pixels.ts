import type { Box } from '#shared/cases/mark.ts'
import type { Pdfium } from '../kinds/pdf/pdfium.ts'

/** A drawn page or a part of one: four bytes a pixel, red first. `left` and `top` say where on the page it begins. */
export type Picture = {
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
  readonly left: number
  readonly top: number
}

/** A rectangle of pixels: from the first up to, and without, the last. */
export type Area = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export type Size = { readonly width: number; readonly height: number }

const BGRX = 3
const WHITE = 0xff_ff_ff_ff
/** Bytes in the order red, green, blue. */
const REVERSED = 0x10

/** Draws a part of a page that is `size` pixels large as a whole. */
export function drawPart({ m, heap }: Pdfium, page: number, size: Size, part: Area): Picture {
  const [width, height] = [part.right - part.left, part.bottom - part.top]
  const bitmap = m.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0)
  if (!bitmap) throw new Error('There is no memory to draw in')
  try {
    m.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    m.FPDF_RenderPageBitmap(bitmap, page, -part.left, -part.top, size.width, size.height, 0, REVERSED)
    const at = m.FPDFBitmap_GetBuffer(bitmap)
    const pixels = Uint8Array.from(heap().subarray(at, at + width * height * 4))
    return { pixels, width, height, left: part.left, top: part.top }
  } finally {
    m.FPDFBitmap_Destroy(bitmap)
  }
}

/** The size of a page in pixels. */
export const sizeAt = ({ width, height }: Size, scale: number): Size => ({
  width: Math.max(1, Math.round(width * scale)),
  height: Math.max(1, Math.round(height * scale)),
})

/** A box in points as pixels, so much larger on each side, within a page of that size. */
export function areaOf(box: Box, scale: number, grow: number, { width, height }: Size): Area {
  return {
    left: Math.max(0, Math.round(box.left * scale - grow)),
    top: Math.max(0, Math.round(box.top * scale - grow)),
    right: Math.min(width, Math.round(box.right * scale + grow)),
    bottom: Math.min(height, Math.round(box.bottom * scale + grow)),
  }
}

export const isEmpty = ({ left, top, right, bottom }: Area) => right <= left || bottom <= top

/** Marks the pixels of some areas. */
export function maskOf({ width, height }: Size, areas: readonly Area[]): Uint8Array {
  const mask = new Uint8Array(width * height)
  for (const { left, top, right, bottom } of areas)
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1)
      mask.fill(1, y * width + Math.max(0, left), y * width + Math.max(left, Math.min(width, right)))
  return mask
}

/** The colour that most pixels of an area have, nearly. */
export function colourOf(
  { pixels, width, left: l, top: t }: Picture,
  area: Area,
  mask?: Uint8Array,
): readonly number[] {
  const counts = new Map<number, number>()
  for (let y = area.top - t; y < area.bottom - t; y += 1)
    for (let x = area.left - l; x < area.right - l; x += 1) {
      if (mask?.[y * width + x]) continue
      const at = (y * width + x) * 4
      const key = ((pixels[at]! >> 3) << 10) | ((pixels[at + 1]! >> 3) << 5) | (pixels[at + 2]! >> 3)
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  let [best, most] = [0, -1]
  for (const [key, count] of counts) if (count > most) [best, most] = [key, count]
  return [((best >> 10) & 31) * 8 + 4, ((best >> 5) & 31) * 8 + 4, (best & 31) * 8 + 4]
}

/** Whether a pixel is another colour than the one given, by more than so much in red, green or blue. */
export function differs(
  pixels: Uint8Array,
  at: number,
  [red, green, blue]: readonly number[],
  by: number,
): boolean {
  return (
    Math.abs(pixels[at]! - red!) > by ||
    Math.abs(pixels[at + 1]! - green!) > by ||
    Math.abs(pixels[at + 2]! - blue!) > by
  )
}

/** Side of the squares that are compared by their mean: grain and softened edges are evened out. */
const SQUARE = 4

/** How different two pictures of a size are outside a mask, from 0 to 1, square by square. */
export function difference(one: Picture, other: Picture, mask: Uint8Array): number {
  const { width, height } = one
  const across = Math.ceil(width / SQUARE)
  const squares = across * Math.ceil(height / SQUARE)
  const apart = new Float64Array(squares * 3)
  const row = width * 4
  for (let y = 0; y < height; y += 1) {
    const from = y * row
    // Most rows are the same, and told so at once.
    if (Buffer.compare(one.pixels.subarray(from, from + row), other.pixels.subarray(from, from + row)) === 0)
      continue
    for (let x = 0; x < width; x += 1) {
      const pixel = y * width + x
      if (mask[pixel]) continue
      const square = (Math.floor(y / SQUARE) * across + Math.floor(x / SQUARE)) * 3
      for (let part = 0; part < 3; part += 1)
        apart[square + part]! += one.pixels[pixel * 4 + part]! - other.pixels[pixel * 4 + part]!
    }
  }
  let sum = 0
  for (const part of apart) sum += (part / (SQUARE * SQUARE)) ** 2
  return Math.sqrt(sum / Math.max(1, apart.length)) / 255
}
