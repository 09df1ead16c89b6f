import type { Database } from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import type { SourceValue, TableLook } from '#shared/portability/source.ts'
import type { ChosenFile } from './chosen-file.ts'
import { columnNames } from './column-names.ts'
import { noSuchTable, SOURCE_LIMITS } from './limits.ts'
import { connectionTo, databaseError, type OpenConnection } from './open-database.ts'
import type { OpenSource, SourceBatch, SourceRow } from './source.ts'

/** Rows are counted where that takes no longer than a moment. */
const COUNTED_BYTES = 256 * 1024 ** 2
const ROWS_IN_BATCH = 1_000

type Tally = { blobs: number; large: number }

/**
 * The tables of an SQLite database as a source. Nothing in it runs: views and virtual tables are not read. Whole
 * numbers beyond 2^53 come as texts and bytes as Base64; the file stays as it is, and no file is left beside it.
 */
export async function openSqlite(file: ChosenFile): Promise<Omit<OpenSource, 'close'>> {
  const { fileName } = file
  const connect = await connectionTo(file)
  const listed = using(connect, fileName, listTables)
  if (listed.tables.length === 0)
    throw new AppError(
      'invalid',
      `The database “${fileName}” has no tables. Have the system export it again, and choose that.`,
    )
  let tally: Tally = { blobs: 0, large: 0 }
  return {
    fileName,
    form: 'sqlite',
    bytes: file.bytes,
    encoding: null,
    delimiter: null,
    tables: () =>
      Promise.resolve(
        using(connect, fileName, (database) =>
          listed.tables.map((name) => lookOf(database, name, file.bytes <= COUNTED_BYTES)),
        ),
      ),
    async *read(wanted) {
      const table = wanted === '' && listed.tables.length === 1 ? listed.tables[0]! : wanted
      if (!listed.tables.includes(table)) throw noSuchTable(fileName, table)
      tally = { blobs: 0, large: 0 }
      yield* rowsOf(connect, fileName, table, tally)
      await file.refuseChanged()
    },
    notes: () => [...listed.notes, ...notesOf(tally)],
  }
}

function using<Result>(
  connect: OpenConnection,
  fileName: string,
  work: (database: Database) => Result,
): Result {
  let database: Database | null = null
  try {
    database = connect()
    return work(database)
  } catch (error) {
    throw databaseError(error, fileName)
  } finally {
    database?.close()
  }
}

type Listed = { readonly tables: readonly string[]; readonly notes: readonly string[] }

function listTables(database: Database): Listed {
  const all = database
    .prepare<[], { name: string; type: string }>(
      `SELECT name, type FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .all()
  const named = (type: string) => all.filter((table) => table.type === type).map(({ name }) => name)
  const [views, virtual] = [named('view'), named('virtual')]
  const quoted = (names: readonly string[]) =>
    names
      .slice(0, 10)
      .map((name) => `“${name}”`)
      .join(', ')
  return {
    tables: named('table').slice(0, SOURCE_LIMITS.tables),
    notes: [
      ...(views.length > 0 ? [`Views are not read, only the tables they show: ${quoted(views)}.`] : []),
      ...(virtual.length > 0 ? [`Virtual tables are not read: ${quoted(virtual)}.`] : []),
    ],
  }
}

function lookOf(database: Database, name: string, isCounted: boolean): TableLook {
  const rows = isCounted
    ? Number(
        database
          .prepare(`SELECT count(*) FROM ${quotedName(name)}`)
          .pluck()
          .get(),
      )
    : null
  return { name, columns: columnsOf(database, name).length, rows }
}

/** Hidden columns of the kinds 2 and 3 are worked out from others; a person sees them as any other. */
const columnsOf = (database: Database, table: string) =>
  database
    .prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid')
    .pluck()
    .all(table) as string[]

async function* rowsOf(
  connect: OpenConnection,
  fileName: string,
  table: string,
  tally: Tally,
): AsyncGenerator<SourceBatch> {
  let database: Database | null = null
  try {
    database = connect()
    const found = columnsOf(database, table)
    const names = columnNames()
    for (const name of found) names.add(name)
    const columns = names.list()
    refuseLargeCells(database, table, found)
    const select = `SELECT ${found.map(quotedName).join(', ')} FROM ${quotedName(table)}`
    let [rows, row]: [SourceRow[], number] = [[], 0]
    for (const values of database.prepare(select).raw().iterate() as Iterable<unknown[]>) {
      row += 1
      for (let at = 0; at < values.length; at += 1) values[at] = plainValue(values[at], tally)
      rows.push({ row, values: values as SourceValue[] })
      if (rows.length < ROWS_IN_BATCH) continue
      yield { columns, rows }
      rows = []
    }
    if (rows.length > 0 || row === 0) yield { columns, rows }
  } catch (error) {
    throw databaseError(error, fileName)
  } finally {
    database?.close()
  }
}

/** Lengths stand in front of each row, so that no cell has to be read to know them. */
function refuseLargeCells(database: Database, table: string, columns: readonly string[]): void {
  const longer = columns.map((name) => `octet_length(${quotedName(name)}) > ${SOURCE_LIMITS.cell}`)
  for (let from = 0; from < longer.length; from += 200) {
    const some = database
      .prepare(
        `SELECT 1 FROM ${quotedName(table)} WHERE ${longer.slice(from, from + 200).join(' OR ')} LIMIT 1`,
      )
      .get()
    if (some === undefined) continue
    throw new AppError(
      'invalid',
      `The table “${table.slice(0, 120)}” holds a cell of more than 16 MiB. Have the system export it without that column.`,
    )
  }
}

function plainValue(value: unknown, tally: Tally): SourceValue {
  if (typeof value === 'bigint') {
    const number = Number(value)
    if (Number.isSafeInteger(number)) return number
    tally.large += 1
    return String(value)
  }
  if (Buffer.isBuffer(value)) {
    tally.blobs += 1
    return value.toString('base64')
  }
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  return value as string | null
}

const notesOf = ({ blobs, large }: Tally): readonly string[] => [
  ...(blobs > 0 ? [`${inCells(blobs)} bytes, such as a picture or a file; they were read as Base64.`] : []),
  ...(large > 0 ? [`${inCells(large)} a whole number of more than 15 digits; it was read as text.`] : []),
]

const inCells = (count: number) =>
  count === 1 ? 'One cell holds' : `${count.toLocaleString('en-GB')} cells hold`

/** A name as SQL takes it, whatever letters it has. */
const quotedName = (name: string) => `"${name.replaceAll('"', '""')}"`
