import { buffer } from 'node:stream/consumers'
import { ZipArchive } from 'archiver'
import { readSheet } from 'read-excel-file/universal'
import { AppError } from '#shared/errors.ts'
import { columnLetters } from '#shared/tables/headings.ts'
import { rowsInWords, type Table, type TableRow } from '#shared/tables/table.ts'
import { TABLE_LIMITS, tooLongCell, tooManyColumns, tooManyRows, tooMuch } from './limits.ts'
import type { FoundRows } from './read-delimited.ts'
import { damaged, unpackWorkbook, type WorkbookParts } from './unpack-workbook.ts'
import { lookAtSheet, padded, type SheetLook, sheetsOf } from './workbook-sheet.ts'

export type FoundSheet = FoundRows & Pick<Table, 'sheets' | 'sheet'>

/**
 * Reads one sheet of a workbook (.xlsx or .xlsm), the first that is shown when none is named: values only, nothing is
 * calculated and no macro runs. Days come as YYYY-MM-DD, numbers as they are shown with leading noughts.
 */
export async function readWorkbook(
  bytes: Buffer,
  wanted: string | null,
  maxRows: number,
): Promise<FoundSheet> {
  const parts = await unpackWorkbook(bytes)
  const places = sheetsOf(parts)
  const place = wanted
    ? places.find(({ name }) => name === wanted)
    : (places.find(({ isHidden, part }) => part && !isHidden) ?? places.find(({ part }) => part))
  if (!place?.part)
    throw new AppError(
      'invalid',
      wanted
        ? `The workbook has no sheet of cells called “${wanted}”.`
        : 'The workbook has no sheet of cells.',
    )
  const look = lookAtSheet(parts.get(place.part)!, parts.get('xl/styles.xml') ?? '')
  refuseTooLarge(look, maxRows)
  const rows =
    look.lastRow === 0 ? [] : rowsOf(await valuesOf(parts, place, places.indexOf(place), look), look)
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (filled.length > maxRows + 1) throw tooManyRows(maxRows)
  return {
    rows,
    sheets: places.flatMap(({ name, isHidden, part }) => (part ? [{ name, isHidden }] : [])),
    sheet: place.name,
    problems: problemsOf(look),
  }
}

function refuseTooLarge({ lastRow, lastColumn }: SheetLook, maxRows: number): void {
  if (lastRow > TABLE_LIMITS.lastRow)
    throw tooMuch(
      `The list reaches down to row ${lastRow.toLocaleString('en-GB')}, and ${maxRows.toLocaleString('en-GB')} rows are taken at once.`,
    )
  if (lastColumn > TABLE_LIMITS.columns) throw tooManyColumns(1)
}

type Value = string | boolean | Date | null | undefined
type Values = ReadonlyArray<readonly Value[]>

/** Has the library read a workbook of this one sheet, packed anew from what was counted while it was unpacked. */
async function valuesOf(
  parts: WorkbookParts,
  { part }: { readonly part: string | null },
  index: number,
  { xml }: SheetLook,
): Promise<Values> {
  const kept = [...parts].filter(([name]) => !name.startsWith('xl/worksheets/') || name === part)
  const zip = new ZipArchive({ store: true })
  for (const [name, text] of kept) zip.append(name === part ? xml : text, { name })
  void zip.finalize()
  const packed = await buffer(zip)
  const { buffer: bytes, byteOffset, length } = packed
  try {
    return (await readSheet<string>(bytes.slice(byteOffset, byteOffset + length) as ArrayBuffer, index + 1, {
      trim: false,
      parseNumber: plainNumber,
    })) as unknown as Values
  } catch (error) {
    throw damagedAt(error)
  }
}

/** The library names the first cell it cannot read. */
function damagedAt(error: unknown): AppError {
  const [, row, column] = (error instanceof Error && /row (\d+), col (\d+)/u.exec(error.message)) || []
  if (!row) return damaged(error)
  const cell = `${columnLetters(Number(column) - 1)}${row}`
  return new AppError(
    'invalid',
    `Cell ${cell} of the workbook cannot be read. Open it in a spreadsheet, put the value there again, save it and choose it.`,
    { cause: error },
  )
}

function rowsOf(values: Values, look: SheetLook): readonly TableRow[] {
  return values.map((cells, index) => {
    const row = index + 1
    const texts = cells.map((value, column) => {
      const text = textOf(value)
      const format = look.padded.get(`${columnLetters(column)}${row}`)
      return format ? padded(text, format) : text
    })
    if (texts.some((text) => text.length > TABLE_LIMITS.cell)) throw tooLongCell(row)
    return { row, cells: texts }
  })
}

/** A number without exponent and, as spreadsheets show it, without the dust of binary fractions beyond 15 digits. */
const plainNumber = (written: string) => {
  const number = Number(written)
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : written
}

/** A value as a person would type it. */
function textOf(value: Value): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dayAndTime(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value
}

/** A spreadsheet's days have no time zone; a day without a time is midnight. */
function dayAndTime(value: Date): string {
  const [day, time = ''] = value.toISOString().split('T')
  return time.startsWith('00:00:00') ? day! : `${day} ${time.slice(0, 5)}`
}

function problemsOf({ hiddenRows, formulas, valueless }: SheetLook): readonly string[] {
  return [
    ...(hiddenRows.length > 0
      ? [
          `${rowsInWords(hiddenRows)} ${hiddenRows.length === 1 ? 'is' : 'are'} hidden in the workbook and read all the same.`,
        ]
      : []),
    ...(formulas > 0
      ? [
          `${formulas === 1 ? 'One cell holds a formula' : `${formulas} cells hold formulas`}: the value last shown was taken, nothing was calculated.`,
        ]
      : []),
    ...(valueless > 0
      ? [
          `${valueless} of them hold no value and read as blank. Open the workbook in a spreadsheet, save it and choose it again.`,
        ]
      : []),
  ]
}
