import type { Box, MarkShape } from './mark.ts'
import type { Word } from './page.ts'

/** Room left around words, in points, so that no edge of a letter shows. */
const PADDING = 0.5
/** Two words stand on one line where they share so much of the lower one's height. */
const SHARED_HEIGHT = 0.5
/** Words further apart than this, in heights of their line, stand in different columns or cells. */
const WIDEST_GAP = 2

/** Most boxes of one mark, as its schema has it. */
const MOST_BOXES = 2000

/**
 * The shape that covers a part of a page's text, from `start` to `end` in UTF-16 units: one box for each line, in
 * points. A word is covered whole, also where only a part of it is meant. Null where none of it has a box, or where it
 * has too many.
 */
export function textShape(words: readonly Word[], start: number, end: number): MarkShape | null {
  if (end <= start) return null
  const boxes: Box[] = []
  for (let at = firstEndingAfter(words, start); at < words.length; at += 1) {
    const word = words[at]!
    if (word.start >= end) break
    if (word.end <= start || word.right <= word.left || word.bottom <= word.top) continue
    const last = boxes.at(-1)
    if (last && isNextOnLine(last, word)) widen(last, word)
    else boxes.push(boxOf(word))
  }
  if (boxes.length === 0 || boxes.length > MOST_BOXES) return null
  return { kind: 'text', start, end, boxes: boxes.map(padded) }
}

/** Whether all letters of a part of a page's text have a box; false also where no word touches it. */
export function hasBoxes(words: readonly Word[], text: string, start: number, end: number): boolean {
  let reached = start
  for (let at = firstEndingAfter(words, start); at < words.length; at += 1) {
    const word = words[at]!
    if (word.start >= end) break
    if (word.right <= word.left || word.bottom <= word.top) continue
    if (hasLetters(text.slice(reached, Math.max(reached, word.start)))) return false
    reached = Math.max(reached, word.end)
  }
  return reached > start && !hasLetters(text.slice(reached, Math.max(reached, end)))
}

const hasLetters = (text: string) => /[\p{L}\p{N}]/u.test(text)

/** Words stand in the order of the text, so the first one is found by halving. */
function firstEndingAfter(words: readonly Word[], start: number): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.end <= start) low = middle + 1
    else high = middle
  }
  return low
}

function isNextOnLine(line: Box, word: Box): boolean {
  const heights = [line.bottom - line.top, word.bottom - word.top] as const
  const shared = Math.min(line.bottom, word.bottom) - Math.max(line.top, word.top)
  const gap = Math.max(word.left - line.right, line.left - word.right)
  return shared >= SHARED_HEIGHT * Math.min(...heights) && gap <= WIDEST_GAP * Math.max(...heights)
}

function widen(line: { -readonly [Side in keyof Box]: number }, word: Box): void {
  line.left = Math.min(line.left, word.left)
  line.top = Math.min(line.top, word.top)
  line.right = Math.max(line.right, word.right)
  line.bottom = Math.max(line.bottom, word.bottom)
}

const boxOf = ({ left, top, right, bottom }: Box): Box => ({ left, top, right, bottom })

const padded = ({ left, top, right, bottom }: Box): Box => ({
  left: Math.max(0, left - PADDING),
  top: Math.max(0, top - PADDING),
  right: right + PADDING,
  bottom: bottom + PADDING,
})
