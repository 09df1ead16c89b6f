import { AppError } from '#shared/errors.ts'
import type { TableLook } from '#shared/portability/source.ts'
import { attribute, type SheetPlace, sheetPlaces, tags } from '../../tables/reading/workbook-sheet.ts'
import { cellFormats } from './cell-formats.ts'
import type { ChosenFile } from './chosen-file.ts'
import { notesOfNames } from './column-names.ts'
import { saidOfBlank, saidOfLonger } from './csv-notes.ts'
import { headedRows, newRowTally, type RowTally } from './headed-rows.ts'
import { noSuchTable } from './limits.ts'
import { sharedTexts } from './shared-texts.ts'
import { newSheetTally, sheetReader, type SheetTally, type Workbook } from './sheet-cells.ts'
import type { OpenSource, SourceBatch } from './source.ts'
import { openWorkbookZip, type WorkbookZip } from './workbook-zip.ts'

type Tally = RowTally & SheetTally
type Sheet = SheetPlace & { readonly part: string }

const newTally = (): Tally => ({ ...newRowTally(), ...newSheetTally() })

/**
 * The sheets of a workbook (.xlsx or .xlsm) as a source: values only, nothing is calculated and no macro runs. Days and
 * times come in ISO 8601, numbers as they are shown with leading noughts.
 */
export async function openXlsx(file: ChosenFile): Promise<Omit<OpenSource, 'close'>> {
  const zip = await openWorkbookZip(file)
  const list = await zip.text('xl/workbook.xml')
  const sheets = sheetPlaces(
    list,
    await zip.text('xl/_rels/workbook.xml.rels'),
    (part) => zip.has(part) && !/chartsheets|dialogsheets/u.test(part),
  ).filter((sheet): sheet is Sheet => sheet.part !== null)
  if (sheets.length === 0)
    throw new AppError('invalid', `“${file.fileName}” has no sheet of cells. Choose another workbook.`)
  const workbook: Workbook = {
    shared: await sharedTexts(zip),
    formats: cellFormats(await zip.text('xl/styles.xml')),
    is1904: tags(list, 'workbookPr').some((tag) => /^(?:1|true)$/u.test(attribute(tag, 'date1904'))),
  }
  let tally = newTally()
  return {
    fileName: file.fileName,
    form: 'xlsx',
    bytes: file.bytes,
    encoding: null,
    delimiter: null,
    tables: () => looksOf(zip, workbook, sheets),
    async *read(wanted) {
      const sheet =
        wanted === '' && sheets.length === 1 ? sheets[0] : sheets.find(({ name }) => name === wanted)
      if (!sheet) throw noSuchTable(file.fileName, wanted)
      tally = newTally()
      yield* rowsOf(zip, workbook, sheet, tally)
      await file.refuseChanged()
    },
    notes: () => [...hiddenSheets(sheets), ...notesOf(tally)],
  }
}

async function looksOf(zip: WorkbookZip, workbook: Workbook, sheets: readonly Sheet[]): Promise<TableLook[]> {
  const looks: TableLook[] = []
  for (const sheet of sheets) {
    let columns = 0
    for await (const batch of rowsOf(zip, workbook, sheet, newTally())) {
      columns = batch.columns.length
      break
    }
    looks.push({ name: sheet.name, columns, rows: columns === 0 ? 0 : null })
  }
  return looks
}

async function* rowsOf(
  zip: WorkbookZip,
  workbook: Workbook,
  { part }: Sheet,
  tally: Tally,
): AsyncGenerator<SourceBatch> {
  const table = headedRows(tally)
  let last = 0
  const reader = sheetReader(workbook, tally, (row, values) => {
    // Rows that hold nothing are often not written down.
    table.take(values, Math.max(0, row - last - 1))
    last = Math.max(row, last)
  })
  for await (const piece of zip.pieces(part)) {
    reader.write(piece)
    const batch = table.batch()
    if (batch) yield batch
  }
  reader.end()
  const batch = table.batch()
  if (batch) yield batch
}

const hiddenSheets = (sheets: readonly Sheet[]): readonly string[] => {
  const hidden = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => `“${name}”`)
  return hidden.length > 0 ? [`Hidden in the workbook: ${hidden.slice(0, 10).join(', ')}.`] : []
}

function notesOf(tally: Tally): readonly string[] {
  const { formulas, valueless, hiddenRows, hiddenColumns, merged } = tally
  const hidden = [
    ...counted(hiddenRows, 'row'),
    ...counted(hiddenColumns, 'group of columns', 'groups of columns'),
  ]
  return [
    ...notesOfNames(tally.names),
    ...saidOfLonger(tally.longer),
    ...(hidden.length > 0 ? [`Hidden in the sheet and read all the same: ${hidden.join(', ')}.`] : []),
    ...(formulas > 0
      ? [
          `${formulas === 1 ? 'One cell holds a formula' : `${formulas.toLocaleString('en-GB')} cells hold formulas`}: the value last shown was taken, nothing was calculated.`,
        ]
      : []),
    ...(valueless > 0
      ? [
          `${valueless.toLocaleString('en-GB')} of them hold no value and read as blank. Open the workbook in a spreadsheet, save it and choose it again.`,
        ]
      : []),
    ...(merged > 0
      ? [
          `${counted(merged, 'area of merged cells', 'areas of merged cells').join('')}: the value stands in the first cell of each, the others are blank.`,
        ]
      : []),
    ...saidOfBlank(tally.blank),
  ]
}

const counted = (count: number, one: string, several = `${one}s`): readonly string[] =>
  count > 0 ? [`${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`] : []
