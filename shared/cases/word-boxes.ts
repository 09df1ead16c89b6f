import type { Word } from './page.ts'

/** Numbers kept of each word. */
const PER_WORD = 6
/** Boxes are kept to a quarter of a point, so that a page of 16,000 points fits. */
const UNITS = 4
const LARGEST = 0xff_ff_ff_ff

/** The boxes of words as bytes: six unsigned 32-bit numbers each, smallest first. */
export function encodeWords(words: readonly Word[]): Uint8Array {
  const numbers = new Uint32Array(words.length * PER_WORD)
  words.forEach(({ start, end, left, top, right, bottom }, index) => {
    numbers.set([start, end, unit(left), unit(top), unit(right), unit(bottom)], index * PER_WORD)
  })
  return new Uint8Array(numbers.buffer)
}

/** The words that were made into bytes; boxes are within an eighth of a point of what they were. */
export function decodeWords(bytes: Uint8Array): Word[] {
  const numbers = new Uint32Array(Uint8Array.from(bytes).buffer)
  const words: Word[] = []
  for (let at = 0; at + PER_WORD <= numbers.length; at += PER_WORD) {
    const [start = 0, end = 0, left = 0, top = 0, right = 0, bottom = 0] = numbers.subarray(at, at + PER_WORD)
    words.push({
      start,
      end,
      left: left / UNITS,
      top: top / UNITS,
      right: right / UNITS,
      bottom: bottom / UNITS,
    })
  }
  return words
}

const unit = (points: number) => Math.min(LARGEST, Math.max(0, Math.round(points * UNITS)))
