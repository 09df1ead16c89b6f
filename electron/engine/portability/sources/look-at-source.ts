import {
  type ColumnLook,
  type ReadingOptions,
  type SourceLook,
  type SourceValue,
} from '#shared/portability/source.ts'
import { startTypes } from '#shared/portability/value-types.ts'
import type { TaskContext } from '../../rpc/context.ts'
import { noSuchTable } from './limits.ts'
import { openSource } from './open-source.ts'
import type { OpenSource } from './source.ts'

/** How many rows are looked at. */
const ROWS_SEEN = 1_000
const SAMPLES = 5
const SAMPLE_LETTERS = 120

/**
 * Looks at a file: what it is, its tables, and what the first rows of one of them hold; of the first table when none
 * is named. Throws `invalid` with the way out for what is no table.
 */
export async function lookAtSource(
  path: string,
  table: string | null,
  options: ReadingOptions,
  step: TaskContext['step'],
): Promise<SourceLook> {
  await step(0, 2, 'Looking at the file')
  const source = await openSource(path, options)
  try {
    const tables = await source.tables()
    await step(1, 2, 'Looking at the file')
    const chosen =
      table || (tables.find(({ columns, rows }) => columns > 0 && rows !== 0) ?? tables[0])?.name || ''
    if (!tables.some(({ name }) => name === chosen)) throw noSuchTable(source.fileName, chosen)
    const seen = await firstRows(source, chosen)
    await step(2, 2, 'Looking at the file')
    const { fileName, form, bytes, encoding, delimiter } = source
    return { fileName, form, bytes, tables: [...tables], table: chosen, encoding, delimiter, ...seen }
  } finally {
    await source.close()
  }
}

async function firstRows(
  source: OpenSource,
  table: string,
): Promise<Pick<SourceLook, 'columns' | 'rowsSeen' | 'notes'>> {
  let columns: readonly string[] = []
  const rows: (readonly SourceValue[])[] = []
  for await (const batch of source.read(table)) {
    ;({ columns } = batch)
    rows.push(...batch.rows.slice(0, ROWS_SEEN - rows.length).map(({ values }) => values))
    if (rows.length === ROWS_SEEN) break
  }
  const types = startTypes(columns.length)
  for (const values of rows) types.see(values)
  const kinds = types.types()
  return {
    columns: columns.map((name, at) => ({ name, type: kinds[at]!, ...cellsOf(rows, at) })),
    rowsSeen: rows.length,
    notes: [...source.notes()],
  }
}

/** What is filled in a column, and a few values of it that differ. */
function cellsOf(
  rows: readonly (readonly SourceValue[])[],
  at: number,
): Pick<ColumnLook, 'samples' | 'filled'> {
  const filled = rows.flatMap((values) => {
    const value = values[at] ?? null
    return value === null || value === '' ? [] : [String(value).slice(0, SAMPLE_LETTERS).toWellFormed()]
  })
  return { samples: [...new Set(filled)].slice(0, SAMPLES), filled: filled.length }
}
