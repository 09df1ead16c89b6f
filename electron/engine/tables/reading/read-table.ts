import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#shared/errors.ts'
import {
  type Delimiter,
  type Encoding,
  rowsInWords,
  type Table,
  type TableRow,
} from '#shared/tables/table.ts'
import { decodeText } from './decode-text.ts'
import { fileKind, refuseOtherText } from './file-kind.ts'
import { guessDelimiter } from './guess-delimiter.ts'
import { TABLE_LIMITS, tooMuch } from './limits.ts'
import { type FoundRows, readDelimited } from './read-delimited.ts'
import { readWorkbook } from './read-workbook.ts'

export type ReadTableOptions = {
  /** Of a workbook; null takes the first that is shown. */
  readonly sheet: string | null
  /** Of a text; null lets it be guessed. */
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
  /** How many rows below the headings are taken at most. */
  readonly maxRows: number
}

type Step = (done: number, total: number, doing: string) => Promise<void>

/**
 * Reads a table from a file of any usual origin: CSV, semicolons, tabs or bars in any encoding, or an Excel workbook.
 * Every row that holds something is there with its place in the file. Throws `invalid` with the way out for what is
 * no table, is damaged or is too large.
 */
export async function readTable(path: string, options: ReadTableOptions, step: Step): Promise<Table> {
  const bytes = await bytesOf(path)
  await step(0, 1, 'Reading the list')
  const fileName = basename(path)
  if (fileKind(bytes) === 'zip') {
    const { sheets, sheet, ...found } = await readWorkbook(bytes, options.sheet, options.maxRows)
    return { form: 'workbook', fileName, sheets, sheet, encoding: null, delimiter: null, ...evened(found) }
  }
  const { text, encoding } = decodeText(bytes, options.encoding)
  if (!options.encoding) refuseOtherText(text)
  const delimiter = options.delimiter ?? guessDelimiter(text)
  const found = await readDelimited(text, delimiter, options.maxRows, step)
  return { form: 'text', fileName, sheets: [], sheet: null, encoding, delimiter, ...evened(found) }
}

async function bytesOf(path: string): Promise<Buffer> {
  const file = await open(path).catch((error: unknown) => {
    throw new AppError('not-found', `${basename(path)} cannot be opened. Choose it again.`, { cause: error })
  })
  try {
    const stats = await file.stat()
    if (!stats.isFile()) throw new AppError('invalid', `${basename(path)} is a folder. Choose a file.`)
    if (stats.size > TABLE_LIMITS.bytes) throw tooMuch('The file is larger than 20 MiB.')
    const bytes = await file.readFile()
    if (bytes.length === 0) throw new AppError('invalid', `${basename(path)} is empty.`)
    return bytes
  } finally {
    await file.close()
  }
}

/** Leaves out blank rows and blank columns at the right, and fills up short rows; says so. */
function evened({ rows, problems }: FoundRows): Pick<Table, 'rows' | 'problems'> {
  const filled = rows.filter(({ cells }) => cells.some(isFilled))
  const width = filled.reduce((most, { cells }) => Math.max(most, cells.findLastIndex(isFilled) + 1), 0)
  const headings = filled[0]?.cells.findLastIndex(isFilled) ?? -1
  const blank = rows.length - filled.length
  return {
    rows: filled.map(({ row, cells }) => ({
      row,
      cells: Array.from({ length: width }, (_, column) => cells[column] ?? ''),
    })),
    problems: [...problems, ...lengthProblems(filled, headings + 1), ...blankProblems(blank)],
  }
}

const isFilled = (cell: string) => cell.trim() !== ''

function lengthProblems(rows: readonly TableRow[], headings: number): readonly string[] {
  const longer = rows.filter(({ cells }) => cells.findLastIndex(isFilled) >= headings).map(({ row }) => row)
  return longer.length > 0
    ? [`${rowsInWords(longer)} ${longer.length === 1 ? 'has' : 'have'} cells beyond the last heading.`]
    : []
}

function blankProblems(blank: number): readonly string[] {
  return blank > 0
    ? [blank === 1 ? 'One blank row was passed over.' : `${blank} blank rows were passed over.`]
    : []
}
