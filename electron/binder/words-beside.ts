import type { Box } from '#shared/cases/mark.ts'
import type { Letter } from './letters.ts'
import { shareWithin } from './regions.ts'
import type { PlacedWord } from './removal.ts'

/** A letter that a box covers by more than this is not said beside it. */
const COVERED = 0.2

/** The words that stay, letter by letter; what remains of one that a box cuts is a word. */
export function wordsBeside(letters: readonly Letter[], boxes: readonly Box[]): PlacedWord[] {
  const words: Letter[][] = []
  let open: Letter[] | null = null
  for (const letter of letters) {
    if (letter.begins) open = null
    if (boxes.some((box) => shareWithin(letter, box) > COVERED)) open = null
    else if (open) open.push(letter)
    else words.push((open = [letter]))
  }
  return words.map(wordOf)
}

function wordOf(letters: readonly Letter[]): PlacedWord {
  return {
    text: letters.map(({ text }) => text).join(''),
    turn: turnOf(letters[0]!, letters.at(-1)!),
    left: Math.min(...letters.map(({ left }) => left)),
    top: Math.min(...letters.map(({ top }) => top)),
    right: Math.max(...letters.map(({ right }) => right)),
    bottom: Math.max(...letters.map(({ bottom }) => bottom)),
  }
}

/** Which way a word runs, by quarters: to the right, down, to the left, up. */
function turnOf(first: Box, last: Box): number {
  const across = last.left + last.right - first.left - first.right
  const down = last.top + last.bottom - first.top - first.bottom
  if (Math.abs(across) >= Math.abs(down)) return across >= 0 ? 0 : 2
  return down > 0 ? 1 : 3
}
