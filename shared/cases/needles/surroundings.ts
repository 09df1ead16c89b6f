import { EDGE, type Prepared, gapBefore } from './fold.ts'
import type { Needle } from './needle.ts'

const APOSTROPHE = /^['’‘ʼ`´′]/u

/** Where a find begins: a telephone number takes its plus sign and opening bracket along. */
export function startOfFound({ text, starts }: Prepared, { rule }: Needle, from: number): number {
  let start = starts[from] ?? 0
  while (rule === 'phone' && /[+(]/u.test(text.charAt(start - 1))) start--
  return start
}

/** The character of the text that a letter was made of. */
export function characterAt({ text, starts, ends }: Prepared, index: number): string {
  return text.slice(starts[index], ends[index])
}

/** Whether a letter is written large. */
export function isCapital(prepared: Prepared, index: number): boolean {
  return /^[\p{Lu}\p{Lt}]/u.test(characterAt(prepared, index))
}

/** Whether a letter is written small; neither is true of digits and of scripts without capitals. */
export function isSmall(prepared: Prepared, index: number): boolean {
  return /^\p{Ll}/u.test(characterAt(prepared, index))
}

/** Whether letters have a word's edge on their left. */
export function beginsWord({ edges }: Prepared, from: number, isLong: boolean): boolean {
  const edge = edges[from] ?? EDGE.gap
  return edge >= EDGE.change || (isLong && edge === EDGE.capital)
}

/**
 * Where letters that end a word end in the text, in UTF-16 units; null where the word goes on. The "s" of "the Smiths",
 * "Smiths’" and "Jane Smiths" belongs to the name.
 */
export function endOfWord(prepared: Prepared, from: number, to: number, isLong: boolean): number | null {
  const { letters, edges, ends } = prepared
  const edge = edges[to] ?? EDGE.gap
  if (edge >= EDGE.change || (isLong && edge === EDGE.capital)) return ends[to - 1] ?? null
  if (letters[to] !== 's' || (edges[to + 1] ?? EDGE.gap) < EDGE.change) return null
  if (isLong) return ends[to] ?? null
  if (!isCapital(prepared, from)) return null
  const isOwner = APOSTROPHE.test(gapBefore(prepared, to + 1))
  const isFamily = to - from > 3 && wordBefore(prepared, from) === 'the'
  return isOwner || isFamily ? (ends[to] ?? null) : null
}

/** The word in front of a place, as its letters; empty where there is none on the same line. */
export function wordBefore(prepared: Prepared, from: number): string {
  if (from === 0 || !/^ +$/u.test(gapBefore(prepared, from))) return ''
  let first = from - 1
  while (first > 0 && prepared.edges[first] === EDGE.none) first--
  return prepared.letters.slice(first, from)
}

/** What stands in the text just before a letter, and just after one; up to `most` characters. */
export const textBefore = ({ text, starts }: Prepared, index: number, most: number): string =>
  text.slice(Math.max(0, (starts[index] ?? text.length) - most), starts[index])
export const textAfter = ({ text, ends }: Prepared, index: number, most: number): string =>
  text.slice(ends[index] ?? text.length, (ends[index] ?? text.length) + most)
