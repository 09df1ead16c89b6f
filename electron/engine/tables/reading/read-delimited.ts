import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { AppError } from '#shared/errors.ts'
import type { Delimiter, TableRow } from '#shared/tables/table.ts'
import { TABLE_LIMITS, tooLongCell, tooManyColumns, tooManyRows } from './limits.ts'

type Step = (done: number, total: number, doing: string) => Promise<void>

/** The rows of a table as they were found: the blank ones are among them, and they may differ in length. */
export type FoundRows = { readonly rows: readonly TableRow[]; readonly problems: readonly string[] }

/** Letters of one record, all its cells together. */
const LONGEST_RECORD = 1_000_000
const ROWS_BETWEEN_STEPS = 500

/**
 * Reads text divided by a delimiter as RFC 4180 has it: quoted cells may hold the delimiter, doubled quotation marks
 * and line ends, and lines may end in any of the three usual ways. A mark inside a cell that is not quoted stands for
 * itself. Refuses a quotation mark that is never closed, and more rows than are wanted.
 */
export async function readDelimited(
  text: string,
  delimiter: Delimiter,
  maxRows: number,
  step: Step,
): Promise<FoundRows> {
  const parser = Readable.from(pieces(Buffer.from(text.replaceAll('\u0000', '')))).pipe(
    parse({
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_RECORD,
    }),
  )
  const rows: TableRow[] = []
  let filled = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      const row = rows.length + 1
      if (row % ROWS_BETWEEN_STEPS === 0) await step(row, Math.max(row, maxRows), 'Reading the list')
      if (cells.length > TABLE_LIMITS.columns) throw tooManyColumns(row)
      if (cells.some((cell) => cell.length > TABLE_LIMITS.cell)) throw tooLongCell(row)
      if (cells.some((cell) => cell.trim() !== '')) filled += 1
      // One more than the rows wanted, since the first may hold the headings.
      if (filled > maxRows + 1 || row > TABLE_LIMITS.lastRow) throw tooManyRows(maxRows)
      rows.push({ row, cells })
    }
  } catch (error) {
    throw explained(error)
  }
  return { rows, problems: strangeLetters(text) }
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536)
}

function explained(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error
  const row = Number((error as { readonly records?: number }).records) + 1
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return new AppError(
      'invalid',
      `Row ${row}: a quotation mark is opened and never closed. Close it in the file, or save the list as .xlsx, and choose it again.`,
      { cause: error },
    )
  if (error.code === 'CSV_MAX_RECORD_SIZE') return tooLongCell(row)
  return new AppError(
    'invalid',
    `Row ${row} cannot be read as a row of a table. Save the list as .xlsx and choose that file.`,
    { cause: error },
  )
}

function strangeLetters(text: string): readonly string[] {
  const count = (sign: string) => text.split(sign).length - 1
  const [noughts, unreadable] = [count('\u0000'), count('\uFFFD')]
  return [
    ...(noughts > 0 ? [`${noughts} NUL characters were left out of the text.`] : []),
    ...(unreadable > 0
      ? [`${unreadable} letters could not be read in this encoding. Choose another one if names look wrong.`]
      : []),
  ]
}
