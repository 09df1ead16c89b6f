import { AppError } from '#shared/errors.ts'
import { rowsInWords } from '#shared/tables/table.ts'

/** What a file may hold at most; only cells and columns are ever in memory, so rows have no limit. */
export const SOURCE_LIMITS = {
  /** Letters in one cell, and bytes of one in a database. */
  cell: 16 * 1024 ** 2,
  /** Letters of one row, all its cells together. */
  row: 64 * 1024 ** 2,
  columns: 5_000,
  tables: 2_000,
  /** Objects or elements inside each other. */
  depth: 100,
  /** Bytes of the texts that a workbook keeps apart from its sheets. */
  sharedTexts: 256 * 1024 ** 2,
  /** Bytes of one part of a workbook when it is unpacked. */
  part: 8 * 1024 ** 3,
} as const

const count = (number: number) => number.toLocaleString('en-GB')

/** Rows of which the first ones are known by their numbers. */
export type Places = { readonly first: number[]; count: number }

/** No rows yet. */
export const noPlaces = (): Places => ({ first: [], count: 0 })

/** Adds a row, unless it is the last that was added. */
export function addPlace(places: Places, row: number): void {
  if (places.first.at(-1) === row) return
  places.count += 1
  if (places.first.length < 10) places.first.push(row)
}

/** "Rows 4, 7 and 9 below the headings". */
export function saidOfPlaces({ first, count: all }: Places): string {
  const rest = all - first.length
  // The row of the headings is row 0.
  if (first[0] === 0)
    return all === 1 ? 'The row of the headings' : `The row of the headings and ${count(all - 1)} more`
  const said = rest > 0 ? `Rows ${first.join(', ')} and ${count(rest)} more` : rowsInWords(first)
  return `${said} below the headings`
}

/** The refusal of a cell that is longer than any text people write there. */
export const tooLongCell = (row: number) =>
  new AppError(
    'invalid',
    `Row ${count(row)} below the headings holds a cell of more than 16 million letters: a quotation mark that is never closed, or a whole file in one cell. Mend it in the file, or have the system export it anew without that column.`,
  )

/** The refusal of a row or table of more columns than anybody decides about. */
export const tooManyColumns = (row: number) =>
  new AppError(
    'invalid',
    `Row ${count(row)} below the headings brings more than ${count(SOURCE_LIMITS.columns)} columns. Check what stands between the cells, or have the system export fewer columns.`,
  )

/** The refusal of objects or elements that lie too deep inside each other. */
export const tooDeep = () =>
  new AppError(
    'invalid',
    `The file has more than ${SOURCE_LIMITS.depth} levels inside each other, which no export of a system has. Have the system export it as CSV.`,
  )

/** The refusal of a name of a table that the file does not have. */
export const noSuchTable = (fileName: string, table: string) =>
  new AppError(
    'invalid',
    `“${fileName}” has no table called “${table.slice(0, 120)}”. Choose one of its tables.`,
  )

/** The name of the one table of a file whose table has none. */
export const ONLY_TABLE = ''

/** The refusal of a file in which there is no row. */
export const nothingIn = (fileName: string) =>
  new AppError(
    'invalid',
    `“${fileName}” holds no row with anything in it. Have the system export it again, and choose that.`,
  )
