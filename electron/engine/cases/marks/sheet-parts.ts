import type { PagePart } from '#shared/registers/cases/case-marks.contract.ts'

type Cell = { readonly text: string; readonly start: number; readonly end: number; readonly column: number }
type Row = {
  readonly number: number
  readonly start: number
  readonly end: number
  readonly cells: readonly Cell[]
}

/** What stands between two cells of a row: a tab in the file, an upright stroke where its rows are laid out. */
const BETWEEN = /\t| \| /gu

/** A line of so many letters may be one that breaks because it is too long. */
const LONG_LINE = 70

/** "A" for the first column, "AA" for the twenty-seventh. */
export function columnName(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26))
  return column < 26 ? last : `${columnName(Math.floor(column / 26) - 1)}${last}`
}

/**
 * The rows, columns and cells of a page of a sheet, in this order. Rows are counted as the pages show them, on from
 * those before; a column that goes on over several pages has the same name on each. A long row that breaks over two
 * lines is told apart by its number of cells.
 */
export function sheetParts(sheet: string, text: string, before: readonly string[]): PagePart[] {
  const widest = Math.max(1, ...[...before, text].map(widestOf))
  let rows = 0
  before.forEach((page, index) => (rows += rowsOf(page, sheet, widest, 0, index === 0).length))
  const here = rowsOf(text, sheet, widest, rows, before.length === 0)
  return [
    ...here.map(({ number, start, end }) => part(sheet, `${number}:${number}`, text, start, end)),
    ...columnsOf(here).flatMap(({ column, cells }) =>
      cells.map(({ start, end }) =>
        part(sheet, `${columnName(column)}:${columnName(column)}`, text, start, end),
      ),
    ),
    ...here.flatMap(({ number, cells }) =>
      cells.map(({ column, start, end }) => part(sheet, `${columnName(column)}${number}`, text, start, end)),
    ),
  ]
}

const part = (sheet: string, ref: string, text: string, start: number, end: number): PagePart => ({
  target: { kind: 'cells', sheet, ref },
  text: text.slice(start, end),
  start,
  end,
})

const widestOf = (text: string) => Math.max(...text.split('\n').map((line) => line.split(BETWEEN).length))

function rowsOf(text: string, sheet: string, widest: number, before: number, isFirst: boolean): Row[] {
  const rows: Row[] = []
  let at = 0
  for (const [index, line] of text.split('\n').entries()) {
    const start = at
    at += line.length + 1
    const isHeading = isFirst && index === 0 && line.trim() === `Sheet ${sheet}`
    if (line.trim() === '' || isHeading) continue
    const last = rows.at(-1)
    const [begun, more] = [last?.cells.length ?? widest, line.split(BETWEEN).length]
    // A line that is too long breaks between words, so what goes on makes up the cells that were missing.
    const isLong = last !== undefined && last.end - last.start >= LONG_LINE
    if (last && isLong && begun < widest && begun + more - 1 <= widest && more < widest)
      rows[rows.length - 1] = joinedRow(last, line, start)
    else
      rows.push({
        number: before + rows.length + 1,
        start,
        end: start + line.trimEnd().length,
        cells: cellsOf(line, start, 0),
      })
  }
  return rows
}

function joinedRow(row: Row, line: string, start: number): Row {
  const first = row.cells.length - 1
  const [continued, ...others] = cellsOf(line, start, first)
  const cells = row.cells.map((cell, index) =>
    index === first && continued ? { ...cell, end: continued.end } : cell,
  )
  return { ...row, end: start + line.trimEnd().length, cells: [...cells, ...others] }
}

function cellsOf(line: string, start: number, firstColumn: number): Cell[] {
  let at = start
  const cells: Cell[] = []
  let column = firstColumn
  for (const piece of line.split(/(\t| \| )/u)) {
    if (piece === '\t' || piece === ' | ') column += 1
    else if (piece.trim() !== '') {
      const from = at + (piece.length - piece.trimStart().length)
      cells.push({ text: piece.trim(), start: from, end: from + piece.trim().length, column })
    }
    at += piece.length
  }
  return cells
}

function columnsOf(rows: readonly Row[]): { readonly column: number; readonly cells: readonly Cell[] }[] {
  const columns = Map.groupBy(
    rows.flatMap(({ cells }) => cells),
    ({ column }) => column,
  )
  return [...columns]
    .map(([column, cells]) => ({ column, cells }))
    .toSorted((one, other) => one.column - other.column)
}
