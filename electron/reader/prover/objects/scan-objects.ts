import {
  type Dictionary,
  isDictionary,
  isReference,
  isText,
  type PdfValue,
  readValue,
  type Source,
} from './read-values.ts'
import { type Unpacked, unpackStream } from './unpack-stream.ts'

/** An object as it stands somewhere in the bytes of a file; one number may stand there several times. */
export type Scanned = {
  readonly number: number
  readonly value: PdfValue
  /** The bytes of its stream as they stand there. */
  readonly raw: Uint8Array | null
}

/** Everything in the bytes of a PDF, found without its tables. */
export type Scan = {
  /** The last object of each number. */
  readonly objects: ReadonlyMap<number, Scanned>
  /** Objects of which a later one has the number: they are of an earlier revision. */
  readonly earlier: readonly Scanned[]
  readonly trailers: readonly Dictionary[]
  /** Bytes that belong to no object. */
  readonly loose: readonly Uint8Array[]
  readonly isEncrypted: boolean
  readonly resolve: (value: PdfValue | undefined) => PdfValue | undefined
  /** The stream of an object without its filters. */
  readonly unpacked: (object: Scanned) => Unpacked
}

const OBJECT = /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+obj(?![A-Za-z])/gu
const STREAM = Buffer.from('stream')
const END_STREAM = Buffer.from('endstream')
const END_OBJECT = Buffer.from('endobj')

/** Finds every object of a PDF by its words, whatever its tables say, those of earlier revisions and packed ones too. */
export function scanObjects(bytes: Buffer): Scan {
  const text = bytes.toString('latin1')
  const objects = new Map<number, Scanned>()
  const earlier: Scanned[] = []
  const loose: Uint8Array[] = []
  const cache = new Map<Scanned, Unpacked>()
  const resolve = (value: PdfValue | undefined) => {
    let found = value
    for (let steps = 0; isReference(found) && steps < 20; steps += 1) found = objects.get(found.to)?.value
    return isReference(found) ? undefined : found
  }
  const unpacked = (object: Scanned): Unpacked => {
    const known = cache.get(object)
    if (known) return known
    const dictionary = isDictionary(object.value) ? object.value : new Map<string, PdfValue>()
    const made = unpackStream(dictionary, object.raw ?? new Uint8Array(), resolve)
    // Pictures are large and looked at once.
    if (made.bytes.length < 1_000_000) cache.set(object, made)
    return made
  }
  const keep = (object: Scanned) => {
    const before = objects.get(object.number)
    if (before) earlier.push(before)
    objects.set(object.number, object)
  }

  let end = 0
  OBJECT.lastIndex = 0
  for (let match = OBJECT.exec(text); match; match = OBJECT.exec(text)) {
    if (match.index > end) loose.push(bytes.subarray(end, match.index))
    const read = readObject(bytes, Number(match[1]), match.index + match[0].length)
    keep(read.object)
    loose.push(...read.slack)
    end = Math.max(read.end, match.index + match[0].length)
    OBJECT.lastIndex = end
  }
  if (end < bytes.length) loose.push(bytes.subarray(end))

  const trailers = loose.flatMap(trailersIn)
  for (const object of [...objects.values(), ...earlier]) {
    if (!isDictionary(object.value) || !object.raw) continue
    if (object.value.get('/Type') === '/XRef') trailers.push(object.value)
    if (object.value.get('/Type') === '/ObjStm')
      for (const packed of packedIn(object, unpacked(object).bytes, resolve)) {
        if (objects.has(packed.number)) earlier.push(packed)
        else objects.set(packed.number, packed)
      }
  }
  return {
    objects,
    earlier,
    trailers,
    loose,
    isEncrypted: trailers.some((trailer) => trailer.has('/Encrypt')),
    resolve,
    unpacked,
  }
}

type Read = { readonly object: Scanned; readonly end: number; readonly slack: readonly Uint8Array[] }

function readObject(bytes: Buffer, number: number, from: number): Read {
  const source: Source = { bytes, at: from }
  const value = readValue(source) ?? { op: '' }
  let at = source.at
  while (at < bytes.length && bytes[at]! <= 32) at += 1
  if (!isDictionary(value) || bytes.compare(STREAM, 0, 6, at, Math.min(bytes.length, at + 6)) !== 0)
    return { object: { number, value, raw: null }, end: afterObject(bytes, source.at), slack: [] }
  at += 6
  if (bytes[at] === 13) at += 1
  if (bytes[at] === 10) at += 1
  const { length, found } = streamLength(bytes, at, value.get('/Length'))
  const slack = found - at - length > 2 ? [bytes.subarray(at + length, found)] : []
  const raw = bytes.subarray(at, at + length)
  return { object: { number, value, raw }, end: afterObject(bytes, found + END_STREAM.length), slack }
}

/** How long a stream is: as it says, where its end stands there; else up to the next end. */
function streamLength(bytes: Buffer, at: number, says: PdfValue | undefined) {
  const told = typeof says === 'number' && says >= 0 && at + says <= bytes.length ? says : null
  const search = (from: number) => {
    const place = bytes.indexOf(END_STREAM, from)
    return place < 0 ? bytes.length : place
  }
  if (told !== null) return { length: told, found: search(at + told) }
  const found = search(at)
  const line = bytes[found - 1] === 10 ? (bytes[found - 2] === 13 ? 2 : 1) : bytes[found - 1] === 13 ? 1 : 0
  return { length: Math.max(0, found - line - at), found }
}

function afterObject(bytes: Buffer, from: number): number {
  let at = from
  while (at < bytes.length && bytes[at]! <= 32) at += 1
  const ends = bytes.compare(END_OBJECT, 0, 6, at, Math.min(bytes.length, at + 6)) === 0
  return ends ? at + END_OBJECT.length : from
}

function trailersIn(loose: Uint8Array): Dictionary[] {
  const bytes = Buffer.from(loose.buffer, loose.byteOffset, loose.byteLength)
  const found: Dictionary[] = []
  for (let at = bytes.indexOf('trailer'); at >= 0; at = bytes.indexOf('trailer', at + 7)) {
    const value = readValue({ bytes, at: at + 7 })
    if (isDictionary(value)) found.push(value)
  }
  return found
}

/** The objects that are packed into one stream. */
function packedIn(
  { value }: Scanned,
  bytes: Uint8Array,
  resolve: (value: PdfValue | undefined) => PdfValue | undefined,
): Scanned[] {
  if (!isDictionary(value)) return []
  const [count, first] = [resolve(value.get('/N')), resolve(value.get('/First'))]
  if (typeof count !== 'number' || typeof first !== 'number') return []
  const head: Source = { bytes: bytes.subarray(0, first), at: 0 }
  const found: Scanned[] = []
  for (let index = 0; index < Math.min(count, 1_000_000); index += 1) {
    const [number, at] = [readValue(head), readValue(head)]
    if (typeof number !== 'number' || typeof at !== 'number') break
    const packed = readValue({ bytes, at: first + at })
    if (packed !== undefined) found.push({ number, value: packed, raw: null })
  }
  return found
}

/** The text of a string of a file: UTF-16, UTF-8, or one letter for a byte. */
export function textOf(value: PdfValue | undefined): string {
  if (!isText(value)) return ''
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2)))
      .swap16()
      .toString('utf16le')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2)
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3)
  return bytes.toString('latin1')
}
