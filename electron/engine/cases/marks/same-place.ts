import { lettersOf } from '../page-texts.ts'

type Place = { readonly start: number; readonly end: number }

/**
 * The place in a text that is the same as one in another text with the same letters, however the two are spaced. Null
 * where the place holds no letter, or the texts differ after all.
 */
export function samePlace(text: string, other: string, { start, end }: Place): Place | null {
  if (text === other) return { start, end }
  const before = lettersOf(text.slice(0, start)).length
  const inside = lettersOf(text.slice(start, end))
  if (inside === '') return null
  const from = offsetOfLetter(other, before)
  const to = offsetOfLetter(other, before + inside.length - 1)
  if (from === null || to === null) return null
  const place = { start: from.start, end: to.end }
  return lettersOf(other.slice(place.start, place.end)) === inside ? place : null
}

/** Where the letter of a number stands, counted as they are compared. */
function offsetOfLetter(text: string, number: number): Place | null {
  let [seen, at] = [0, 0]
  for (const character of text) {
    seen += lettersOf(character).length
    if (seen > number) return { start: at, end: at + character.length }
    at += character.length
  }
  return null
}
