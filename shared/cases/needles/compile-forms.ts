import { type Form, type Needle, needlesOf, openNeedlesOf } from './needle.ts'

/** A spelling, and the place of its form in the list of forms. */
export type Sought = { readonly form: number; readonly needle: Needle }

/** A given name or an initial, after which family names may follow with a name between. */
export type OpenSought = { readonly first: Needle; readonly tails: ReadonlyMap<string, readonly Sought[]> }

/** Many forms made ready to be looked for at once. */
export type CompiledForms = {
  readonly byLetters: ReadonlyMap<string, readonly Sought[]>
  readonly open: ReadonlyMap<string, OpenSought>
  /** The first letters of every spelling, so that most places of a text are passed by at once. */
  readonly beginnings: ReadonlySet<string>
  readonly lengths: ReadonlySet<number>
  readonly longest: number
}

/** How many first letters are compared before anything else; a shorter spelling is compared whole. */
export const LETTERS_OF_A_BEGINNING = 4

/** Makes many forms ready to be looked for at once; finds name a form by its place in this list. */
export function compileForms(forms: readonly Form[]): CompiledForms {
  const byLetters = new Map<string, Sought[]>()
  const open = new Map<string, { first: Needle; tails: Map<string, Sought[]> }>()
  forms.forEach((form, index) => {
    for (const needle of needlesOf(form)) push(byLetters, { form: index, needle })
    for (const { first, tail } of openNeedlesOf(form)) {
      const known = open.get(first.letters) ?? { first, tails: new Map() }
      push(known.tails, { form: index, needle: tail })
      open.set(first.letters, known)
    }
  })
  const letters = [...byLetters.keys(), ...open.keys()]
  const lengths = new Set(letters.map(({ length }) => length))
  const longest = letters.reduce((most, { length }) => Math.max(most, length), 0)
  const beginnings = new Set(letters.map((one) => one.slice(0, LETTERS_OF_A_BEGINNING)))
  return { byLetters, open, beginnings, lengths, longest }
}

function push(all: Map<string, Sought[]>, sought: Sought): void {
  const known = all.get(sought.needle.letters)
  if (known) known.push(sought)
  else all.set(sought.needle.letters, [sought])
}
