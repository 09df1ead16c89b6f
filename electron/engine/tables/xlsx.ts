import writeExcelFile, { type CellObject, type Row, type Sheet } from 'write-excel-file/node'
import { CONTROLLER_HEADER, PROCESSOR_HEADER, type RopaHeader } from '#shared/law/ico-ropa-columns.ts'
import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import {
  type Directory,
  directoryOf,
  inRecordOrder,
  isProcessorActivity,
} from '#shared/registers/reports/directory.ts'
import {
  controllerColumns,
  processorColumns,
  type RecordCell,
  type RecordColumn,
  registerColumns,
} from '#shared/registers/reports/record-table.ts'
import { dateCell, textCell } from './cells.ts'
import { withFixedTimes } from './fixed-times.ts'
import { aboutSheet, organisationsSheet, partyCells } from './xlsx-parties.ts'

const SHADE = '#DCE6EE'
const REQUIRED_SHADE = '#E2EFDA'
/**
 * The record as a spreadsheet in the ICO template's layout: who keeps it in rows 1 to 6,
 * groups in row 8, headings in row 9, one activity a row from row 10; columns A to AD are the ICO's,
 * those after it this register's. All cells hold text or dates, none a formula. The same content and stamp give the same bytes.
 */
export async function recordXlsx(content: RegisterContent, stamp: Stamp): Promise<Buffer> {
  const directory = directoryOf(content)
  const activities = inRecordOrder(content.activities)
  const own = registerColumns(directory)
  const forRole = (isProcessor: boolean) =>
    activities.filter((found) => isProcessorActivity(found) === isProcessor)
  const sheets: Sheet<Buffer>[] = [
    recordSheet(
      'Controller record',
      CONTROLLER_HEADER,
      [...controllerColumns(directory), ...own],
      forRole(false),
      directory,
    ),
    recordSheet(
      'Processor record',
      PROCESSOR_HEADER,
      [...processorColumns(directory), ...own],
      forRole(true),
      directory,
    ),
    organisationsSheet(content, directory),
    aboutSheet(content, stamp),
  ]
  const bytes = await writeExcelFile(sheets as never, { fontFamily: 'Calibri', fontSize: 10 }).toBuffer()
  return withFixedTimes(bytes, stamp.madeAt)
}

function recordSheet(
  name: string,
  header: RopaHeader,
  columns: readonly RecordColumn[],
  activities: readonly Activity[],
  directory: Directory,
): Sheet<Buffer> {
  const rows: Row[] = [
    ...partyRows(header, activities, directory),
    [],
    groupRow(columns),
    columns.map(({ heading, required }) => ({
      ...headingCell(heading),
      backgroundColor: required ? REQUIRED_SHADE : SHADE,
    })),
    ...activities.map((activity) => columns.map(({ cell }) => cellOf(cell(activity)))),
  ]
  return {
    data: rows,
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 9,
    orientation: 'landscape',
    dateFormat: 'dd/mm/yyyy',
  }
}

function partyRows(header: RopaHeader, activities: readonly Activity[], directory: Directory): Row[] {
  const ids = [...new Set(activities.map(({ organisationId }) => organisationId))]
  const parties = partyCells(ids, directory)
  const label = (text: string): CellObject => ({ ...textCell(text), fontWeight: 'bold' })
  const titles = header.parties.flatMap((party) => [label(party), null])
  const fields = header.fields.map((field, index) =>
    parties.flatMap((party) => [textCell(field), textCell(party[index] ?? '')]),
  )
  return [
    titles,
    ...fields,
    [
      {
        ...textCell(`${header.citation}. What is not settled yet reads “To be determined”.`),
        fontStyle: 'italic',
      },
    ],
  ]
}

/** A heading over the first column of each group, spanning it. */
function groupRow(columns: readonly RecordColumn[]): Row {
  return columns.map(({ group }, index) => {
    if (columns[index - 1]?.group === group) return null
    const columnSpan = columns.filter((other) => other.group === group).length
    return { ...headingCell(group), backgroundColor: SHADE, columnSpan }
  })
}

function headingCell(text: string): CellObject {
  return { ...textCell(text), fontWeight: 'bold', borderStyle: 'thin', borderColor: '#9AA7B2' }
}

function cellOf(cell: RecordCell): CellObject {
  return cell.kind === 'date' ? dateCell(cell.day) : textCell(cell.lines.join('\n'))
}
