import { isDictionary, isList, isReference, isText, type PdfValue } from './read-values.ts'
import { type Scan, textOf } from './scan-objects.ts'

const DEPTH = 60

/** What can be read in a value, not in what it refers to: strings, and the names that programs give to things. */
export type Strings = { readonly texts: string[]; readonly names: string[] }

/** Adds every string and name in a value. */
export function addStrings(value: PdfValue | undefined, to: Strings, depth = 0): void {
  if (isText(value)) to.texts.push(...textsOf(value))
  else if (typeof value === 'string') to.names.push(value.slice(1))
  else if (depth > DEPTH) return
  else if (isList(value)) for (const one of value) addStrings(one, to, depth + 1)
  else if (isDictionary(value))
    for (const [key, one] of value) {
      if (key.length > COMMON) to.names.push(key.slice(1))
      addStrings(one, to, depth + 1)
    }
}

/** Keys this short name nobody. */
const COMMON = 4

/** A string as each coding reads it: as it says, and as UTF-16 or UTF-8 where it looks so. */
function textsOf(value: Uint8Array): string[] {
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  const texts = [textOf(value)]
  if (bytes.includes(0) && bytes.length > 3) texts.push(wideTexts(bytes))
  else if (bytes.some((byte) => byte > 127)) texts.push(bytes.toString('utf8'))
  return texts
}

/** The references in a value. */
export function referencesOf(value: PdfValue | undefined, depth = 0): number[] {
  if (isReference(value)) return [value.to]
  if (depth > DEPTH) return []
  if (isList(value)) return value.flatMap((one) => referencesOf(one, depth + 1))
  if (isDictionary(value)) return [...value.values()].flatMap((one) => referencesOf(one, depth + 1))
  return []
}

/** The numbers of the objects that can be reached from the trailers. */
export function reachedFrom({ objects, trailers }: Scan): Set<number> {
  const reached = new Set<number>()
  const waiting = trailers.flatMap((trailer) =>
    ['/Root', '/Info', '/Encrypt'].flatMap((key) => referencesOf(trailer.get(key))),
  )
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (reached.has(number)) continue
    reached.add(number)
    waiting.push(...referencesOf(objects.get(number)?.value))
  }
  return reached
}

/** Bytes as text in every coding a needle may stand in: letters for bytes, UTF-8, and UTF-16 both ways. */
export function textsIn(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const texts = [buffer.toString('latin1')]
  if (buffer.some((byte) => byte > 127)) texts.push(buffer.toString('utf8'))
  if (buffer.includes(0)) texts.push(wideTexts(buffer))
  return texts.join('\n')
}

function wideTexts(buffer: Buffer): string {
  const even = buffer.subarray(0, buffer.length - (buffer.length % 2))
  const odd = buffer.subarray(1, buffer.length - ((buffer.length - 1) % 2))
  return [even, odd].map((one) => one.toString('utf16le')).join('\n')
}

const RUN = /[\x20-\x7E\xA0-\xFF]{5,}/gu

/** What can be read among the bytes of a picture: notes of the camera and the scanner. */
export function runsIn(bytes: Uint8Array, most: number): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, most)).toString(
    'latin1',
  )
  // Without the zeros between them, letters of two bytes are runs as well.
  const runs = text.match(RUN) ?? []
  const narrow = text.includes('\0') ? (text.replaceAll('\0', '').match(RUN) ?? []) : []
  return [...runs, ...narrow].filter((run) => /[\p{L}\p{N}]{3}/u.test(run)).join('\n')
}
