import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSource } from '#engine/portability/sources/open-source.ts'
import type { OpenSource } from '#engine/portability/sources/source.ts'
import type { ReadingOptions, SourceValue } from '#shared/portability/source.ts'

export const FOUND_OUT: ReadingOptions = { encoding: null, delimiter: null }

/** A table as it was read, with its rows filled up to the width of its columns. */
export type ReadTable = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly SourceValue[])[]
  readonly places: readonly number[]
  readonly notes: readonly string[]
}

/** Every table of a source, by name. */
export async function allTables(source: OpenSource): Promise<ReadonlyMap<string, ReadTable>> {
  const found = new Map<string, ReadTable>()
  for (const { name } of await source.tables()) found.set(name, await oneTable(source, name))
  return found
}

/** One table of a source, whole. */
export async function oneTable(source: OpenSource, name: string): Promise<ReadTable> {
  let columns: readonly string[] = []
  const rows: (readonly SourceValue[])[] = []
  const places: number[] = []
  for await (const batch of source.read(name)) {
    ;({ columns } = batch)
    for (const { row, values } of batch.rows) {
      rows.push(values)
      places.push(row)
    }
  }
  const even = rows.map((values) => columns.map((_, at) => values[at] ?? null))
  return { columns, rows: even, places, notes: source.notes() }
}

/** Reads every table of a file. */
export async function readSource(path: string, options = FOUND_OUT): Promise<ReadonlyMap<string, ReadTable>> {
  const source = await openSource(path, options)
  try {
    return await allTables(source)
  } finally {
    await source.close()
  }
}

/** Reads the first table of a file of these bytes. */
export async function readBytesAs(
  name: string,
  bytes: string | Uint8Array,
  options = FOUND_OUT,
): Promise<ReadTable> {
  const [first] = (await tablesOf(name, bytes, options)).values()
  return first!
}

/** Reads every table of a file of these bytes. */
export async function tablesOf(name: string, bytes: string | Uint8Array, options = FOUND_OUT) {
  const folder = mkdtempSync(join(tmpdir(), 'dpo-source-'))
  try {
    writeFileSync(join(folder, name), bytes)
    return await readSource(join(folder, name), options)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
