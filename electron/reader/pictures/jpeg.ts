import { damaged } from './limits.ts'

/** What the head of a JPEG says. */
export type JpegHead = {
  readonly width: number
  readonly height: number
  readonly components: number
  /** Four inks kept the other way round, as Adobe's programs do. */
  readonly isInverted: boolean
  readonly dpi: number | null
}

/** Frames that a PDF may hold: baseline, extended and progressive. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2])
const OTHER_FRAMES = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])

/** Reads the head of a JPEG; null where a PDF cannot hold it as it is. Throws `NotRead` where there is none. */
export function readJpegHead(bytes: Buffer): JpegHead | null {
  let isInverted = false
  let dpi: number | null = null
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) {
      at += 1
      continue
    }
    const marker = bytes[at + 1]!
    if (marker === 0xff || marker === 0 || (marker >= 0xd0 && marker <= 0xd9)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    const body = bytes.subarray(at + 4, at + 2 + length)
    if (marker === 0xe0 && body.toString('latin1', 0, 4) === 'JFIF' && body.length >= 12) dpi = jfifDpi(body)
    if (marker === 0xee && body.toString('latin1', 0, 5) === 'Adobe') isInverted = true
    if (OTHER_FRAMES.has(marker)) return null
    if (FRAMES.has(marker)) {
      if (body[0] !== 8) return null
      const [height, width, components] = [body.readUInt16BE(1), body.readUInt16BE(3), body[5]!]
      if (width === 0 || height === 0) return null
      return { width, height, components, isInverted, dpi }
    }
    at += 2 + length
  }
  throw damaged()
}

function jfifDpi(body: Buffer): number | null {
  const [unit, across] = [body[7], body.readUInt16BE(8)]
  return unit === 1 ? across : unit === 2 ? across * 2.54 : null
}
