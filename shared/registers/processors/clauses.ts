import { ARTICLE_28_TERMS, type Article28Term } from '#shared/law/article-28-terms.ts'
import type { ProcessorFacts } from './processor.fields.ts'

/** What a contract says on one point of Article 28. */
export type Clause = ProcessorFacts['clauses'][number]

/** A point of Article 28 with what was found on it; blank while nobody has looked. */
export type ClauseLine = { readonly term: Article28Term; readonly clause: Clause }

/** Every point of Article 28 in the order of the law, with what is recorded on it. */
export function clauseLines(clauses: readonly Clause[]): readonly ClauseLine[] {
  return ARTICLE_28_TERMS.map((term) => ({
    term,
    clause: clauses.find(({ clause }) => clause === term.code) ?? blankClause(term.code),
  }))
}

/** The clauses with one point answered; a point that is blank again is left out. */
export function withClause(
  clauses: readonly Clause[],
  code: string,
  changes: Partial<Omit<Clause, 'id' | 'clause'>>,
): readonly Clause[] {
  const before = clauses.find(({ clause }) => clause === code) ?? blankClause(code)
  const after = { ...before, ...changes }
  const others = clauses.filter((clause) => clause.clause !== code)
  const isBlank = after.answer === null && after.because === '' && after.page === '' && after.note === ''
  const kept = isBlank ? others : [...others, after]
  const order = ARTICLE_28_TERMS.map((term) => term.code)
  return kept.toSorted((one, other) => order.indexOf(one.clause ?? '') - order.indexOf(other.clause ?? ''))
}

/** How many points were looked up, how many the contract meets, and how many there are. */
export function clauseProgress(clauses: readonly Clause[]): {
  readonly answered: number
  readonly met: number
  readonly total: number
} {
  const answers = clauseLines(clauses).map(({ clause }) => clause.answer)
  return {
    answered: answers.filter((answer) => answer !== null).length,
    met: answers.filter((answer) => answer === 'yes' || answer === 'notApplicable').length,
    total: answers.length,
  }
}

function blankClause(code: string): Clause {
  return { id: code, clause: code, answer: null, because: '', page: '', note: '' }
}
