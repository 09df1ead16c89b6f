import type { TableRow } from './table.ts'

/** A table divided into what its columns are called and the rows below. */
export type HeadedTable = {
  /** One for each column, no two alike: an empty one is called after its letter, a second one is numbered. */
  readonly headings: readonly string[]
  readonly rows: readonly TableRow[]
}

/** Divides the rows of a table; without a row of headings the columns are called by their letters. */
export function headed(rows: readonly TableRow[], firstRowIsHeadings: boolean): HeadedTable {
  const [first, ...others] = rows
  if (!first) return { headings: [], rows: [] }
  const named = firstRowIsHeadings ? first.cells : first.cells.map(() => '')
  return { headings: distinct(named), rows: firstRowIsHeadings ? others : rows }
}

/** The letters a spreadsheet calls a column by, counted from 0: A, Z, AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter
}

function distinct(named: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return named.map((cell, index) => {
    const plain = cell.replaceAll(/\s+/gu, ' ').trim().slice(0, 120) || `Column ${columnLetters(index)}`
    const free = [plain, ...named.map((_, nth) => `${plain} (${nth + 2})`)].find((name) => !taken.has(name))!
    taken.add(free)
    return free
  })
}
