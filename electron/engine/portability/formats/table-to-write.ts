import type { ExportTable } from '#shared/portability/export.ts'
import type { SourceValue } from '#shared/portability/source.ts'

/** A row of an export: a value for each column, of the column's type, or null. */
export type ExportRow = readonly SourceValue[]

/** A table of an export with its rows, which may be read several times, in batches and in the same order. */
export type TableToWrite = {
  readonly table: ExportTable
  readonly rows: () => AsyncIterable<readonly ExportRow[]>
}
