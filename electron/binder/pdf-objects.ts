/** A reference to another object, by its number. */
export type Reference = { readonly to: number }
export type Dictionary = Map<string, Value>
/** A value of a PDF; names, numbers, strings and the like as they are written, one character for a byte. */
export type Value = string | Reference | Value[] | Dictionary

/** An object; a stream has its bytes as they stand in the file. */
export type PdfObject = { readonly value: Value; readonly stream: Buffer | null }

export const isReference = (value: Value | undefined): value is Reference =>
  typeof value === 'object' && 'to' in value

export const isDictionary = (value: Value | undefined): value is Dictionary => value instanceof Map

/** Every object of a PDF that PDFium wrote: plain objects, one table of places at the end. Throws on any other. */
export function readObjects(bytes: Buffer): {
  readonly root: number
  readonly objects: Map<number, PdfObject>
} {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 64))
  const table = Number(/startxref\s+(\d+)/u.exec(tail)?.[1] ?? Number.NaN)
  const text = bytes.toString('latin1', table)
  const root = Number(/\/Root (\d+) 0 R/u.exec(text.slice(text.lastIndexOf('trailer')))?.[1] ?? Number.NaN)
  if (Number.isNaN(root)) throw new Error('The table of places is not where it should be')
  const objects = new Map<number, PdfObject>()
  for (const [number, at] of placesIn(text)) objects.set(number, readObject(bytes, at))
  return { root, objects: new Map([...objects].map(([number, read]) => [number, cut(bytes, read, objects)])) }
}

function* placesIn(table: string): Generator<readonly [number: number, at: number]> {
  const lines = table.split(/\r\n|\n|\r/u)
  for (let line = 1, left = 0, number = 0; line < lines.length; line += 1) {
    const written = lines[line]!.trim()
    if (written === 'trailer') return
    const [first = '', second = '', kind] = written.split(' ')
    if (left === 0) [number, left] = [Number(first), Number(second)]
    else {
      if (kind === 'n' && number > 0) yield [number, Number(first)]
      number += 1
      left -= 1
    }
  }
}

type ReadObject = PdfObject & { readonly from?: number }

function readObject(bytes: Buffer, at: number): ReadObject {
  const source: Source = { bytes, at }
  for (const expected of [/^\d+$/u, /^\d+$/u, /^obj$/u])
    if (!expected.test(token(source))) throw new Error('An object is not where it should be')
  const value = readValue(source)
  const before = source.at
  if (!isDictionary(value) || token(source) !== 'stream') return { value, stream: null, from: before }
  const from = source.at + (bytes[source.at] === 13 ? 2 : 1)
  return { value, stream: Buffer.alloc(0), from }
}

/** Gives a stream its bytes; its length may be an object of its own. */
function cut(bytes: Buffer, read: ReadObject, objects: ReadonlyMap<number, PdfObject>): PdfObject {
  if (read.stream === null || !isDictionary(read.value) || read.from === undefined) return read
  const written = read.value.get('/Length')
  const length = Number(isReference(written) ? objects.get(written.to)?.value : written)
  if (!Number.isSafeInteger(length)) throw new Error('A stream does not say how long it is')
  read.value.set('/Length', `${length}`)
  return { value: read.value, stream: bytes.subarray(read.from, read.from + length) }
}

type Source = { readonly bytes: Buffer; at: number }

const SPACE = new Set([0, 9, 10, 12, 13, 32])
const DELIMITER = new Set(Buffer.from('()<>[]{}/%'))

function readValue(source: Source): Value {
  const first = token(source)
  if (first === '<<') return readDictionary(source)
  if (first === '[') {
    const list: Value[] = []
    while (peek(source) !== ']') list.push(readValue(source))
    token(source)
    return list
  }
  if (!/^\d+$/u.test(first)) return first
  const after = source.at
  if (/^\d+$/u.test(token(source)) && token(source) === 'R') return { to: Number(first) }
  source.at = after
  return first
}

function readDictionary(source: Source): Dictionary {
  const dictionary: Dictionary = new Map()
  for (let key = token(source); key !== '>>'; key = token(source)) {
    if (!key.startsWith('/')) throw new Error('A dictionary has a key that is no name')
    dictionary.set(key, readValue(source))
  }
  return dictionary
}

function peek(source: Source): string {
  const before = source.at
  const found = token(source)
  source.at = before
  return found
}

function token(source: Source): string {
  const { bytes } = source
  while (SPACE.has(bytes[source.at]!)) source.at += 1
  const start = source.at
  if (start >= bytes.length) throw new Error('The file ends within an object')
  const letter = String.fromCodePoint(bytes[start]!)
  const isDouble = bytes[start + 1] === bytes[start] && (letter === '<' || letter === '>')
  if (letter === '(') source.at = endOfString(bytes, start)
  else if (isDouble) source.at += 2
  else if (letter === '<') source.at = bytes.indexOf('>', start) + 1
  else {
    source.at += 1
    if (letter !== '[' && letter !== ']')
      while (source.at < bytes.length && !SPACE.has(bytes[source.at]!) && !DELIMITER.has(bytes[source.at]!))
        source.at += 1
  }
  return bytes.toString('latin1', start, source.at)
}

function endOfString(bytes: Buffer, start: number): number {
  let depth = 0
  for (let at = start; at < bytes.length; at += 1) {
    if (bytes[at] === 92) at += 1
    else if (bytes[at] === 40) depth += 1
    else if (bytes[at] === 41 && --depth === 0) return at + 1
  }
  throw new Error('A string has no end')
}

/** A value as it stands in a file, with the references that `numberOf` gives; one to nothing is null. */
export function written(value: Value, numberOf: (old: number) => number | undefined): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return `[${value.map((one) => written(one, numberOf)).join(' ')}]`
  if (isDictionary(value))
    return `<<${[...value].map(([key, one]) => `${key} ${written(one, numberOf)}`).join('\n')}>>`
  const number = numberOf(value.to)
  return number === undefined ? 'null' : `${number} 0 R`
}

/** A dictionary of some entries. */
export const dictionary = (entries: Readonly<Record<string, Value>>): Dictionary =>
  new Map(Object.entries(entries))

/** Follows references to what they stand for; undefined where there is nothing. */
export function resolver(objects: ReadonlyMap<number, PdfObject>): Resolve {
  return (value) => {
    let found = value
    for (let steps = 0; isReference(found) && steps < 20; steps += 1) found = objects.get(found.to)?.value
    return isReference(found) ? undefined : found
  }
}

/** Follows references of one document. */
export type Resolve = (value: Value | undefined) => Value | undefined
