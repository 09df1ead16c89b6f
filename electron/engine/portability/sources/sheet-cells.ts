import type { SourceValue } from '#shared/portability/source.ts'
import { damaged } from '../../tables/reading/unpack-workbook.ts'
import { columnOf, padded } from '../../tables/reading/workbook-sheet.ts'
import { type CellFormat, shownMoment } from './cell-formats.ts'
import { SOURCE_LIMITS, tooLongCell, tooManyColumns } from './limits.ts'
import { plainText, type SharedTexts } from './shared-texts.ts'
import { xmlReader } from './workbook-xml.ts'

/** What every sheet of a workbook is read with. */
export type Workbook = {
  readonly shared: SharedTexts
  readonly formats: ReadonlyMap<string, CellFormat>
  readonly is1904: boolean
}

/** What a sheet says besides its values, counted while it is read. */
export type SheetTally = {
  formulas: number
  valueless: number
  hiddenRows: number
  hiddenColumns: number
  merged: number
}

/** Nothing counted yet. */
export const newSheetTally = (): SheetTally => ({
  formulas: 0,
  valueless: 0,
  hiddenRows: 0,
  hiddenColumns: 0,
  merged: 0,
})

/** Reads the XML of a sheet piece by piece, and tells each row that is whole by its number and values. */
export function sheetReader(
  workbook: Workbook,
  tally: SheetTally,
  tell: (row: number, values: readonly SourceValue[]) => void,
) {
  let [row, column] = [0, 0]
  let values: SourceValue[] = []
  let [kind, style, text] = ['', '', '']
  let [isFormula, isPhonetic, isText, hasValue] = [false, false, false, false]

  function open(name: string, tag: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      row = tag['r'] ? Number(tag['r']) : row + 1
      if (isTrue(tag['hidden'])) tally.hiddenRows += 1
      values = []
      column = 0
    } else if (name === 'c') {
      column = columnAt(tag['r'] ?? '', column + 1)
      if (column > SOURCE_LIMITS.columns) throw tooManyColumns(row)
      ;[kind, style, text] = [tag['t'] ?? 'n', tag['s'] ?? '', '']
      ;[isFormula, hasValue] = [false, false]
    } else if (name === 'v' || name === 't') {
      isText = true
      hasValue = true
    } else if (name === 'f') isFormula = true
    else if (name === 'rPh') isPhonetic = true
    else if (name === 'mergeCell') tally.merged += 1
    else if (name === 'col' && isTrue(tag['hidden'])) tally.hiddenColumns += 1
  }

  function close(name: string): void {
    if (name === 'v' || name === 't') isText = false
    else if (name === 'rPh') isPhonetic = false
    else if (name === 'row') {
      tell(row, values)
      values = []
    } else if (name === 'c') {
      if (isFormula) tally.formulas += 1
      if (isFormula && !hasValue) tally.valueless += 1
      if (!hasValue) return
      while (values.length < column - 1) values.push(null)
      values[column - 1] = valueOf(workbook, kind, style, text)
    }
  }

  return xmlReader({
    open,
    close,
    text(piece) {
      if (!isText || isPhonetic) return
      text += piece
      if (text.length > SOURCE_LIMITS.cell) throw tooLongCell(row)
    },
  })
}

function columnAt(address: string, next: number): number {
  if (address === '') return next
  const [, letters = ''] = /^([A-Z]{1,3})\d{1,7}$/u.exec(address) ?? []
  if (letters === '') throw damaged(null)
  return columnOf(letters)
}

function valueOf(
  { shared, formats, is1904 }: Workbook,
  kind: string,
  style: string,
  text: string,
): SourceValue {
  if (kind === 's') {
    const found = shared(Number(text))
    if (found === null) throw damaged(null)
    return found
  }
  if (kind === 'b') return text.trim() === '1' || text.trim() === 'true'
  if (kind !== 'n') return plainText(text)
  if (text.trim() === '') return null
  const format = formats.size > 0 ? formats.get(style) : undefined
  const number = Number(text)
  if (!format || !Number.isFinite(number)) return plainNumber(text.trim())
  if (format.kind === 'padded') return padded(String(plainNumber(text.trim())), format.format)
  return shownMoment(number, format.kind, is1904) ?? plainNumber(text.trim())
}

/** A number as a spreadsheet shows it, without the dust of binary fractions beyond 15 digits; long ones as texts. */
function plainNumber(written: string): SourceValue {
  const number = Number(written)
  if (!Number.isFinite(number)) return written
  if (String(number) === written && Number.isSafeInteger(number)) return number
  if (/^-?\d{16,}$/u.test(written)) return written
  return Number(number.toPrecision(15))
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true'
