import { AppError } from '#shared/errors.ts'
import type { ExportColumn, ExportTable } from '#shared/portability/export.ts'
import type { SourceValue } from '#shared/portability/source.ts'
import { valueKind } from './value-kinds.ts'
import type { ExportRow, TableToWrite } from './table-to-write.ts'

/** What was met in a column while its rows were written. */
export type ColumnCounts = {
  /** Cells of the CSV before which an apostrophe stands. */
  guarded: number
  /** Texts of no length. */
  emptyTexts: number
  /** Cells of the CSV in which half a surrogate pair had to be replaced. */
  replaced: number
  /** Times of day that say how far they are from UTC. */
  zoned: number
  /** Times of day without. */
  unzoned: number
  /** Times of day that are not written as YYYY-MM-DDThh:mm:ssZ. */
  notPlainUtc: number
}

/** Counts for each column of a table, all nought. */
export function startCounts({ columns }: ExportTable): ColumnCounts[] {
  return columns.map(() => ({
    guarded: 0,
    emptyTexts: 0,
    replaced: 0,
    zoned: 0,
    unzoned: 0,
    notPlainUtc: 0,
  }))
}

const PLAIN_UTC = /:\d{2}Z$/u
const ZONED = /(?:Z|[+-]\d{2}:\d{2})$/u

/**
 * The rows of a table, each value being of its column's type and the times of day counted. Throws `rule` naming the
 * table, the row and the column where one is not, and where there are not as many rows as the table says.
 */
export async function* checkedRows(
  { table, rows }: TableToWrite,
  counts: readonly ColumnCounts[],
): AsyncGenerator<readonly ExportRow[]> {
  const fits = table.columns.map(fitting)
  let before = 0
  for await (const batch of rows()) {
    for (let index = 0; index < batch.length; index += 1) {
      const row = batch[index]!
      let at = 0
      while (at < fits.length && fits[at]!(row[at])) at += 1
      if (at < fits.length || row.length !== fits.length)
        throw new AppError('rule', misfit(table.called, before + index + 1, table.columns[at]))
    }
    countTimes(batch, table.columns, counts)
    before += batch.length
    if (batch.length > 0) yield batch
  }
  if (before !== table.rows)
    throw new AppError(
      'rule',
      `“${table.called}” should have ${table.rows} rows, but ${before} came: the file was changed meanwhile. Build the export again.`,
    )
}

/** Whether a value may stand in a column; asked of every cell, so what the column says is looked up once. */
function fitting({ type, isFilled }: ExportColumn): (value: SourceValue | undefined) => boolean {
  const { holds } = valueKind(type)
  return (value) => (value === null ? !isFilled : value !== undefined && holds(value))
}

function misfit(table: string, row: number, column: ExportColumn | undefined): string {
  const place = column ? `, column “${column.called}”` : ''
  return `“${table}”, row ${row}${place}: what stands there is not what the column was found to hold. Build the export again.`
}

function countTimes(
  batch: readonly ExportRow[],
  columns: readonly ExportColumn[],
  counts: readonly ColumnCounts[],
): void {
  for (const [at, { type }] of columns.entries()) {
    if (type !== 'dateTime') continue
    const count = counts[at]!
    for (const row of batch) {
      const value = row[at]
      if (typeof value !== 'string') continue
      count[ZONED.test(value) ? 'zoned' : 'unzoned'] += 1
      if (!PLAIN_UTC.test(value)) count.notPlainUtc += 1
    }
  }
}
