import { type Selectable, sql } from 'kysely'
import { AppError } from '#shared/errors.ts'
import type { Database, ReadDb, WriteDb } from '../db/schema.ts'
import { removeDeadlines, writeDeadlines } from './deadlines.ts'
import { fold, type RecordKind } from './kind.ts'
import type { Lookups } from './lookups.ts'

type AnyRecord = { readonly id: string }

/** The record, or a `not-found` error. */
export async function getRecord<T extends AnyRecord>(
  db: ReadDb,
  kind: RecordKind<T>,
  id: string,
): Promise<T> {
  const row = await findRow(db, kind, id)
  if (!row) throw new AppError('not-found', 'This record is no longer in the register.')
  return kind.schema.parse(JSON.parse(row.body))
}

export type Row = Selectable<Database['views']>

type Stored = Pick<RecordKind<never>, 'register' | 'table'>

/** Which rows of its table are a kind's own, the table being called `here`: several registers may share one. */
export function isOfKind(kind: Stored) {
  return isShared(kind) ? sql<boolean>`here.register = ${kind.register}` : sql<boolean>`true`
}

/** The rows of a register, as a query to go on with; the table is called `here`. */
export function rowsOf(db: ReadDb, kind: Stored) {
  const rows = db.selectFrom(`${kind.table as 'views'} as here`)
  return isShared(kind) ? rows.where(isOfKind(kind)) : rows
}

const isShared = ({ table }: Stored) => table === 'records'

/** The record's row, its body as JSON text, or undefined. */
export async function findRow<T extends AnyRecord>(
  db: ReadDb,
  kind: RecordKind<T>,
  id: string,
): Promise<Row | undefined> {
  return rowsOf(db, kind).selectAll().where('here.id', '=', id).executeTakeFirst()
}

/** All records of a register, by title. */
export async function allRecords<T extends AnyRecord>(db: ReadDb, kind: RecordKind<T>): Promise<T[]> {
  const rows = await rowsOf(db, kind).select('body').orderBy('title').orderBy('here.id').execute()
  return rows.map(({ body }) => kind.schema.parse(JSON.parse(body)))
}

/** Writes a record's row, new or in the place of the one before; the caller writes the revision. */
export async function writeRow<T extends AnyRecord>(
  db: WriteDb,
  kind: RecordKind<T>,
  record: T,
  body: string,
  updatedAt: string,
  lookups: Lookups,
  before?: Row,
): Promise<void> {
  const title = kind.titleOf(record)
  const columns = {
    title,
    body,
    updated_at: updatedAt,
    ...kind.columnsOf(record, lookups),
  }
  if (!before) {
    await db
      .insertInto(kind.table as 'views')
      .values({ id: record.id, ...columns })
      .execute()
  } else {
    // SQLite writes the indexes of every column that is set anew, also of those that stay the same.
    const changed = Object.entries(columns).filter(([name, value]) => before[name as 'body'] !== value)
    if (changed.length > 0)
      await db
        .updateTable(kind.table as 'views')
        .set(Object.fromEntries(changed))
        .where('id', '=', record.id)
        .execute()
  }
  await writeSearchRow(db, kind.register, record.id, title, fold(kind.searchTextOf(record, lookups)))
  await writeDeadlines(db, kind, record, lookups)
}

/** Keeps what a record is found by; one that is found by the same as before is left alone. */
async function writeSearchRow(
  db: WriteDb,
  register: string,
  record: string,
  title: string,
  text: string,
): Promise<void> {
  await sql`insert into search (register, record, title, text) values (${register}, ${record}, ${title}, ${text})
    on conflict (register, record) do update set title = excluded.title, text = excluded.text
    where search.title <> excluded.title or search.text <> excluded.text`.execute(db)
}

/** Replaces the links of a record. */
export async function writeLinks<T extends AnyRecord>(
  db: WriteDb,
  kind: RecordKind<T>,
  record: T,
): Promise<void> {
  await removeLinks(db, kind.register, record.id)
  const links = kind.linksOf(record)
  // A statement takes a limited number of values.
  for (let start = 0; start < links.length; start += 500) {
    await db
      .insertInto('links')
      .values(
        links.slice(start, start + 500).map(({ targetRegister, target, place }) => ({
          register: kind.register,
          record: record.id,
          target_register: targetRegister,
          target,
          place,
        })),
      )
      .execute()
  }
}

/** Removes a record's row, its links and what it is found by; the caller writes the revision. */
export async function deleteRow<T extends AnyRecord>(
  db: WriteDb,
  kind: RecordKind<T>,
  id: string,
): Promise<void> {
  await db
    .deleteFrom(kind.table as 'views')
    .where('id', '=', id)
    .execute()
  await db.deleteFrom('search').where('register', '=', kind.register).where('record', '=', id).execute()
  await removeLinks(db, kind.register, id)
  await removeDeadlines(db, kind.register, id)
}

async function removeLinks(db: WriteDb, register: string, record: string): Promise<void> {
  await db.deleteFrom('links').where('register', '=', register).where('record', '=', record).execute()
}
