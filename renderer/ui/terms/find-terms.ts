import type { Term, TermId, VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'

type Findable = Pick<Term, 'id' | 'vocabulary' | 'name' | 'synonyms' | 'deprecatedOn'> & {
  readonly uses: number
}

/** Case and accents do not matter when a term is looked for. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en-GB').trim()
}

/**
 * The terms of a list that match what was typed, by name or synonym: those
 * that begin with it first, then the most used. Deprecated terms and those
 * chosen already are left out.
 */
export function findTerms<Found extends Findable>(
  terms: readonly Found[],
  vocabulary: VocabularyName,
  typed: string,
  chosen: readonly TermId[],
): Found[] {
  const wanted = foldForSearch(typed)
  return terms
    .filter(
      (term) => term.vocabulary === vocabulary && term.deprecatedOn === null && !chosen.includes(term.id),
    )
    .map((term) => ({ term, rank: rankOf(term, wanted) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .toSorted(
      (one, other) =>
        one.rank - other.rank ||
        other.term.uses - one.term.uses ||
        one.term.name.localeCompare(other.term.name),
    )
    .map(({ term }) => term)
}

/** Whether a list holds a term of this very name, so that no second one is made. */
export function isTermName(terms: readonly Findable[], vocabulary: VocabularyName, typed: string): boolean {
  const wanted = foldForSearch(typed)
  return terms.some((term) => term.vocabulary === vocabulary && foldForSearch(term.name) === wanted)
}

const NO_MATCH = 3

function rankOf(term: Findable, wanted: string): number {
  const name = foldForSearch(term.name)
  if (name.startsWith(wanted)) return 0
  if (name.includes(wanted)) return 1
  return term.synonyms.some((synonym) => foldForSearch(synonym).includes(wanted)) ? 2 : NO_MATCH
}
