import { constants, inflateRawSync, inflateSync } from 'node:zlib'
import { predicted } from './predictors.ts'
import { type Dictionary, isDictionary, isList, type PdfValue } from './read-values.ts'

/** A stream without its filters, or as far as they could be taken off. */
export type Unpacked = {
  readonly bytes: Uint8Array
  /** The coding of a picture that is left; empty where there is none. */
  readonly picture: string
  /** Why it could not be unpacked; empty where it was. */
  readonly unread: string
}

/** Codings that only pictures have: they are looked at as pictures. */
const PICTURES = new Set(['/DCTDecode', '/DCT', '/JPXDecode', '/CCITTFaxDecode', '/CCF', '/JBIG2Decode'])
/** More than this of one stream is not unpacked. */
const MOST = 600_000_000

/** Takes the filters off a stream, one after the other; never throws. */
export function unpackStream(
  dictionary: Dictionary,
  raw: Uint8Array,
  resolve: (value: PdfValue | undefined) => PdfValue | undefined,
): Unpacked {
  const filters = listOf(resolve(dictionary.get('/Filter') ?? dictionary.get('/F')), resolve)
  const parameters = listOf(resolve(dictionary.get('/DecodeParms') ?? dictionary.get('/DP')), resolve)
  let bytes = raw
  for (const [index, filter] of filters.entries()) {
    if (typeof filter !== 'string') return { bytes, picture: '', unread: 'a filter that is no name' }
    if (PICTURES.has(filter)) return { bytes, picture: filter, unread: '' }
    try {
      bytes = unpacked(bytes, filter, parameters[index], resolve)
    } catch {
      return { bytes, picture: '', unread: `the filter ${filter.slice(1)}` }
    }
  }
  return { bytes, picture: '', unread: '' }
}

function listOf(value: PdfValue | undefined, resolve: (value: PdfValue | undefined) => PdfValue | undefined) {
  if (value === undefined) return []
  return isList(value) ? value.map((one) => resolve(one)) : [value]
}

function unpacked(
  bytes: Uint8Array,
  filter: string,
  parameters: PdfValue | undefined,
  resolve: (value: PdfValue | undefined) => PdfValue | undefined,
): Uint8Array {
  const told = (key: string, otherwise: number) => {
    const value = isDictionary(parameters) ? resolve(parameters.get(key)) : undefined
    return typeof value === 'number' ? value : otherwise
  }
  switch (filter) {
    case '/FlateDecode':
    case '/Fl':
      return predicted(inflated(bytes), told)
    case '/LZWDecode':
    case '/LZW':
      return predicted(fromLzw(bytes, told('/EarlyChange', 1)), told)
    case '/ASCIIHexDecode':
    case '/AHx':
      return fromHex(bytes)
    case '/ASCII85Decode':
    case '/A85':
      return fromAscii85(bytes)
    case '/RunLengthDecode':
    case '/RL':
      return fromRuns(bytes)
    default:
      throw new Error('An unknown filter')
  }
}

function inflated(bytes: Uint8Array): Uint8Array {
  if (bytes.length === 0) return bytes
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST }
  try {
    return inflateSync(bytes, options)
  } catch {
    // Without the two bytes of its head, or with a wrong sum at its end.
    return inflateRawSync(bytes.subarray(2), options)
  }
}

function fromHex(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .split('>')[0]!
    .replaceAll(/[^0-9a-f]/giu, '')
  return Buffer.from(text.length % 2 === 0 ? text : `${text}0`, 'hex')
}

function fromAscii85(bytes: Uint8Array): Uint8Array {
  const out: number[] = []
  let group: number[] = []
  const flush = () => {
    const count = group.length
    if (count < 2) return
    let value = 0
    for (let at = 0; at < 5; at += 1) value = value * 85 + (group[at] ?? 84)
    for (let at = 0; at < count - 1; at += 1) out.push(Math.floor(value / 256 ** (3 - at)) % 256)
    group = []
  }
  for (const code of bytes) {
    if (code === 0x7e) break
    if (code === 0x7a && group.length === 0) out.push(0, 0, 0, 0)
    else if (code >= 0x21 && code <= 0x75) {
      group.push(code - 0x21)
      if (group.length === 5) flush()
    }
  }
  flush()
  return Uint8Array.from(out)
}

function fromRuns(bytes: Uint8Array): Uint8Array {
  const out: number[] = []
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at++]!
    if (length === 128) break
    if (length < 128) {
      for (let end = Math.min(bytes.length, at + length + 1); at < end; at += 1) out.push(bytes[at]!)
    } else {
      for (let times = 257 - length; times > 0; times -= 1) out.push(bytes[at] ?? 0)
      at += 1
    }
  }
  return Uint8Array.from(out)
}

const CLEAR = 256
const END = 257

function fromLzw(bytes: Uint8Array, early: number): Uint8Array {
  const out: number[] = []
  let table: (readonly number[])[] = []
  let width = 9
  let before: readonly number[] | null = null
  let [bits, held] = [0, 0]
  const reset = () => {
    table = Array.from({ length: 258 }, (_, code) => (code < 256 ? [code] : []))
    width = 9
    before = null
  }
  reset()
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (held >>> bits) & ((1 << width) - 1)
    held &= (1 << bits) - 1
    if (code === END) break
    if (code === CLEAR) {
      reset()
      continue
    }
    const last: readonly number[] | null = before
    const entry: readonly number[] | undefined = table[code] ?? (last ? [...last, last[0]!] : undefined)
    if (!entry) throw new Error('A code that was never made')
    for (const one of entry) out.push(one)
    if (last && table.length < 4096) table.push([...last, entry[0]!])
    before = entry
    while (width < 12 && table.length + early >= 1 << width) width += 1
  }
  return Uint8Array.from(out)
}
