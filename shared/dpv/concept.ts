import type { CodeListEntry } from '#shared/law/code-list.ts'

/** One term of the extension vocabulary, or of the Data Privacy Vocabulary where that has it: what stands for a code. */
export type Concept = {
  /** What records keep. */
  readonly code: string
  /** Its short name, for example "dpouk:A6-1-ea". */
  readonly name: string
  /** What is said of it in the extension; null for a term of the Data Privacy Vocabulary itself. */
  readonly said: {
    readonly label: string
    /** What our code list says of it besides; may be empty. */
    readonly note: string
    readonly source: string
    /** What to check before relying on it. */
    readonly check: string | null
    /** The classes of the Data Privacy Vocabulary it is one of. */
    readonly isA: readonly string[]
    readonly broader: readonly string[]
    readonly closeMatch: readonly string[]
  } | null
}

/** What a term is in the Data Privacy Vocabulary. */
export type Place = {
  readonly isA?: readonly string[]
  readonly broader?: readonly string[]
  readonly closeMatch?: readonly string[]
}

/** The terms of a code list, each with its place; `prefix` keeps the names of different lists apart. */
export function conceptsOf(
  list: readonly CodeListEntry[],
  prefix: string,
  placeOf: (code: string) => Place,
): readonly Concept[] {
  return list.map((entry) => {
    const { isA = [], broader = [], closeMatch = [] } = placeOf(entry.code)
    return {
      code: entry.code,
      name: `dpouk:${prefix}${entry.code}`,
      said: {
        label: entry.label,
        note: entry.note,
        source: entry.citation,
        check: entry.check,
        isA,
        broader,
        closeMatch,
      },
    }
  })
}

/** Codes for which the Data Privacy Vocabulary has terms of its own. */
export function dpvConcepts(names: Readonly<Record<string, string>>): readonly Concept[] {
  return Object.entries(names).map(([code, name]) => ({ code, name, said: null }))
}
