import type { SourceForm, SourceValue, TableLook } from '#shared/portability/source.ts'

/** A row of a table, with its place in the file or table, counted from 1 without the headings. */
export type SourceRow = { readonly row: number; readonly values: readonly SourceValue[] }

/**
 * Some neighbouring rows. Columns only ever grow at the end from batch to batch (objects may bring new keys late); a
 * row that is shorter has nothing in the columns beyond.
 */
export type SourceBatch = { readonly columns: readonly string[]; readonly rows: readonly SourceRow[] }

/** A file that was brought in, read in batches: however long it is, only one batch is in memory. */
export type OpenSource = {
  readonly fileName: string
  readonly form: SourceForm
  /** Length of the file. */
  readonly bytes: number
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly tables: () => Promise<readonly TableLook[]>
  /** The rows of a table from its first to its last; may be called again. Throws `invalid` naming the place and the way out. */
  readonly read: (table: string) => AsyncIterable<SourceBatch>
  /** What is worth knowing about what was read so far, in sentences, for example how many cells hold formulas. */
  readonly notes: () => readonly string[]
  readonly close: () => Promise<void>
}
