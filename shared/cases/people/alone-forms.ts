import { lettersOf } from '../needles/fold.ts'
import { nameParts } from '../needles/names.ts'

/** A part of a name that may stand for its person alone: "Priya" of Priya Nair, "Mrs Pell" of Nora Pell. */
export type AloneForm<Id> = {
  readonly person: Id
  readonly text: string
  /** Where it comes from, in words. */
  readonly because: string
  /** Others on the list who have the same part of a name, so that it says nobody’s. */
  readonly sharedWith: readonly Id[]
}

const TITLES = ['Mr', 'Mrs', 'Ms', 'Miss', 'Dr']

/**
 * What parts of the names on a list may stand alone for somebody, those first that are one person’s. Initials are none;
 * neither is a family name without a title, which is often a place or an everyday word.
 */
export function aloneForms<Id>(
  people: readonly { readonly id: Id; readonly name: string }[],
): AloneForm<Id>[] {
  const byGiven = new Map<string, Set<Id>>()
  const bySurname = new Map<string, Set<Id>>()
  const parts = people.map(({ id, name }) => ({ id, ...nameParts(name) }))
  for (const { id, given, surname } of parts) {
    note(byGiven, given[0] ?? '', id)
    note(bySurname, surname, id)
  }
  const forms = parts.flatMap(({ id, given, surname }) => {
    if (surname === '') return []
    const own = (text: string, because: string, all: ReadonlySet<Id> | undefined) => ({
      person: id,
      text,
      because,
      sharedWith: [...(all ?? [])].filter((other) => other !== id),
    })
    const first = given[0] ?? ''
    const alone =
      lettersOf(first).length > 1 ? [own(first, 'given name alone', byGiven.get(lettersOf(first)))] : []
    const all = bySurname.get(lettersOf(surname))
    return [...alone, ...TITLES.map((title) => own(`${title} ${surname}`, 'surname with a title', all))]
  })
  return forms.toSorted((a, b) => a.sharedWith.length - b.sharedWith.length)
}

function note<Id>(all: Map<string, Set<Id>>, part: string, id: Id): void {
  const letters = lettersOf(part)
  if (letters.length < 2) return
  all.set(letters, (all.get(letters) ?? new Set()).add(id))
}
