import { FORMULA_START } from '../../tables/csv.ts'

/**
 * A text as a CSV cell that no spreadsheet calculates. Unlike the tables that are for reading only, it can be undone: texts
 * that begin with apostrophes and go on like a formula get one more.
 */
export function withGuard(text: string): string {
  return isLikeFormula(text) ? `'${text}` : text
}

/** The text that a cell of a CSV stands for. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && isLikeFormula(cell) ? cell.slice(1) : cell
}

/** How a reader takes the apostrophes away again, in words. */
export const GUARD_SAYS = `So that no spreadsheet calculates it, an apostrophe stands before each text that begins like a formula. Where a text begins with one apostrophe or more and what follows them matches ${FORMULA_START.source}, take the first apostrophe away.`

function isLikeFormula(text: string): boolean {
  return FORMULA_START.test(text.startsWith("'") ? text.replace(/^'+/u, '') : text)
}
