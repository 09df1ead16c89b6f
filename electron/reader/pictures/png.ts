import { inflateSync } from 'node:zlib'
import { checkSize, damaged, type Pixels } from './limits.ts'

/** Samples a pixel has by colour type. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
/** Where each pass of an interlaced picture begins, and its steps: x, y, across, down. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

type Head = {
  readonly width: number
  readonly height: number
  readonly depth: number
  readonly colour: number
  readonly isInterlaced: boolean
  readonly dpi: number | null
  readonly palette: Uint8Array
  readonly clear: Uint8Array
}

/** Decodes a PNG of any kind; throws `NotRead`. */
export function decodePng(bytes: Buffer): Pixels {
  const { head, data } = parse(bytes)
  const { width, height, dpi } = head
  const rgba = new Uint8Array(width * height * 4)
  const passes = head.isInterlaced ? PASSES : ([[0, 0, 1, 1]] as const)
  const bits = SAMPLES[head.colour]! * head.depth
  const size = passes.reduce((sum, [x0, y0, dx, dy]) => {
    const [across, down] = [Math.ceil((width - x0) / dx), Math.ceil((height - y0) / dy)]
    return across > 0 && down > 0 ? sum + (1 + Math.ceil((across * bits) / 8)) * down : sum
  }, 0)
  const raw = inflateSync(data, { maxOutputLength: size + 1024 })
  let at = 0
  for (const [x0, y0, dx, dy] of passes) {
    const [across, down] = [Math.ceil((width - x0) / dx), Math.ceil((height - y0) / dy)]
    if (across <= 0 || down <= 0) continue
    const stride = Math.ceil((across * bits) / 8)
    let above = new Uint8Array(stride)
    for (let row = 0; row < down; row++, at += stride + 1) {
      if (at + stride >= raw.length) return { width, height, rgba, dpi }
      const line = raw.subarray(at + 1, at + 1 + stride)
      unfilter(raw[at]!, line, above, Math.max(1, bits >> 3))
      above = line
      const start = ((y0 + row * dy) * width + x0) * 4
      for (let x = 0; x < across; x++) put(head, line, x, rgba, start + x * dx * 4)
    }
  }
  return { width, height, rgba, dpi }
}

function parse(bytes: Buffer): { head: Head; data: Buffer } {
  let head: Head | null = null
  const data: Buffer[] = []
  for (let at = 8; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') head = headOf(body)
    if (type === 'IDAT') data.push(body)
    if (head && type === 'PLTE') head = { ...head, palette: body }
    if (head && type === 'tRNS') head = { ...head, clear: body }
    if (head && type === 'pHYs' && body[8] === 1) head = { ...head, dpi: body.readUInt32BE(0) * 0.0254 }
    if (type === 'IEND') break
    at += 12 + length
  }
  if (!head || data.length === 0) throw damaged()
  return { head, data: Buffer.concat(data) }
}

function headOf(body: Buffer): Head {
  if (body.length < 13) throw damaged()
  const [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)]
  const [depth, colour] = [body[8]!, body[9]!]
  checkSize(width, height)
  if (!SAMPLES[colour] || ![1, 2, 4, 8, 16].includes(depth)) throw damaged()
  const none = new Uint8Array(0)
  return { width, height, depth, colour, isInterlaced: body[12] === 1, dpi: null, palette: none, clear: none }
}

/** Undoes what was done to a row so that it packs better. */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, step: number): void {
  if (filter === 0) return
  for (let at = 0; at < line.length; at++) {
    const left = at >= step ? line[at - step]! : 0
    const up = above[at]!
    const corner = at >= step ? above[at - step]! : 0
    const guess =
      filter === 1 ? left : filter === 2 ? up : filter === 3 ? (left + up) >> 1 : nearest(left, up, corner)
    line[at] = (line[at]! + guess) & 0xff
  }
}

function nearest(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** Writes pixel `x` of a row as red, green, blue and how opaque it is. */
function put(head: Head, line: Uint8Array, x: number, rgba: Uint8Array, to: number): void {
  const { depth, colour, palette, clear } = head
  const samples = SAMPLES[colour]!
  const sample = (index: number) => sampleAt(line, x * samples + index, depth)
  const whole = (value: number) => (depth === 16 ? value >> 8 : (value * 255) / ((1 << depth) - 1))
  const isClear = (index: number) =>
    clear.length >= (index + 1) * 2 && sample(index) === ((clear[index * 2]! << 8) | clear[index * 2 + 1]!)
  if (colour === 3) {
    const entry = sample(0)
    for (let one = 0; one < 3; one++) rgba[to + one] = palette[entry * 3 + one] ?? 0
    rgba[to + 3] = clear[entry] ?? 255
  } else if (colour === 2 || colour === 6) {
    for (let one = 0; one < 3; one++) rgba[to + one] = whole(sample(one))
    rgba[to + 3] = colour === 6 ? whole(sample(3)) : isClear(0) && isClear(1) && isClear(2) ? 0 : 255
  } else {
    rgba.fill(whole(sample(0)), to, to + 3)
    rgba[to + 3] = colour === 4 ? whole(sample(1)) : isClear(0) ? 0 : 255
  }
}

function sampleAt(line: Uint8Array, index: number, depth: number): number {
  if (depth === 8) return line[index]!
  if (depth === 16) return (line[index * 2]! << 8) | line[index * 2 + 1]!
  const at = index * depth
  return (line[at >> 3]! >> (8 - depth - (at & 7))) & ((1 << depth) - 1)
}
