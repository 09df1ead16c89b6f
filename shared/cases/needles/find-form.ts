import { type CompiledForms, LETTERS_OF_A_BEGINNING, compileForms } from './compile-forms.ts'
import { EDGE, type Prepared, lettersOf, prepare } from './fold.ts'
import { holds } from './holds.ts'
import { afterMiddle } from './middle-names.ts'
import { type Form, needlesOf } from './needle.ts'
import { startOfFound } from './surroundings.ts'

export { type CompiledForms, compileForms } from './compile-forms.ts'
export { type Prepared, prepare } from './fold.ts'
export { type Form, variantsOf } from './needle.ts'

/** A place in a text, in UTF-16 units. */
export type Found = { readonly start: number; readonly end: number }

/** A place in a text where one of many forms stands; `form` is its place in the list of forms. */
export type FoundForm = Found & { readonly form: number }

/** Where forms stand in a text, first to last; of finds of one form within each other only the longest. */
export function findForms(prepared: Prepared, compiled: CompiledForms): FoundForm[] {
  const { letters, edges } = prepared
  const found: Hit[] = []
  for (let from = 0; from < letters.length; from++) {
    if (edges[from] === EDGE.none || !beginsHere(letters, from, compiled)) continue
    const last = Math.min(letters.length, from + compiled.longest)
    for (let to = from + 1; to <= last; to++) {
      if (!compiled.lengths.has(to - from) || !mayEnd(prepared, to)) continue
      const key = letters.slice(from, to)
      for (const { form, needle } of compiled.byLetters.get(key) ?? []) {
        const end = holds(prepared, needle, from)
        const { isTurned } = needle
        if (end !== null) found.push({ form, start: startOfFound(prepared, needle, from), end, isTurned })
      }
      found.push(...withMiddle(prepared, compiled, from, key))
    }
  }
  return withoutInner(found)
}

/** Where a form stands in a text, however it is spaced, split, accented or written large. */
export function findForm(prepared: Prepared, form: Form): Found[] {
  return findForms(prepared, compileForms([form])).map(({ start, end }) => ({ start, end }))
}

/**
 * Whether the letters of a form stand anywhere in a text that may have lost its spaces, such as what a file holds
 * between its objects. Without edges of words a short form is found in longer words, so only spellings of five letters
 * and more are told.
 */
export function lettersMatch(text: string | Prepared, form: Form): boolean {
  const { letters } = typeof text === 'string' ? prepare(text) : text
  return needlesOf(form).some(
    (needle) => needle.letters.length >= SAFE_LETTERS && letters.includes(needle.letters),
  )
}

/** Whether two texts have the same letters and digits, whatever their accents, spaces and signs. */
export const sameLetters = (one: string, other: string): boolean => lettersOf(one) === lettersOf(other)

const SAFE_LETTERS = 5

function beginsHere(letters: string, from: number, { beginnings }: CompiledForms): boolean {
  for (let length = 1; length <= LETTERS_OF_A_BEGINNING; length++) {
    if (beginnings.has(letters.slice(from, from + length))) return true
  }
  return false
}

/** A word may end at an edge, or in front of the "s" of several people of that name. */
function mayEnd({ letters, edges }: Prepared, to: number): boolean {
  return edges[to] !== EDGE.none || (letters[to] === 's' && edges[to + 1] !== EDGE.none)
}

/** Names of the forms with a name between that they do not know: "Jane Anne Smith" for "Jane Smith". */
function withMiddle(prepared: Prepared, { open, longest }: CompiledForms, from: number, key: string): Hit[] {
  const sought = open.get(key)
  if (!sought || holds(prepared, sought.first, from) === null) return []
  const next = afterMiddle(prepared, from + key.length, key.length === 1)
  if (next === null) return []
  const found: Hit[] = []
  const last = Math.min(prepared.letters.length, next + longest)
  for (let to = next + 1; to <= last; to++) {
    if (!mayEnd(prepared, to)) continue
    for (const { form, needle } of sought.tails.get(prepared.letters.slice(next, to)) ?? []) {
      const end = holds(prepared, needle, next)
      if (end !== null) found.push({ form, start: prepared.starts[from] ?? 0, end, isTurned: false })
    }
  }
  return found
}

type Hit = FoundForm & { readonly isTurned: boolean }

function withoutInner(found: readonly Hit[]): FoundForm[] {
  const sorted = found.toSorted((a, b) => a.form - b.form || a.start - b.start || b.end - a.end)
  const kept: Hit[] = []
  for (const one of sorted) {
    const before = kept.at(-1)
    const isInside = before?.form === one.form && before.end >= one.end
    if (!isInside) kept.push(one)
  }
  return kept
    .filter((one, index) => !one.isTurned || !isOfOthers(one, kept[index - 1], kept[index + 1]))
    .map(({ form, start, end }) => ({ form, start, end }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end || a.form - b.form)
}

/** In "Amina Smith, Jane Smith" the comma parts two people: the name as it is usually written wins. */
function isOfOthers(turned: Hit, ...beside: readonly (Hit | undefined)[]): boolean {
  return beside.some(
    (other) =>
      other?.form === turned.form && !other.isTurned && other.start < turned.end && turned.start < other.end,
  )
}
