import { stringify } from 'csv-stringify/sync'
import type { RegisterContent } from '#shared/records/register-content.ts'
import { directoryOf, inRecordOrder } from '#shared/registers/reports/directory.ts'
import { combinedColumns, type RecordCell } from '#shared/registers/reports/record-table.ts'

/** What spreadsheets take for the beginning of a formula, also in full width and behind blanks that they skip. */
export const FORMULA_START = /^[\s\u00A0\u200B\uFEFF]*[=+\-@\t\r\n＝＋－＠]|^[\t\r\n]/u

/**
 * A text as a CSV cell that no spreadsheet calculates: an apostrophe stands before what could begin a formula.
 * The apostrophe is part of the file, so the CSV is for reading; the JSON form is the lossless copy.
 */
export function guarded(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text
}

/** Rows as CSV: RFC 4180, CRLF between rows, every formula start guarded. Lines inside a cell end in LF. */
export function csvRows(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map((cell) => guarded(cell.replaceAll(/\r\n?/gu, '\n').toWellFormed()))),
    { record_delimiter: 'windows', quoted_match: /[\r\n,"]/u },
  )
}

/** What tells spreadsheets that a text is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

const ROWS_AT_ONCE = 100

/** The record as one CSV table in pieces: the ICO's columns, then those of the register and of processors. */
export function* recordCsv(content: RegisterContent): Generator<string> {
  const columns = combinedColumns(directoryOf(content))
  yield BYTE_ORDER_MARK + csvRows([columns.map(({ heading }) => heading)])
  const activities = inRecordOrder(content.activities)
  for (let from = 0; from < activities.length; from += ROWS_AT_ONCE) {
    const some = activities.slice(from, from + ROWS_AT_ONCE)
    yield csvRows(some.map((activity) => columns.map(({ cell }) => cellText(cell(activity)))))
  }
}

/** A cell as text: lines under one another, a day as YYYY-MM-DD. */
export function cellText(cell: RecordCell): string {
  return cell.kind === 'date' ? cell.day : cell.lines.join('\n')
}
