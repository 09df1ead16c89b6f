import { createHash } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'
import type { Word } from '#shared/cases/page.ts'
import { decodeWords, encodeWords } from '#shared/cases/word-boxes.ts'

/** The boxes of the words of a page as they are kept: encoded and packed. */
export function packWords(words: readonly Word[]): Buffer {
  return deflateSync(encodeWords(words), { level: 1 })
}

/** The boxes of the words of a page from what is kept. */
export function unpackWords(packed: Uint8Array): Word[] {
  return decodeWords(inflateSync(packed))
}

/** Which page is the same as which: a hash of its words without their spacing; empty where there are none. */
export function fingerprintOf(text: string): string {
  const letters = lettersOf(text)
  return letters === '' ? '' : createHash('sha256').update(letters).digest('hex').slice(0, 32)
}

/** Letters and digits only, as one writes them small: what stays the same when a text is laid out anew. */
export function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
