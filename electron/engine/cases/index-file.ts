import { DOCUMENT_TYPES } from '#shared/cases/words.ts'
import { PAGE_FLAGS } from '#shared/cases/page.ts'
import type { Stamp } from '#shared/records/register-content.ts'
import type { IndexedDocument } from '#shared/registers/cases/case-documents.contract.ts'
import type { TableColumn } from '#shared/registers/reports/described-table.ts'
import { dayCell, plainText, textCell } from '#shared/registers/reports/table-cell.ts'
import { type Measured, putInPlace, writePieces } from '../files/put-in-place.ts'
import type { Progress } from '../pdf/write-record.ts'
import { BYTE_ORDER_MARK, csvRows } from '../tables/csv.ts'
import { tableXlsx } from '../tables/register-xlsx.ts'
import { everyDocument, type IndexOrder } from './index-of-documents.ts'
import type { CaseStore } from './open-cases.ts'

type Job = { readonly order: IndexOrder; readonly format: 'csv' | 'xlsx'; readonly stamp: Stamp }

type Row = { readonly number: number; readonly document: IndexedDocument }

const text = (heading: string, width: number, of: (row: Row) => string): TableColumn<Row> => ({
  heading,
  width,
  cell: (row) => textCell(of(row)),
})

const count = (heading: string, of: (row: Row) => number): TableColumn<Row> => ({
  heading,
  width: 12,
  cell: (row) => ({ kind: 'number', value: of(row) }),
})

const reviewed = ({ flags }: IndexedDocument) =>
  Object.values(flags).reduce((sum, pages) => sum + (pages ?? 0), 0)

const COLUMNS: readonly TableColumn<Row>[] = [
  count('Number', ({ number }) => number),
  { heading: 'Date', width: 12, cell: ({ document }) => dayCell(document.dated) },
  text('Title', 48, ({ document }) => document.title),
  text('Type', 16, ({ document }) => DOCUMENT_TYPES[document.type]),
  text('Author', 24, ({ document }) => document.author),
  text('File', 48, ({ document }) => document.path),
  count('First page', ({ document }) => document.firstPlace),
  count('Pages', ({ document }) => document.pages),
  count('Not reviewed', ({ document }) => document.pages - reviewed(document)),
  ...PAGE_FLAGS.map(({ value, label }) => count(label, ({ document }) => document.flags[value] ?? 0)),
  text('Confirmed', 12, ({ document }) => (document.isConfirmed ? 'Yes' : 'No')),
]

const NAMES: Readonly<Record<IndexOrder, string>> = { came: 'Index', dated: 'Chronology' }

const ROWS_AT_ONCE = 200

/** Writes the index of a case, or its chronology, to a file, whole or not at all; no cell is ever a formula. */
export function writeIndexFile(
  store: CaseStore,
  { order, format, stamp }: Job,
  to: string,
  step: Progress,
): Promise<Measured> {
  const rows = [...everyDocument(store, order)].map((document, index): Row => ({
    number: index + 1,
    document: document as IndexedDocument,
  }))
  return putInPlace(to, step, async (path) => {
    if (format === 'csv') return writePieces(csvOf(rows), path, step)
    return writePieces([await tableXlsx(NAMES[order], COLUMNS, rows, stamp, step)], path, step)
  })
}

function* csvOf(rows: readonly Row[]): Generator<string> {
  yield BYTE_ORDER_MARK + csvRows([COLUMNS.map(({ heading }) => heading)])
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE)
    yield csvRows(some.map((row) => COLUMNS.map(({ cell }) => plainText(cell(row)))))
  }
}
