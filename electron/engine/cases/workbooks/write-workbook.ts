import writeExcelFile, { type Row, type Sheet } from 'write-excel-file/node'
import type { SheetCells } from '#shared/reading/reading.ts'
import type { Instant } from '#shared/time/instant.ts'
import { numberCell, textCell } from '../../tables/cells.ts'
import { withFixedTimes } from '../../tables/fixed-times.ts'

/** The longest name that spreadsheets give a sheet. */
const LONGEST_NAME = 31

/**
 * A workbook of values: the sheets that show, each cell a text or a number, nothing that calculates, hides or says who
 * made it. The same sheets and moment give the same bytes.
 */
export async function writeWorkbook(sheets: readonly SheetCells[], at: Instant): Promise<Buffer> {
  const taken = new Set<string>()
  const written = sheets
    .filter(({ isHidden }) => !isHidden)
    .map(({ name, rows }): Sheet<Buffer> => ({
      sheet: nameOf(name, taken),
      data: rows.map((cells): Row => cells.map((text) => (text === '' ? null : cellOf(text)))),
    }))
  const bytes = await writeExcelFile(written as never, { fontFamily: 'Calibri', fontSize: 10 }).toBuffer()
  return withFixedTimes(bytes, at)
}

/** A number as nobody writes it otherwise; whatever begins with a nought, a plus or an equals sign stays a text. */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,10})?$/u

function cellOf(text: string) {
  return NUMBER.test(text) && String(Number(text)) === text ? numberCell(Number(text)) : textCell(text)
}

/** A name that spreadsheets take, and no other sheet has. */
function nameOf(name: string, taken: Set<string>): string {
  const clean =
    name
      .replaceAll(/[[\]:*?/\\]/gu, ' ')
      .trim()
      .replaceAll(/^'|'$/gu, '') || 'Sheet'
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : ` ${number}`
    const one = `${clean.slice(0, LONGEST_NAME - ending.length).toWellFormed()}${ending}`
    if (taken.has(one.toLowerCase())) continue
    taken.add(one.toLowerCase())
    return one
  }
}
