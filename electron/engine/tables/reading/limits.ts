import { AppError } from '#shared/errors.ts'

/** What a table may hold at most, so that no file can exhaust the machine. */
export const TABLE_LIMITS = {
  /** Of the file as it lies on the disk. */
  bytes: 20 * 1024 ** 2,
  /** Of the parts of a workbook that are unpacked. */
  unpackedBytes: 64 * 1024 ** 2,
  columns: 200,
  /** Letters in one cell; a spreadsheet holds 32,767. */
  cell: 100_000,
  /** The last row of a workbook that may hold something; the rows before it may be blank. */
  lastRow: 50_000,
} as const

/** Refuses what is beyond a limit, in a sentence with the way out. */
export function tooMuch(what: string): AppError {
  return new AppError('invalid', `${what} Divide the list into several files and bring them in one by one.`)
}

const count = (number: number) => number.toLocaleString('en-GB')

/** The refusal of a table that has more rows than are wanted. */
export const tooManyRows = (limit: number) => tooMuch(`The list has more than ${count(limit)} rows.`)

/** The refusal of a row that has more columns than anybody maps. */
export const tooManyColumns = (row: number) =>
  new AppError(
    'invalid',
    `Row ${count(row)} has more than ${TABLE_LIMITS.columns} columns. Keep the columns that are needed, save the list and choose it again.`,
  )

/** The refusal of a cell that is longer than any text people write there. */
export const tooLongCell = (row: number) =>
  new AppError(
    'invalid',
    `A cell in row ${count(row)} has more than ${count(TABLE_LIMITS.cell)} letters. Shorten it, save the list and choose it again.`,
  )
