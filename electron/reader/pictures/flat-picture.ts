import { deflateSync } from 'node:zlib'
import { believable, type Pixels } from './limits.ts'
import type { PdfPicture } from './write-pdf.ts'

/** Decoded pixels as a PDF keeps them, on white where they are transparent: in as few bits as nothing is lost by. */
export function flatPicture({ width, height, rgba, dpi }: Pixels, orientation = 1): PdfPicture {
  onWhite(rgba)
  const kind = kindOf(rgba)
  const rows = kind === 'colour' ? colours(rgba) : kind === 'gray' ? grays(rgba) : bits(rgba, width, height)
  const space = kind === 'colour' ? '/DeviceRGB' : '/DeviceGray'
  const depth = kind === 'bits' ? 1 : 8
  return {
    width,
    height,
    data: deflateSync(rows, { level: 6 }),
    entries: `/ColorSpace ${space} /BitsPerComponent ${depth} /Filter /FlateDecode`,
    orientation,
    dpi: believable(dpi),
  }
}

function onWhite(rgba: Uint8Array): void {
  for (let at = 3; at < rgba.length; at += 4) {
    const opaque = rgba[at]!
    if (opaque === 255) continue
    for (let one = at - 3; one < at; one++)
      rgba[one] = Math.round((rgba[one]! * opaque + 255 * (255 - opaque)) / 255)
  }
}

function kindOf(rgba: Uint8Array): 'bits' | 'gray' | 'colour' {
  let kind: 'bits' | 'gray' = 'bits'
  for (let at = 0; at < rgba.length; at += 4) {
    const red = rgba[at]!
    if (red !== rgba[at + 1] || red !== rgba[at + 2]) return 'colour'
    if (red !== 0 && red !== 255) kind = 'gray'
  }
  return kind
}

function colours(rgba: Uint8Array): Uint8Array {
  const rows = new Uint8Array((rgba.length / 4) * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    rows[to++] = rgba[from]!
    rows[to++] = rgba[from + 1]!
    rows[to++] = rgba[from + 2]!
  }
  return rows
}

function grays(rgba: Uint8Array): Uint8Array {
  const rows = new Uint8Array(rgba.length / 4)
  for (let at = 0; at < rows.length; at++) rows[at] = rgba[at * 4]!
  return rows
}

function bits(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const stride = Math.ceil(width / 8)
  const rows = new Uint8Array(stride * height)
  for (let y = 0, from = 0; y < height; y++)
    for (let x = 0; x < width; x++, from += 4) if (rgba[from]) rows[y * stride + (x >> 3)]! |= 0x80 >> (x & 7)
  return rows
}
