import { foldText } from '#shared/registers/search/words.ts'
import type { Box } from './mark.ts'
import type { PageWords } from './page.ts'

/** Letters and digits that a passage has at least: shorter ones stand on many pages and say little. */
export const PASSAGE_LETTERS = 40

/** A stretch of a page's text (UTF-16 units) that can be known again elsewhere by the hash of its letters. */
export type Passage = {
  readonly start: number
  readonly end: number
  /** How many letters and digits it has. */
  readonly letters: number
  /** 53 bits, the same for the same letters: among ten million passages hardly two are taken for one another. */
  readonly hash: number
}

/** A place that is covered: the whole page, words by their place in the text, or rectangles. */
export type Cover =
  | { readonly kind: 'page' }
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'box'; readonly boxes: readonly Box[] }

/** The letters and digits of a text, folded, as UTF-16; and how many of them stand before each place of the text. */
export type Letters = { readonly codes: readonly number[]; readonly before: Uint32Array }

/** Folds a text letter by letter, so that its stretches can be compared without folding each anew. */
export function lettersOfText(text: string): Letters {
  const before = new Uint32Array(text.length + 1)
  const codes: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    before[at] = codes.length
    const code = text.charCodeAt(at)
    // Most of what is read, without the cost of folding.
    if (code < 128) {
      const letter = asciiLetter(code)
      if (letter > 0) codes.push(letter)
      continue
    }
    const sign = String.fromCodePoint(text.codePointAt(at)!)
    for (const folded of foldText(sign)
      .replaceAll(/[^\p{L}\p{N}]+/gu, '')
      .split(''))
      codes.push(folded.charCodeAt(0))
    if (sign.length === 2) {
      at += 1
      before[at] = codes.length
    }
  }
  before[text.length] = codes.length
  return { codes, before }
}

/**
 * The passages of a page: its lines, its paragraphs (between empty lines) and its sentences, also across lines, each
 * with 40 letters or more. What is the same but for spacing, signs, case and accents has the same hash.
 */
export function passagesOf(text: string, letters: Letters): Passage[] {
  const found = new Map<string, Passage>()
  for (const pattern of [LINE, PARAGRAPH, SENTENCE])
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      const [first, last] = [letters.before[start]!, letters.before[end]!]
      // A line that is a sentence is one passage, whatever signs stand at its ends.
      const place = `${first} ${last}`
      if (last - first < PASSAGE_LETTERS || found.has(place)) continue
      found.set(place, { start, end, letters: last - first, hash: hashOf(letters.codes, first, last) })
    }
  return [...found.values()]
}

const LINE = /[^\r\n]+/gu
const PARAGRAPH = /\S(?:(?!\r?\n[^\S\r\n]*\r?\n)[^])*/gu
/** Up to a full stop, a question or exclamation mark with a blank behind it, or an empty line. */
const SENTENCE = /\S(?:(?![.!?]\s|\r?\n[^\S\r\n]*\r?\n)[^])*/gu

/** Which stretches of a page's text are covered, in order and without touching one another. */
export function coveredRanges(covers: readonly Cover[], { text, words }: PageWords): [number, number][] {
  const ranges = covers.flatMap((cover): [number, number][] => {
    if (cover.kind === 'page') return [[0, text.length]]
    if (cover.kind === 'text') return [[cover.start, Math.min(cover.end, text.length)]]
    return words
      .filter((word) => cover.boxes.some((box) => isWithin(word, box)))
      .map(({ start, end }): [number, number] => [start, end])
  })
  const joined: [number, number][] = []
  for (const [start, end] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

/** Whether at least half of the letters of a passage are covered. */
export function isRemoved(
  passage: Passage,
  { before }: Letters,
  ranges: readonly (readonly [number, number])[],
): boolean {
  let covered = 0
  for (const [start, end] of ranges) {
    const [from, to] = [Math.max(start, passage.start), Math.min(end, passage.end)]
    if (from < to) covered += before[to]! - before[from]!
  }
  return covered * 2 >= passage.letters
}

/** A letter, small, or a digit; 0 for what is neither. */
function asciiLetter(code: number): number {
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return code
  return code >= 65 && code <= 90 ? code + 32 : 0
}

/** Two 32-bit hashes by multiplication, mixed into 53 bits (as cyrb53 does); not meant to withstand anybody. */
function hashOf(codes: readonly number[], from: number, to: number): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let at = from; at < to; at += 1) {
    const code = codes[at]!
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0)
}

/** A word lies in a box when its middle does. */
const isWithin = (word: Box, { left, top, right, bottom }: Box) => {
  const [x, y] = [(word.left + word.right) / 2, (word.top + word.bottom) / 2]
  return x >= left && x <= right && y >= top && y <= bottom
}
