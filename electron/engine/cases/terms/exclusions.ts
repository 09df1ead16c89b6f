import { compileForms, findForms, prepare } from '#shared/cases/needles/find-form.ts'
import type { CaseStore } from '../open-cases.ts'

/** A place that is to stay, and the term that says so. */
export type Kept = { readonly term: number; readonly place: readonly [start: number, end: number] }

/** Says which places of a text are to stay; with nothing to ask it always answers nothing. */
export type Exclusions = { readonly isEmpty: boolean; readonly of: (text: string) => readonly Kept[] }

/** What the exclusions of a case let stay, without one that goes: they win over everything else. */
export function exclusionsOf({ raw }: CaseStore, besides = 0): Exclusions {
  const terms = raw
    .prepare<[number], { id: number; text: string }>(
      `select id, text from terms where kind = 'exclude' and id <> ? order by id`,
    )
    .all(besides)
  if (terms.length === 0) return { isEmpty: true, of: () => [] }
  const compiled = compileForms(terms.map(({ text }) => ({ text, kind: 'alias' })))
  return {
    isEmpty: false,
    of: (text) =>
      findForms(prepare(text), compiled).map(({ form, start, end }) => ({
        term: terms[form]!.id,
        place: [start, end],
      })),
  }
}
