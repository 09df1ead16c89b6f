import { AppError } from '#shared/errors.ts'
import type { TableLook } from '#shared/portability/source.ts'
import { DELIMITERS } from '#shared/tables/table.ts'
import { guessDelimiter } from '../../tables/reading/guess-delimiter.ts'
import type { ChosenFile } from './chosen-file.ts'
import { csvNotes, type CsvTally, newTally } from './csv-notes.ts'
import type { TextPlan } from './encoding-of.ts'
import { headedRows } from './headed-rows.ts'
import { addPlace, nothingIn, ONLY_TABLE, tooLongCell, tooManyColumns } from './limits.ts'
import type { OpenSource, SourceBatch } from './source.ts'
import { splitRows } from './split-rows.ts'
import { textOfFile } from './text-of-file.ts'

/**
 * Text divided by a delimiter as a source: its first row that holds something has the headings. Every cell comes as it
 * stands there; only NUL characters and blank rows are left out, and said.
 */
export function csvSource(
  file: ChosenFile,
  plan: TextPlan,
  chosen: string | null,
): Omit<OpenSource, 'close'> {
  const declared = /^sep=(?<sign>[^\r\n])[\r\n]/u.exec(plan.sample)?.groups?.['sign'] ?? null
  const delimiter = chosen ?? declared ?? guessDelimiter(plan.sample)
  if (!DELIMITERS.some(({ code }) => code === delimiter))
    throw new AppError(
      'invalid',
      'Between the cells stands a comma, semicolon, tab or bar. Choose one of them.',
    )
  let tally = newTally()
  const read = (): AsyncIterable<SourceBatch> => {
    tally = newTally()
    return batches(file, plan, { delimiter, isDeclared: declared !== null }, tally)
  }
  return {
    fileName: file.fileName,
    form: 'csv',
    bytes: file.bytes,
    encoding: plan.encoding,
    delimiter,
    async tables(): Promise<readonly TableLook[]> {
      for await (const { columns } of read())
        return [{ name: ONLY_TABLE, columns: columns.length, rows: null }]
      return []
    },
    read,
    notes: () => csvNotes(tally, plan),
  }
}

type Division = { readonly delimiter: string; readonly isDeclared: boolean }

async function* batches(
  file: ChosenFile,
  plan: TextPlan,
  { delimiter, isDeclared }: Division,
  tally: CsvTally,
): AsyncGenerator<SourceBatch> {
  const table = headedRows(tally)
  let isFirst = isDeclared
  /** Row that is under way in a piece: those before it in the same piece are not taken yet. */
  const split = splitRows(delimiter, {
    tooLong: (rows) => tooLongCell(table.next() + rows),
    tooManyCells: (rows) => tooManyColumns(table.next() + rows),
    unclosed: (rows) => unclosed(table.next() + rows),
  })
  const take = (text: string, isLast: boolean): SourceBatch | null => {
    for (const cells of split(text, isLast)) {
      // The first line of a file that says its delimiter is no row of it.
      if (isFirst) isFirst = false
      else table.take(cells)
    }
    return table.batch()
  }
  for await (const { text, isOdd } of textOfFile(file, plan)) {
    if (isOdd) addPlace(tally.odd, table.next())
    const batch = take(clean(text, tally), false)
    if (batch) yield batch
  }
  const last = take('', true)
  await file.refuseChanged()
  if (table.next() === 0) throw nothingIn(file.fileName)
  if (last) yield last
}

/** Counts what no program can show, and leaves NUL characters out. */
function clean(text: string, tally: CsvTally): string {
  if (text.includes('\uFFFD')) tally.unreadable += text.split('\uFFFD').length - 1
  if (!text.includes('\u0000')) return text
  tally.nul += text.split('\u0000').length - 1
  return text.replaceAll('\u0000', '')
}

const unclosed = (row: number) =>
  new AppError(
    'invalid',
    `${row === 0 ? 'The headings' : `Row ${row.toLocaleString('en-GB')} below the headings`}: a quotation mark is opened and never closed. Close it in the file, or have the system export it again, and choose it again.`,
  )
