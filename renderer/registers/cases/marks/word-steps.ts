import type { Box, MarkShape } from '#shared/cases/mark.ts'
import { textShape } from '#shared/cases/mark-shapes.ts'
import type { PageWords, Word } from '#shared/cases/page.ts'

/** A way a cursor can go on a page. */
export type WordStep = 'left' | 'right' | 'up' | 'down'

/** A place on a page, in points from its top left as shown. */
export type Point = { readonly x: number; readonly y: number }

/** The next word in a direction, by its index; the first or the last one to begin with, null on a page without words. */
export function stepWord(words: readonly Word[], from: number | null, step: WordStep): number | null {
  const isBack = step === 'left' || step === 'up'
  const here = from === null ? undefined : words[from]
  if (from === null || !here) return placed(words, isBack ? words.length - 1 : 0, isBack ? -1 : 1)
  if (step === 'left') return placed(words, from - 1, -1) ?? from
  if (step === 'right') return placed(words, from + 1, 1) ?? from
  return nextLine(words, here, step) ?? from
}

/** The word at a place, by its index: the one there, or else the nearest; null on a page without words. */
export function wordAt(words: readonly Word[], point: Point): number | null {
  let [best, least] = [null as number | null, Infinity]
  words.forEach((word, index) => {
    if (!isPlaced(word)) return
    const [across, down] = [outside(point.x, word.left, word.right), outside(point.y, word.top, word.bottom)]
    // The line counts first, so that a drag past its end selects to its end.
    const distance = across + 4 * down
    if (distance < least) [best, least] = [index, distance]
  })
  return best
}

/** The part of a text that stands from one word to another, whichever comes first. */
export function rangeOf(words: readonly Word[], one: number, other: number): { start: number; end: number } {
  const [first, last] = [words[Math.min(one, other)]!, words[Math.max(one, other)]!]
  return { start: first.start, end: Math.max(first.end, last.end) }
}

/** The shape that covers the words from one to another, whichever comes first; null where none of them has a place. */
export function selectedShape(words: readonly Word[], one: number, other: number): MarkShape | null {
  if (!words[one] || !words[other]) return null
  const { start, end } = rangeOf(words, one, other)
  return textShape(words, start, end)
}

/** The first word under a shape, by its index; null where it covers none. */
export function wordUnder(words: readonly Word[], shape: MarkShape): number | null {
  const index = words.findIndex((word) => {
    if (shape.kind === 'page') return isPlaced(word)
    if (shape.kind === 'text') return word.end > shape.start
    return shape.boxes.some((box) => overlaps(box, word))
  })
  return index < 0 ? null : index
}

/** A shape that covers one word more than a mark of words does; null where there is none. */
export function extended(words: readonly Word[], shape: MarkShape): MarkShape | null {
  if (shape.kind !== 'text') return null
  const next = words.find((word) => word.start >= shape.end && isPlaced(word))
  return next ? textShape(words, shape.start, next.end) : null
}

/** The words a shape covers, in a few: what a list calls it by. */
export function wordsUnder({ text, words }: PageWords, shape: MarkShape): string {
  if (shape.kind === 'page') return 'The whole page'
  if (shape.kind === 'text') return shorten(text.slice(shape.start, shape.end))
  const covered = words.filter((word) => shape.boxes.some((box) => overlaps(box, word)))
  const says = shorten(covered.map(({ start, end }) => text.slice(start, end)).join(' '))
  return says === '' ? 'A place in the picture' : says
}

/** Whether two rectangles share any of the page. */
export const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

const SHOWN = 60

function shorten(text: string): string {
  const said = text.replaceAll(/\s+/gu, ' ').trim()
  return said.length > SHOWN ? `${said.slice(0, SHOWN - 1)}…` : said
}

const isPlaced = ({ left, top, right, bottom }: Word) => right > left && bottom > top

function placed(words: readonly Word[], from: number, by: 1 | -1): number | null {
  for (let at = from; at >= 0 && at < words.length; at += by) if (isPlaced(words[at]!)) return at
  return null
}

const middle = ({ left, right }: Word) => (left + right) / 2
const outside = (value: number, least: number, most: number) => Math.max(least - value, value - most, 0)

/** The word on the line above or below that stands nearest. */
function nextLine(words: readonly Word[], here: Word, step: 'up' | 'down'): number | null {
  const beyond = (word: Word) => {
    const height = (word.top + word.bottom) / 2
    return step === 'down' ? height - here.bottom : here.top - height
  }
  const candidates = words
    .map((word, index) => ({ word, index, gap: beyond(word) }))
    .filter(({ word, gap }) => isPlaced(word) && gap > 0)
  const nearest = Math.min(...candidates.map(({ gap }) => gap))
  const line = candidates.filter(({ word, gap }) => gap - nearest < (word.bottom - word.top) / 2)
  const [best] = line.toSorted(
    (one, other) => Math.abs(middle(one.word) - middle(here)) - Math.abs(middle(other.word) - middle(here)),
  )
  return best?.index ?? null
}
