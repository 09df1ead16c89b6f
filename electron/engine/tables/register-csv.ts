import type { AnyRecord } from '#shared/described/register.ts'
import { describedColumns } from '#shared/registers/reports/described-table.ts'
import { inRecordOrder } from '#shared/registers/reports/directory.ts'
import { plainText } from '#shared/registers/reports/table-cell.ts'
import type { Telling } from '#shared/registers/reports/telling.ts'
import { BYTE_ORDER_MARK, csvRows } from './csv.ts'

const ROWS_AT_ONCE = 100

/** A described register as one CSV table in pieces: a record a row, every field by its label. */
export function* registerCsv(records: readonly AnyRecord[], telling: Telling): Generator<string> {
  const columns = describedColumns(telling)
  yield BYTE_ORDER_MARK + csvRows([columns.map(({ heading }) => heading)])
  const ordered = inRecordOrder(records)
  for (let from = 0; from < ordered.length; from += ROWS_AT_ONCE) {
    const some = ordered.slice(from, from + ROWS_AT_ONCE)
    yield csvRows(some.map((record) => columns.map(({ cell }) => plainText(cell(record)))))
  }
}
