import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { AppError } from '#shared/errors.ts'
import { type Encoding, Encoding as EncodingSchema } from '#shared/tables/table.ts'
import { decodeText } from '../../tables/reading/decode-text.ts'
import type { ChosenFile } from './chosen-file.ts'

/** How much of a file is looked at to find out how it is written. */
export const SAMPLE_BYTES = 64 * 1024

/** How far a file is searched for its first letter beyond ASCII. */
const LOOKED_AT_BYTES = 16 * 1024 ** 2

/** How the text of a file is written, and how it begins. */
export type TextPlan = {
  readonly encoding: Encoding
  /** Whether lines that are written in the other usual way (UTF-8, Windows-1252) are read in that. */
  readonly mayBeMixed: boolean
  /** Bytes of the mark in front. */
  readonly markBytes: number
  /** Its first letters, without the mark. */
  readonly sample: string
}

const MARKS: ReadonlyArray<readonly [mark: string, code: Encoding]> = [
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
]

/** Finds out how the text of a file is written, or takes what was chosen. */
export async function encodingOf(file: ChosenFile, chosen: string | null): Promise<TextPlan> {
  const head = await file.head(SAMPLE_BYTES)
  const start = head.toString('hex', 0, 3)
  const [mark = '', marked] = MARKS.find(([hex]) => start.startsWith(hex)) ?? []
  const encoding = chosen === null ? (marked ?? (await found(file, head))) : known(chosen)
  const markBytes = marked === encoding ? mark.length / 2 : 0
  return {
    encoding,
    mayBeMixed: encoding === 'utf-8' || (encoding === 'windows-1252' && chosen === null),
    markBytes,
    sample: iconv.decode(head.subarray(markBytes), encoding, { stripBOM: false }),
  }
}

function known(chosen: string): Encoding {
  const parsed = EncodingSchema.safeParse(chosen.toLowerCase())
  if (parsed.success) return parsed.data
  throw new AppError('invalid', `“${chosen}” is no encoding this program knows. Choose one of the list.`)
}

async function found(file: ChosenFile, head: Buffer): Promise<Encoding> {
  const telling = isAscii(head) ? await firstBeyondAscii(file) : head
  if (telling === null) return 'utf-8'
  const whole = withoutCutLetter(telling)
  if (isUtf8(whole) || isMostlyUtf8(whole)) return 'utf-8'
  return decodeText(whole, null).encoding.code
}

/** The first piece of a file that says how it is written; many have English names for pages and pages. */
async function firstBeyondAscii(file: ChosenFile): Promise<Buffer | null> {
  let looked = 0
  for await (const piece of file.pieces()) {
    if (!isAscii(piece)) return piece
    looked += piece.length
    // Lines further down that are not UTF-8 are noticed when they are read.
    if (looked > LOOKED_AT_BYTES) return null
  }
  return null
}

/** A piece may end inside a letter of several bytes. */
function withoutCutLetter(bytes: Buffer): Buffer {
  const cut = [1, 2, 3].find((back) => (bytes.at(-back) ?? 0) >= 0xc0)
  return cut === undefined ? bytes : bytes.subarray(0, -cut)
}

/** Whether more lines beyond ASCII are UTF-8 than not: a file that several programs wrote to. */
function isMostlyUtf8(bytes: Buffer): boolean {
  let [good, bad] = [0, 0]
  for (const line of linesOf(bytes)) {
    if (isAscii(line)) continue
    if (isUtf8(line)) good += 1
    else bad += 1
  }
  return good > 0 && good >= bad
}

/** The lines of some bytes, each with its end. */
export function* linesOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(10, from)
    const next = end === -1 ? bytes.length : end + 1
    yield bytes.subarray(from, next)
    from = next
  }
}
