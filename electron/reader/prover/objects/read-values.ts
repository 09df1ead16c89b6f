/** An operator of a content stream, or any word that is no value. */
export type Operator = { readonly op: string }
/** A reference to another object, by its number. */
export type Reference = { readonly to: number }
export type Dictionary = ReadonlyMap<string, PdfValue>
/** A name is a string that begins with a slash; a string of the file is its bytes. */
export type PdfValue = number | string | Uint8Array | Reference | Operator | Dictionary | readonly PdfValue[]

export const isDictionary = (value: PdfValue | undefined): value is Dictionary => value instanceof Map
export const isText = (value: PdfValue | undefined): value is Uint8Array => value instanceof Uint8Array
export const isList = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value)
export const isReference = (value: PdfValue | undefined): value is Reference =>
  typeof value === 'object' && 'to' in value
export const isOperator = (value: PdfValue | undefined): value is Operator =>
  typeof value === 'object' && 'op' in value

/** Where in some bytes it is read, and how deep. */
export type Source = { readonly bytes: Uint8Array; at: number }

const SPACE = new Uint8Array(256)
const DELIMITER = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) SPACE[code] = 1
for (const letter of '()<>[]{}/%') DELIMITER[letter.codePointAt(0)!] = 1
/** Deeper ones are made to break readers. */
const DEPTH = 200

const END: Operator = { op: '' }

/** The next value or operator; never throws, and gives undefined at the end. */
export function readValue(source: Source, depth = 0): PdfValue | undefined {
  const { bytes } = source
  skipSpace(source)
  const first = bytes[source.at]
  if (first === undefined || depth > DEPTH) return undefined
  if (first === 0x28) return readLiteral(source)
  if (first === 0x2f) return readName(source)
  if (first === 0x5b) {
    source.at += 1
    return readUntil(source, ']', depth)
  }
  if (first === 0x3c) {
    if (bytes[source.at + 1] !== 0x3c) return readHex(source)
    source.at += 2
    return dictionaryOf(readUntil(source, '>>', depth))
  }
  if (first === 0x3e && bytes[source.at + 1] === 0x3e) {
    source.at += 2
    return { op: '>>' }
  }
  if (DELIMITER[first]) {
    source.at += 1
    return { op: String.fromCodePoint(first) }
  }
  return readWord(source)
}

function readUntil(source: Source, end: string, depth: number): PdfValue[] {
  const list: PdfValue[] = []
  for (;;) {
    const value = readValue(source, depth + 1)
    if (value === undefined) return list
    if (isOperator(value)) {
      if (value.op === end) return list
      if (value.op === 'R') toReference(list)
      // A word where the end is missing: what follows belongs to somebody else.
      else if (value.op === 'endobj' || value.op === 'stream') return list
      else if (value.op !== ']' && value.op !== '>>') list.push(value)
    } else list.push(value)
  }
}

/** Two numbers before an R are a reference. */
function toReference(list: PdfValue[]): void {
  const to = list.at(-2)
  if (typeof to !== 'number' || typeof list.at(-1) !== 'number') return
  list.splice(-2, 2, { to })
}

function dictionaryOf(list: readonly PdfValue[]): Dictionary {
  const dictionary = new Map<string, PdfValue>()
  for (let at = 0; at < list.length; at += 2) {
    const key = list[at]!
    if (typeof key === 'string') dictionary.set(key, list[at + 1] ?? END)
    // A key that is no name: the values are told apart again by the next one.
    else at -= 1
  }
  return dictionary
}

function skipSpace(source: Source): void {
  const { bytes } = source
  for (;;) {
    const code = bytes[source.at]
    if (code === undefined) return
    if (SPACE[code]) source.at += 1
    else if (code === 0x25) {
      while (source.at < bytes.length && bytes[source.at] !== 10 && bytes[source.at] !== 13) source.at += 1
    } else return
  }
}

function wordEnd(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && !SPACE[bytes[at]!] && !DELIMITER[bytes[at]!]) at += 1
  return at
}

function readWord(source: Source): PdfValue {
  const end = Math.max(source.at + 1, wordEnd(source.bytes, source.at))
  const word = Buffer.from(
    source.bytes.buffer,
    source.bytes.byteOffset + source.at,
    end - source.at,
  ).toString('latin1')
  source.at = end
  const number = /^[+-]*[\d.]/u.test(word) ? Number(word.replace(/^[+-]*(?=-)|^\+/u, '')) : Number.NaN
  return Number.isNaN(number) ? { op: word } : number
}

function readName(source: Source): string {
  const end = wordEnd(source.bytes, source.at + 1)
  const raw = Buffer.from(source.bytes.buffer, source.bytes.byteOffset + source.at, end - source.at)
  source.at = end
  const name = raw.toString('latin1')
  return name.includes('#')
    ? name.replaceAll(/#([0-9a-f]{2})/giu, (_, code: string) =>
        String.fromCodePoint(Number.parseInt(code, 16)),
      )
    : name
}

const hexOf = (code: number) =>
  code >= 0x30 && code <= 0x39
    ? code - 0x30
    : code >= 0x41 && code <= 0x46
      ? code - 0x37
      : code >= 0x61 && code <= 0x66
        ? code - 0x57
        : -1

function readHex(source: Source): Uint8Array {
  const { bytes } = source
  const digits: number[] = []
  for (source.at += 1; source.at < bytes.length && bytes[source.at] !== 0x3e; source.at += 1) {
    const digit = hexOf(bytes[source.at]!)
    if (digit >= 0) digits.push(digit)
  }
  source.at += 1
  const text = new Uint8Array(Math.ceil(digits.length / 2))
  for (let at = 0; at < text.length; at += 1) text[at] = digits[at * 2]! * 16 + (digits[at * 2 + 1] ?? 0)
  return text
}

const ESCAPED: Readonly<Record<number, number>> = { 0x6e: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12 }

function readLiteral(source: Source): Uint8Array {
  const { bytes } = source
  const text: number[] = []
  let open = 1
  for (source.at += 1; source.at < bytes.length; source.at += 1) {
    const code = bytes[source.at]!
    if (code === 0x5c) readEscape(source, text)
    else {
      if (code === 0x28) open += 1
      else if (code === 0x29 && --open === 0) break
      text.push(code)
    }
  }
  source.at += 1
  return Uint8Array.from(text)
}

const isOctal = (code: number | undefined): code is number =>
  code !== undefined && code >= 0x30 && code <= 0x37

/** What stands after a backslash: a letter, up to three octal digits, or the end of a line that is none. */
function readEscape(source: Source, text: number[]): void {
  const { bytes } = source
  const code = bytes[++source.at]
  if (code === undefined) return
  if (isOctal(code)) {
    let value = code - 0x30
    for (let digits = 1; digits < 3 && isOctal(bytes[source.at + 1]); digits += 1)
      value = value * 8 + (bytes[++source.at]! - 0x30)
    text.push(value & 0xff)
  } else if (code === 13) {
    if (bytes[source.at + 1] === 10) source.at += 1
  } else if (code !== 10) text.push(ESCAPED[code] ?? code)
}
