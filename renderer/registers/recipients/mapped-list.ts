import type { CheckedRow } from '#shared/registers/recipients/check-rows.ts'
import { guessTargets, type ImportTarget } from '#shared/registers/recipients/import-columns.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { type HeadedTable, headed } from '#shared/tables/headings.ts'
import type { Table } from '#shared/tables/table.ts'

/** A list as it is being brought in: which of its rows is the first, and where its columns go. */
export type MappedList = {
  readonly path: string
  readonly table: Table
  readonly firstRowIsHeadings: boolean
  readonly headedTable: HeadedTable
  readonly targets: readonly ImportTarget[]
}

/** What was taken in, and what became of every row. */
export type Imported = Output<'recipients.addMany'> & {
  readonly fileName: string
  readonly rows: readonly CheckedRow[]
  readonly wantedDoubles: ReadonlySet<number>
}

/** A table with its first row taken as headings or not, and its columns guessed anew. */
export function mapped(path: string, table: Table, firstRowIsHeadings: boolean): MappedList {
  const headedTable = headed(table.rows, firstRowIsHeadings)
  return { path, table, firstRowIsHeadings, headedTable, targets: targetsFor(headedTable.headings) }
}

/** Keeps where the columns went, for the next list with the same headings. */
export function rememberTargets(headings: readonly string[], targets: readonly ImportTarget[]): void {
  remembered.set(JSON.stringify(headings), targets)
}

/** By the headings of a list: where its columns went the last time, until the window is closed. */
const remembered = new Map<string, readonly ImportTarget[]>()

/** Where the columns of a list go: as the last time for the same headings, else as they are guessed. */
function targetsFor(headings: readonly string[]): readonly ImportTarget[] {
  return remembered.get(JSON.stringify(headings)) ?? guessTargets(headings)
}
