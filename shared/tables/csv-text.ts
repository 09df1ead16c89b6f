/** What spreadsheets take for the beginning of a formula, also in full width and behind blanks that they skip. */
const FORMULA_START = /^[\s\u00A0\u200B\uFEFF]*[=+\-@\t\r\n＝＋－＠]|^[\t\r\n]/u

/** Rows as CSV with its byte order mark, for a spreadsheet to open: an apostrophe stands before what could begin a formula. */
export function csvText(rows: ReadonlyArray<readonly string[]>): string {
  const lines = rows.map((row) => row.map(cellText).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function cellText(cell: string): string {
  const plain = cell.replaceAll(/\r\n?/gu, '\n').toWellFormed()
  const guarded = FORMULA_START.test(plain) ? `'${plain}` : plain
  return /[\n,"]/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
