import { EDGE, type Prepared, gapBefore } from './fold.ts'
import type { Needle, NeedleWord } from './needle.ts'
import { isSpacedApart } from './spaced-letters.ts'
import { EVERYDAY_NAMES } from './titles.ts'
import { beginsWord, endOfWord, isCapital, isSmall, textAfter, textBefore } from './surroundings.ts'

const APOSTROPHES = /^['’‘ʼ`´′]? ?$/u
/** Between two words of a name: blanks, a dot, a hyphen, or what parts the columns of a table. */
const BETWEEN = /^(?: *\n? *\n? *|[.·]? *\n? *|[-‐‑‒–_/]\n? *| ?\| ?|"?,"?)$/u
const TURNED = /^ *"?,?"? *\n? *\t?$/u
const AT_HYPHEN = /^[-‐‑] *\n? *$/u
const AT_LINE_END = /^ *\n *$/u

/** Letters of a spelling from which on its words may stand together, or be glued to what stands before. */
const LETTERS_TO_GLUE = 6
/** A word of fewer letters is not taken for one that a line broke without a hyphen. */
const LETTERS_TO_BREAK = 5
/** A dot and a blank come after an initial or a title, otherwise after a sentence. */
const LETTERS_BEFORE_DOT = 4
/** Where a name whose letters stand at `from` ends in the text; null where it is another word or another name. */
export function holdsName(prepared: Prepared, needle: Needle, from: number): number | null {
  const to = from + needle.letters.length
  const last = needle.words.at(-1)
  const endsWithInitial = last !== undefined && last.to - last.from === 1
  const isLong = needle.words.length > 1 && needle.letters.length >= LETTERS_TO_GLUE && !endsWithInitial
  if (!beginsWord(prepared, from, isLong)) return null
  if (needle.needsCapital && !isName(prepared, from, to)) return null
  if (!needle.words.every((word) => wordHolds(prepared, needle, from, word))) return null
  return endOfWord(prepared, from, to, isLong)
}

function wordHolds(prepared: Prepared, needle: Needle, from: number, word: NeedleWord): boolean {
  if (word.from > 0 && !jointHolds(prepared, needle, from, word)) return false
  const length = word.to - word.from
  if (length === 1) return initialHolds(prepared, needle, from, word)
  const inner: number[] = []
  for (let at = from + word.from + 1; at < from + word.to; at++) {
    if (prepared.edges[at] === EDGE.gap) inner.push(at)
  }
  if (inner.every((at) => isBroken(prepared, at, at - from - word.from, from + word.to - at))) return true
  return inner.length === length - 1 && isSpacedApart(prepared, from, needle, word)
}

/** Whether a word was parted at a hyphen, or at the end of a line without one. */
function isBroken(prepared: Prepared, at: number, before: number, after: number): boolean {
  const gap = gapBefore(prepared, at)
  if (AT_HYPHEN.test(gap)) return true
  const isWhole = before > 1 && after > 1 && before + after >= LETTERS_TO_BREAK
  return AT_LINE_END.test(gap) && isWhole && !(isCapital(prepared, at) && isSmall(prepared, at - 1))
}

function jointHolds(
  prepared: Prepared,
  needle: Needle,
  from: number,
  { from: at, to, joint }: NeedleWord,
): boolean {
  const before = needle.words.find((word) => word.to === at)
  const lengthBefore = at - (before?.from ?? 0)
  const isInitial = to - at === 1 || lengthBefore === 1
  if (prepared.edges[from + at] !== EDGE.gap) {
    if (joint === 'apostrophe') return true
    if (to - at === 1 && lengthBefore === 1) return true
    return isInitial ? isAccount(prepared, needle, from, at) : needle.letters.length >= LETTERS_TO_GLUE
  }
  const gap = gapBefore(prepared, from + at)
  if (joint === 'apostrophe' && APOSTROPHES.test(gap)) return true
  if (joint === 'comma' && TURNED.test(gap)) return true
  if (isInitial && gap.includes('\n\n')) return false
  return BETWEEN.test(gap) && (lengthBefore < LETTERS_BEFORE_DOT || !/^\. |^\.\n/u.test(gap))
}

/** "jsmith@", "jsmith2", "JSmith": an initial without a space is a name only there, or "price" would be P. Rice. */
function isAccount(prepared: Prepared, needle: Needle, from: number, at: number): boolean {
  const last = from + needle.letters.length - 1
  if (/^[@\d_]/u.test(textAfter(prepared, last, 1)) || /[@\\]$/u.test(textBefore(prepared, from, 1)))
    return true
  if (prepared.edges[from + at] === EDGE.capital) return true
  const next = from + at
  const isInside = next < last
  return isInside && isCapital(prepared, next - 1) && isCapital(prepared, next) && isSmall(prepared, next + 1)
}

function initialHolds(
  prepared: Prepared,
  needle: Needle,
  from: number,
  { from: at, to }: NeedleWord,
): boolean {
  if (needle.words.length === 1) return true
  const index = from + at
  const isLast = to === needle.letters.length
  const letter = needle.letters.charAt(at)
  const isWord = letter === 'a' || letter === 'i'
  const isEveryday = isWord || EVERYDAY_NAMES.has(needle.letters.slice(to))
  if (isCapital(prepared, index)) {
    // "A mark", "P page": an article or a remark before an everyday word.
    if (!isLast && isEveryday && isSmall(prepared, from + to)) return false
    return !(isLast && isWord && /^\s+\p{Ll}/u.test(textAfter(prepared, index, 4)))
  }
  if (!isSmall(prepared, index)) return true
  const [before, after] = [textBefore(prepared, index, 1), textAfter(prepared, index, 1)]
  if (/['’‘ʼ`´′]/u.test(before)) return false
  return /[._@\-\p{L}]/u.test(after) || /[._\-\p{L}]/u.test(before) || (!isLast && !isEveryday)
}

/** Whether an everyday word is a name here: written large, or part of an address. */
function isName(prepared: Prepared, from: number, to: number): boolean {
  return isCapital(prepared, from) || /^(?:@|[._][\p{L}\p{N}])/u.test(textAfter(prepared, to - 1, 2))
}
