import { constants, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const GRAY = 0
const COLOUR = 2

/** Pixels of four bytes (red, green, blue and one that is passed by) as PNG; in grey where there is no colour. */
export function encodePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const isGray = hasNoColour(pixels)
  const rows = isGray ? grayRows(pixels, width, height) : colourRows(pixels, width, height)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  head[9] = isGray ? GRAY : COLOUR
  // Speed counts, not size: it is looked at once. Runs alone take half the time on the noise of scans.
  const data = deflateSync(rows, { level: 1, strategy: constants.Z_RLE })
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

function hasNoColour(pixels: Uint8Array): boolean {
  for (let at = 0; at < pixels.length; at += 4)
    if (pixels[at] !== pixels[at + 1] || pixels[at] !== pixels[at + 2]) return false
  return true
}

function grayRows(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array((width + 1) * height)
  let from = 0
  let to = 0
  for (let y = 0; y < height; y++) {
    rows[to++] = 0
    for (let x = 0; x < width; x++, from += 4) rows[to++] = pixels[from]!
  }
  return rows
}

function colourRows(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array((width * 3 + 1) * height)
  let from = 0
  let to = 0
  for (let y = 0; y < height; y++) {
    rows[to++] = 0
    for (let x = 0; x < width; x++, from += 4) {
      rows[to++] = pixels[from]!
      rows[to++] = pixels[from + 1]!
      rows[to++] = pixels[from + 2]!
    }
  }
  return rows
}

function chunk(type: string, data: Uint8Array): Buffer {
  const whole = Buffer.alloc(data.length + 12)
  whole.writeUInt32BE(data.length, 0)
  whole.write(type, 4, 'latin1')
  whole.set(data, 8)
  whole.writeUInt32BE(checksum(whole.subarray(4, data.length + 8)), data.length + 8)
  return whole
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1
  return value
})

/** CRC-32 as PNG wants it. */
function checksum(bytes: Uint8Array): number {
  let value = 0xff_ff_ff_ff
  for (let at = 0; at < bytes.length; at++) value = TABLE[(value ^ bytes[at]!) & 0xff]! ^ (value >>> 8)
  return (value ^ 0xff_ff_ff_ff) >>> 0
}
