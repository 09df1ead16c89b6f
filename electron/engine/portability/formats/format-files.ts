import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { AppError } from '#shared/errors.ts'
import type { ExportForm } from '#shared/portability/export.ts'
import type { Payload } from '../../archive/payload.ts'
import { type ColumnCounts, startCounts } from './checked-rows.ts'
import { csvTable } from './csv-table.ts'
import { csvwMetadata } from './csvw.ts'
import { dataPackage, type WrittenCsv } from './data-package.ts'
import { tableJsonSchema } from './json-schema.ts'
import { jsonTable } from './json-table.ts'
import type { TableToWrite } from './table-to-write.ts'
import { tableXmlSchema } from './xml-schema.ts'
import { xmlTable } from './xml-table.ts'

/**
 * The tables of an export in each form asked for, with their schemas, one file after the other. Each file has to be read to its
 * end before the next is asked for. However many rows there are, only one batch of them is in memory; the same rows give
 * the same bytes. `tell` hears what was met in the columns of each CSV when that is written. Throws `rule` where a value is not
 * of its column's type or the rows are not as many as promised.
 */
export async function* formatFiles(
  tables: readonly TableToWrite[],
  forms: readonly ExportForm[],
  tell: (key: string, counts: readonly ColumnCounts[]) => void = () => {},
): AsyncGenerator<Payload> {
  for (const { table } of tables)
    if (table.columns.length === 0)
      throw new AppError('rule', `Nothing is left of “${table.called}”: no column of it is kept.`)
  if (forms.includes('json')) for (const table of tables) yield* jsonFiles(table)
  if (forms.includes('csv')) yield* csvFiles(tables, tell)
  if (forms.includes('xml')) for (const table of tables) yield* xmlFiles(table)
}

async function* jsonFiles(source: TableToWrite): AsyncGenerator<Payload> {
  const { key } = source.table
  const counts = startCounts(source.table)
  yield* wholly(`data/json/${key}.json`, jsonTable(source, counts))
  yield { name: `data/schema/${key}.schema.json`, source: pretty(tableJsonSchema(source.table, counts)) }
}

async function* csvFiles(
  tables: readonly TableToWrite[],
  tell: (key: string, counts: readonly ColumnCounts[]) => void,
): AsyncGenerator<Payload> {
  const written: WrittenCsv[] = []
  for (const source of tables) {
    const { table } = source
    const counts = startCounts(source.table)
    const hash = createHash('sha256')
    let bytes = 0
    yield* wholly(`data/csv/${table.key}.csv`, csvTable(source, counts), (piece) => {
      bytes += piece.length
      hash.update(piece)
    })
    const file = { table, bytes, sha256: hash.digest('hex'), counts }
    yield { name: `data/csv/${table.key}.csv-metadata.json`, source: pretty(csvwMetadata(file)) }
    written.push(file)
    tell(table.key, counts)
  }
  yield { name: 'data/csv/datapackage.json', source: pretty(dataPackage(written)) }
}

async function* xmlFiles(source: TableToWrite): AsyncGenerator<Payload> {
  const { key } = source.table
  yield* wholly(`data/xml/${key}.xml`, xmlTable(source, startCounts(source.table)))
  yield { name: `data/xml/${key}.xsd`, source: Buffer.from(tableXmlSchema(source.table)) }
}

/** One file; what comes after it tells what was met in it, so that it must have been read by then. */
async function* wholly(
  name: string,
  pieces: AsyncIterable<Buffer>,
  look: (piece: Buffer) => void = () => {},
): AsyncGenerator<Payload> {
  let isRead = false
  const watched = async function* () {
    for await (const piece of pieces) {
      look(piece)
      yield piece
    }
    isRead = true
  }
  yield { name, source: Readable.from(watched(), { objectMode: false }) }
  if (!isRead) throw new Error(`${name} was not read to its end before the next file was asked for.`)
}

function pretty(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
}
