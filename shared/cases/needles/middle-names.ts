import { EDGE, type Prepared, gapBefore } from './fold.ts'
import { isCapital } from './surroundings.ts'

/** Words that stand between a name and another, and are written large where everything is. */
const NO_NAMES = new Set(
  'and or for to of the is was are with met saw told asked said from by in on at not but mr mrs ms miss dr'.split(
    ' ',
  ),
)
const LONGEST_MIDDLE = 15

/**
 * Where the letters go on behind one more name or initial that begins at `middle`, on the same line and written with a
 * capital letter; null where none stands there. After an initial only another initial counts.
 */
export function afterMiddle(prepared: Prepared, middle: number, isAfterInitial: boolean): number | null {
  if (prepared.edges[middle] !== EDGE.gap || !isCapital(prepared, middle)) return null
  if (!/^\.? $/u.test(gapBefore(prepared, middle))) return null
  let next = middle + 1
  while (next < prepared.letters.length && (prepared.edges[next] ?? EDGE.gap) < EDGE.change) next++
  const word = prepared.letters.slice(middle, next)
  const most = isAfterInitial ? 1 : LONGEST_MIDDLE
  if (word.length > most || NO_NAMES.has(word)) return null
  return /^\.? $/u.test(gapBefore(prepared, next)) ? next : null
}
