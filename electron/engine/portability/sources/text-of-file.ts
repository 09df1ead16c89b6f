import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { ChosenFile } from './chosen-file.ts'
import { linesOf, type TextPlan } from './encoding-of.ts'

/** A piece of the text of a file; odd where it is written in another way than the file. */
export type TextPiece = { readonly text: string; readonly isOdd: boolean }

/**
 * The text of a file from its first to its last letter, without the mark in front. Of a file in UTF-8, lines that are
 * not are read as Windows-1252, and the other way round; each of those comes as a piece of its own.
 */
export async function* textOfFile(file: ChosenFile, plan: TextPlan): AsyncGenerator<TextPiece> {
  if (plan.mayBeMixed) yield* mixedText(file, plan)
  else yield* plainText(file, plan)
}

async function* plainText(file: ChosenFile, { encoding, markBytes }: TextPlan): AsyncGenerator<TextPiece> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: false })
  let skip = markBytes
  for await (const piece of file.pieces()) {
    const text =
      encoding === 'windows-1252' ? western(piece.subarray(skip)) : decoder.write(piece.subarray(skip))
    skip = 0
    if (text !== '') yield { text, isOdd: false }
  }
  const last = decoder.end() ?? ''
  if (last !== '') yield { text: last, isOdd: false }
}

async function* mixedText(file: ChosenFile, { encoding, markBytes }: TextPlan): AsyncGenerator<TextPiece> {
  const isUsual = encoding === 'utf-8'
  let carry: Buffer = Buffer.alloc(0)
  let skip = markBytes
  for await (const piece of file.pieces()) {
    const bytes = carry.length > 0 ? Buffer.concat([carry, piece]) : piece.subarray(skip)
    skip = 0
    const end = endOfLines(bytes)
    carry = bytes.subarray(end)
    yield* decoded(bytes.subarray(0, end), isUsual)
  }
  yield* decoded(carry, isUsual)
}

/** How far the bytes hold whole lines; without any, whole letters. */
function endOfLines(bytes: Buffer): number {
  const end = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13)) + 1
  if (end > 0) return end
  const cut = [1, 2, 3].find((back) => (bytes.at(-back) ?? 0) >= 0xc0)
  return cut === undefined || cut === bytes.length ? bytes.length : bytes.length - cut
}

function* decoded(bytes: Buffer, isUtf: boolean): Generator<TextPiece> {
  if (bytes.length === 0) return
  if (isAscii(bytes)) yield { text: bytes.toString('latin1'), isOdd: false }
  else if (isUtf && isUtf8(bytes)) yield { text: bytes.toString('utf8'), isOdd: false }
  else yield* lineByLine(bytes, isUtf)
}

/** Neighbouring lines written in the usual way come together. */
function* lineByLine(bytes: Buffer, isUtf: boolean): Generator<TextPiece> {
  let [from, at] = [0, 0]
  for (const line of linesOf(bytes)) {
    const isOdd = !isAscii(line) && isUtf8(line) !== isUtf
    if (isOdd) {
      if (at > from) yield { text: read(bytes.subarray(from, at), isUtf), isOdd: false }
      yield { text: read(line, !isUtf), isOdd: true }
      from = at + line.length
    }
    at += line.length
  }
  if (at > from) yield { text: read(bytes.subarray(from, at), isUtf), isOdd: false }
}

const read = (bytes: Buffer, isUtf: boolean) => (isUtf ? bytes.toString('utf8') : western(bytes))

/** Windows-1252 without loss: the five bytes it has no letter for stay the control characters they are. */
const western = (bytes: Buffer) => {
  const text = bytes.toString('latin1')
  return isAscii(bytes)
    ? text
    : text.replaceAll(/[\u0080-\u009F]/gu, (sign) => WESTERN[sign.charCodeAt(0) - 128]!)
}

const WESTERN = Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ')
