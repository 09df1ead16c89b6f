import writeExcelFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/node'
import type { AnyRecord } from '#shared/described/register.ts'
import type { Stamp } from '#shared/records/register-content.ts'
import { describedColumns, entryTables, type TableColumn } from '#shared/registers/reports/described-table.ts'
import { inRecordOrder } from '#shared/registers/reports/directory.ts'
import type { TableCell } from '#shared/registers/reports/table-cell.ts'
import type { Telling } from '#shared/registers/reports/telling.ts'
import type { Progress } from '../pdf/write-record.ts'
import { dateCell, momentCell, numberCell, textCell } from './cells.ts'
import { withFixedTimes } from './fixed-times.ts'
import { stampSheet } from './xlsx-parties.ts'

const SHADE = '#DCE6EE'
const ROWS_BETWEEN_STEPS = 200

/**
 * A described register as a spreadsheet: one sheet with a record a row, one for each list field with an entry a row,
 * and one that says which register this is. Days are dates, numbers numbers, everything else text; no cell is a formula.
 * The same records and stamp give the same bytes.
 */
export async function registerXlsx(
  records: readonly AnyRecord[],
  telling: Telling,
  stamp: Stamp,
  step: Progress = async () => {},
): Promise<Buffer> {
  const ordered = inRecordOrder(records)
  const { label } = telling.description
  const names = sheetNames([label, ...entryTables(telling).map((table) => table.label)])
  const sheets = [await sheetOf(names[0]!, describedColumns(telling), ordered, step)]
  for (const [index, { columns, rowsOf }] of entryTables(telling).entries())
    sheets.push(await sheetOf(names[index + 1]!, columns, ordered.flatMap(rowsOf), step))
  return packed(sheets, records.length, stamp, step)
}

/** One table as a spreadsheet, with a sheet that says which register it is from, in the same manner. */
export async function tableXlsx<Kind>(
  name: string,
  columns: readonly TableColumn<Kind>[],
  rows: readonly Kind[],
  stamp: Stamp,
  step: Progress = async () => {},
): Promise<Buffer> {
  const [sheetName] = sheetNames([name])
  return packed([await sheetOf(sheetName!, columns, rows, step)], rows.length, stamp, step)
}

async function packed(
  sheets: readonly Sheet<Buffer>[],
  count: number,
  stamp: Stamp,
  step: Progress,
): Promise<Buffer> {
  await step(count, count + 1, 'Packing the spreadsheet')
  const all = [...sheets, stampSheet(stamp, ['Records', `${count}`])]
  const bytes = await writeExcelFile(all as never, { fontFamily: 'Calibri', fontSize: 10 }).toBuffer()
  return withFixedTimes(bytes, stamp.madeAt)
}

async function sheetOf<Kind>(
  name: string,
  columns: readonly TableColumn<Kind>[],
  rows: readonly Kind[],
  step: Progress,
): Promise<Sheet<Buffer>> {
  const data: Row[] = [columns.map(({ heading }) => headingCell(heading))]
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_BETWEEN_STEPS === 0) await step(index, rows.length + 1, `Writing the sheet “${name}”`)
    data.push(columns.map(({ cell }) => cellOf(cell(row))))
  }
  return {
    data,
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
    dateFormat: 'dd/mm/yyyy',
  }
}

function headingCell(text: string): CellObject {
  return {
    ...textCell(text),
    fontWeight: 'bold',
    backgroundColor: SHADE,
    borderStyle: 'thin',
    borderColor: '#9AA7B2',
  }
}

function cellOf(cell: TableCell): CellObject {
  switch (cell.kind) {
    case 'date':
      return dateCell(cell.day)
    case 'moment':
      return momentCell(cell.at)
    case 'number':
      return numberCell(cell.value)
    case 'text':
      return textCell(cell.lines.join('\n'))
  }
}

/** A spreadsheet allows no more letters in the name of a sheet. */
const LONGEST_NAME = 31

/** Names a spreadsheet accepts, each once; the last sheet, “About”, takes its own. */
function sheetNames(labels: readonly string[]): readonly string[] {
  const taken = new Set(['about'])
  return labels.map((label) => {
    const plain = label.replaceAll(/[\\/?*[\]:]/gu, ' ').replaceAll(/^'|'$/gu, '')
    for (let count = 1; ; count += 1) {
      const end = count === 1 ? '' : ` ${count}`
      const name = plain.slice(0, LONGEST_NAME - end.length).trim() + end
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  })
}
