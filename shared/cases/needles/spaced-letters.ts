import { EDGE, type Prepared, gapBefore } from './fold.ts'
import type { Needle, NeedleWord } from './needle.ts'
import { isCapital, isSmall } from './surroundings.ts'

/** A longer name is told even where nothing says where its word begins. */
const LETTERS_WITHOUT_EDGES = 6

/**
 * Whether a word of a name is written with a space after every letter ("J a n e", "S.W."), and is not a part of a longer word
 * that is written so ("p l a n n e d").
 */
export function isSpacedApart(
  prepared: Prepared,
  from: number,
  needle: Needle,
  { from: first, to }: NeedleWord,
): boolean {
  const start = from + first
  const end = from + to
  const gaps: string[] = []
  for (let at = start + 1; at < end; at++) gaps.push(gapBefore(prepared, at))
  const width = gaps[0]?.length ?? 0
  if (!gaps.every((gap) => /^(?: {1,3}|\.)$/u.test(gap) && gap.length === width)) return false
  if (needle.letters.length >= LETTERS_WITHOUT_EDGES) return true
  const goesOnLeft = first === 0 && isOneOfSuch(prepared, start, start - 1, width)
  const goesOnRight = to === needle.letters.length && isOneOfSuch(prepared, end, end, width)
  if (!goesOnLeft && !goesOnRight) return true
  const beginsLarge = isCapital(prepared, start) && isSmall(prepared, start + 1)
  return beginsLarge && !(goesOnRight && isSmall(prepared, end))
}

/** Whether the gap is as wide as those between the letters, and a single letter stands beyond it. */
function isOneOfSuch(prepared: Prepared, gapAt: number, letter: number, width: number): boolean {
  const { edges, letters } = prepared
  if (letter < 0 || letter >= letters.length || gapBefore(prepared, gapAt).length > width) return false
  return (
    /^ +$/u.test(gapBefore(prepared, gapAt)) && edges[letter] === EDGE.gap && edges[letter + 1] === EDGE.gap
  )
}
