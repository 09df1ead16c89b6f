import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { readTable, type ReadTableOptions } from '#engine/tables/reading/read-table.ts'

/** Nothing is chosen, and as many rows as a list of people may have. */
export const READ_OPTIONS: ReadTableOptions = { sheet: null, encoding: null, delimiter: null, maxRows: 5_000 }

/** Reads bytes as the table in a file called `list`. */
export async function readBytes(bytes: Buffer | string, options: Partial<ReadTableOptions> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'dpo-tables-'))
  try {
    const path = join(folder, 'list')
    await writeFile(path, bytes)
    return await readTable(path, { ...READ_OPTIONS, ...options }, () => Promise.resolve())
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The cells of a table without the places of its rows. */
export const cellsOf = ({ rows }: { readonly rows: ReadonlyArray<{ readonly cells: readonly string[] }> }) =>
  rows.map(({ cells }) => [...cells])

/** Tables of which no row is blank and no column at the right is; texts that UTF-8 can carry. */
export const tables = (cell: fc.Arbitrary<string>) =>
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 12 })).chain(([width, height]) => {
    const filled = cell.map(
      (text) => `x${text.toWellFormed().replaceAll('\u0000', '').replaceAll('\uFEFF', '')}`,
    )
    return fc.array(fc.array(filled, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    })
  })
