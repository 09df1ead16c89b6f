import { inflateSync } from 'node:zlib'
import { isDictionary, type Dictionary, type Resolve, type Value } from './pdf-objects.ts'

/** The drawing in a stream, whatever ways it is packed in; null where one of them is none that drawings are packed in. */
export function unpackDrawing(stream: Buffer, entries: Dictionary, resolve: Resolve): Buffer | null {
  const filter = resolve(entries.get('/Filter'))
  const ways = filter === undefined ? [] : Array.isArray(filter) ? filter.map(resolve) : [filter]
  const given = resolve(entries.get('/DecodeParms'))
  const options = Array.isArray(given) ? given.map(resolve) : [given]
  try {
    return ways.reduce<Buffer | null>(
      (bytes, way, at) => (bytes ? unpacked(bytes, nameOf(way), options[at]) : null),
      stream,
    )
  } catch {
    // What no reader can unpack says nothing to anybody.
    return null
  }
}

const nameOf = (value: Value | undefined) => (typeof value === 'string' ? value : '')

function unpacked(bytes: Buffer, way: string, options: Value | undefined): Buffer | null {
  const isPlain = !isDictionary(options) || !options.has('/Predictor') || options.get('/Predictor') === '1'
  switch (way) {
    case '/FlateDecode':
    case '/Fl':
      return isPlain ? inflateSync(bytes) : null
    case '/LZWDecode':
    case '/LZW':
      return isPlain ? ofCodes(bytes, !isDictionary(options) || options.get('/EarlyChange') !== '0') : null
    case '/ASCIIHexDecode':
    case '/AHx':
      return ofHex(bytes)
    case '/ASCII85Decode':
    case '/A85':
      return of85(bytes)
    case '/RunLengthDecode':
    case '/RL':
      return ofRuns(bytes)
    default:
      return null
  }
}

function ofHex(bytes: Buffer): Buffer {
  const digits = bytes
    .toString('latin1')
    .split('>')[0]!
    .replaceAll(/[^0-9A-Fa-f]/gu, '')
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')
}

function of85(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1').split('~')[0]!.replaceAll(/\s/gu, '').replaceAll('z', '!!!!!')
  const result: number[] = []
  for (let at = 0; at < text.length; at += 5) {
    const some = text.slice(at, at + 5)
    let value = 0
    for (const letter of some.padEnd(5, 'u')) value = value * 85 + letter.codePointAt(0)! - 33
    const four = [value / 2 ** 24, value / 2 ** 16, value / 2 ** 8, value].map(
      (part) => Math.floor(part) % 256,
    )
    result.push(...four.slice(0, some.length - 1))
  }
  return Buffer.from(result)
}

function ofRuns(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length && bytes[at] !== 128;) {
    const length = bytes[at]!
    if (length < 128) parts.push(bytes.subarray(at + 1, at + 2 + length))
    else parts.push(Buffer.alloc(257 - length, bytes[at + 1]))
    at += length < 128 ? length + 2 : 2
  }
  return Buffer.concat(parts)
}

const CLEAR = 256
const END = 257

/** LZW: codes of 9 to 12 bits for what came before. */
function ofCodes(bytes: Buffer, isEarly: boolean): Buffer {
  const parts: Buffer[] = []
  let known: Buffer[] = []
  let [bits, width] = [0, 9]
  let last: Buffer | null = null
  const begin = () => {
    known = Array.from({ length: END + 1 }, (_, code) => Buffer.from(code < CLEAR ? [code] : []))
    width = 9
    last = null
  }
  begin()
  while (bits + width <= bytes.length * 8) {
    const code = codeAt(bytes, bits, width)
    bits += width
    if (code === END) break
    if (code === CLEAR) {
      begin()
      continue
    }
    const before = last as Buffer | null
    const found: Buffer | undefined =
      known[code] ?? (before ? Buffer.concat([before, before.subarray(0, 1)]) : undefined)
    if (!found) throw new Error('A code stands for nothing')
    parts.push(found)
    if (before) known.push(Buffer.concat([before, found.subarray(0, 1)]))
    last = found
    const next = known.length + (isEarly ? 1 : 0)
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9
  }
  return Buffer.concat(parts)
}

function codeAt(bytes: Buffer, bit: number, width: number): number {
  let code = 0
  for (let at = bit; at < bit + width; at += 1) code = code * 2 + ((bytes[at >> 3]! >> (7 - (at & 7))) & 1)
  return code
}
