import type { Selectable } from 'kysely'
import { AppError } from '#shared/errors.ts'
import type { Database, ReadDb, WriteDb } from '../db/schema.ts'
import type { RecordKind } from './kind.ts'
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

/** The record's row, its body as JSON text, or undefined. */
export async function findRow<T extends AnyRecord>(
  db: ReadDb,
  kind: RecordKind<T>,
  id: string,
): Promise<Row | undefined> {
  return db
    .selectFrom(kind.table as 'views')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}

/** All records of a register, by title. */
export async function allRecords<T extends AnyRecord>(db: ReadDb, kind: RecordKind<T>): Promise<T[]> {
  const rows = await db
    .selectFrom(kind.table as 'views')
    .select('body')
    .orderBy('title')
    .orderBy('id')
    .execute()
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
  const columns = {
    title: kind.titleOf(record),
    body,
    updated_at: updatedAt,
    ...kind.columnsOf(record, lookups),
  }
  if (!before) {
    await db
      .insertInto(kind.table as 'views')
      .values({ id: record.id, ...columns })
      .execute()
    return
  }
  // SQLite writes the indexes of every column that is set anew, also of those that stay the same.
  const changed = Object.entries(columns).filter(([name, value]) => before[name as 'body'] !== value)
  await db
    .updateTable(kind.table as 'views')
    .set(Object.fromEntries(changed))
    .where('id', '=', record.id)
    .execute()
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

/** Removes a record's row and its links; the caller writes the revision. */
export async function deleteRow<T extends AnyRecord>(
  db: WriteDb,
  kind: RecordKind<T>,
  id: string,
): Promise<void> {
  await db
    .deleteFrom(kind.table as 'views')
    .where('id', '=', id)
    .execute()
  await removeLinks(db, kind.register, id)
}

async function removeLinks(db: WriteDb, register: string, record: string): Promise<void> {
  await db.deleteFrom('links').where('register', '=', register).where('record', '=', record).execute()
}
