import { NotRead } from '../finding.ts'
import { checkSize, damaged, type Pixels } from './limits.ts'

const PLAIN = 0
const MASKED = 3
const OLD_HEADER = 12

type Head = {
  readonly width: number
  readonly height: number
  readonly isTopDown: boolean
  readonly depth: number
  readonly data: number
  readonly dpi: number | null
  /** Where the colours of a picture with up to 256 of them stand, and the bytes each takes. */
  readonly palette: { readonly at: number; readonly step: number }
  /** Which bits of a pixel are red, green and blue. */
  readonly masks: readonly [number, number, number]
}

/** Decodes a BMP that is not packed; throws `NotRead`. */
export function decodeBmp(bytes: Buffer): Pixels {
  const head = headOf(bytes)
  const { width, height, depth, data, isTopDown, dpi } = head
  const stride = Math.ceil((width * depth) / 32) * 4
  if (data + stride * height > bytes.length) throw damaged()
  const rgba = new Uint8Array(width * height * 4).fill(255)
  const put = depth <= 8 ? fromPalette(bytes, head) : fromMasks(bytes, head)
  for (let y = 0; y < height; y++) {
    const row = data + (isTopDown ? y : height - 1 - y) * stride
    for (let x = 0; x < width; x++) put(row, x, rgba, (y * width + x) * 4)
  }
  return { width, height, rgba, dpi }
}

function headOf(bytes: Buffer): Head {
  const size = bytes.readUInt32LE(14)
  const data = bytes.readUInt32LE(10)
  if (size === OLD_HEADER) {
    const [width, height] = [bytes.readUInt16LE(18), bytes.readUInt16LE(20)]
    const depth = depthOf(bytes.readUInt16LE(24))
    checkSize(width, height)
    const palette = { at: 14 + size, step: 3 }
    return { width, height, isTopDown: false, depth, data, dpi: null, palette, masks: masksOf(depth) }
  }
  const [width, high] = [bytes.readInt32LE(18), bytes.readInt32LE(22)]
  const depth = depthOf(bytes.readUInt16LE(28))
  const packing = bytes.readUInt32LE(30)
  checkSize(width, Math.abs(high))
  if (packing !== PLAIN && packing !== MASKED)
    throw new NotRead(
      'BMP pictures that are packed cannot be shown here.',
      'Open it in a program for pictures, save it as PNG, and bring that in.',
    )
  return {
    width,
    height: Math.abs(high),
    isTopDown: high < 0,
    depth,
    data,
    dpi: bytes.readInt32LE(38) * 0.0254,
    palette: { at: 14 + size, step: 4 },
    masks: packing === MASKED ? maskedAt(bytes, 54) : masksOf(depth),
  }
}

function depthOf(depth: number): number {
  if ([1, 4, 8, 16, 24, 32].includes(depth)) return depth
  throw damaged()
}

const masksOf = (depth: number): Head['masks'] =>
  depth === 16 ? [0x7c_00, 0x03_e0, 0x00_1f] : [0xff_00_00, 0x00_ff_00, 0x00_00_ff]

const maskedAt = (bytes: Buffer, at: number): Head['masks'] => [
  bytes.readUInt32LE(at),
  bytes.readUInt32LE(at + 4),
  bytes.readUInt32LE(at + 8),
]

type Put = (row: number, x: number, rgba: Uint8Array, to: number) => void

function fromPalette(bytes: Buffer, { depth, palette, data }: Head): Put {
  return (row, x, rgba, to) => {
    const bit = x * depth
    const entry = (bytes[row + (bit >> 3)]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1)
    const at = palette.at + entry * palette.step
    if (at + 3 > data) throw damaged()
    rgba[to] = bytes[at + 2]!
    rgba[to + 1] = bytes[at + 1]!
    rgba[to + 2] = bytes[at]!
  }
}

function fromMasks(bytes: Buffer, { depth, masks }: Head): Put {
  const step = depth / 8
  const parts = masks.map((mask) => {
    const shift = mask === 0 ? 0 : 31 - Math.clz32(mask & -mask)
    return { mask, shift, most: mask === 0 ? 1 : mask >>> shift }
  })
  return (row, x, rgba, to) => {
    const value = bytes.readUIntLE(row + x * step, step)
    for (const [index, { mask, shift, most }] of parts.entries())
      rgba[to + index] = Math.round((((value & mask) >>> shift) * 255) / most)
  }
}
