import { deflateSync } from 'node:zlib'
import { encode as encodeJpeg } from 'jpeg-js'
import type { Box } from '#shared/cases/mark.ts'
import type { Pdfium } from '../reader/kinds/pdf/pdfium.ts'
import { blacken, type Look, lookOf } from './look.ts'

/** A picture as a PDF keeps it. */
export type KeptPicture = {
  readonly width: number
  readonly height: number
  readonly space: '/DeviceGray' | '/DeviceRGB'
  readonly filter: '/FlateDecode' | '/DCTDecode'
  readonly data: Buffer
}

/** Pixels an inch, unless the page is so large that these would be too many. */
const DPI = 200
const MOST_SIDE = 4000
const QUALITY = 85
/** What is drawn and written packs to less than this of its pixels; photographs and scans do not. */
const PACKS_WELL = 0.12

/** A page as a picture with boxes black in its pixels. */
export function pictureOf(engine: Pdfium, page: number, boxes: readonly Box[]): KeptPicture {
  const side = Math.max(engine.m.FPDF_GetPageWidthF(page), engine.m.FPDF_GetPageHeightF(page))
  const look = lookOf(engine, page, Math.min(DPI / 72, MOST_SIDE / Math.max(1, side)))
  blacken(look, boxes, 1)
  return kept(look)
}

/** Grey and packed without loss where that is small, else as a JPEG. */
function kept({ width, height, pixels }: Look): KeptPicture {
  const grey = greyOf(pixels)
  if (grey) {
    const data = deflateSync(grey, { level: 6 })
    if (data.length < grey.length * PACKS_WELL)
      return { width, height, space: '/DeviceGray', filter: '/FlateDecode', data }
  }
  const { data } = encodeJpeg({ width, height, data: pixels }, QUALITY)
  return { width, height, space: '/DeviceRGB', filter: '/DCTDecode', data: Buffer.from(data) }
}

/** The pixels with one byte each; null where there is colour. */
function greyOf(pixels: Buffer): Buffer | null {
  const grey = Buffer.alloc(pixels.length / 4)
  for (let at = 0; at < pixels.length; at += 4) {
    const value = pixels[at]!
    if (value !== pixels[at + 1] || value !== pixels[at + 2]) return null
    grey[at / 4] = value
  }
  return grey
}
