import Sqlite from 'better-sqlite3'
import { type DatabaseConnection, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely'
import { Migrator } from 'kysely/migration'
import { AppError } from '#shared/errors.ts'
import { migrations } from './migrations/index.ts'
import { storageError } from './storage-error.ts'
import type { Database } from './schema.ts'

/** An open database: Kysely for repositories, the raw handle for what only SQLite can do. */
export type OpenDatabase = { readonly db: Kysely<Database>; readonly raw: Sqlite.Database }

/**
 * Kysely says SQLite has no transactional DDL, so its Migrator would leave a
 * half-done migration behind. SQLite does have it; we say so.
 */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl() {
    return true
  }
}

/** After a full disk SQLite has rolled back by itself; a second rollback would hide the reason. */
class RegisterDriver extends SqliteDriver {
  readonly #raw: Sqlite.Database

  constructor(raw: Sqlite.Database) {
    super({ database: { prepare: preparingOnce(raw), close: () => raw.close() } })
    this.#raw = raw
  }

  override async rollbackTransaction(connection: DatabaseConnection) {
    if (this.#raw.inTransaction) await super.rollbackTransaction(connection)
  }
}

const STATEMENTS_KEPT = 100

/** Kysely has each query prepared anew, which takes as long as running it; the same text keeps its statement here. */
function preparingOnce(raw: Sqlite.Database) {
  const kept = new Map<string, Sqlite.Statement<unknown[]>>()
  return (text: string) => {
    const statement = kept.get(text) ?? raw.prepare(text)
    // The one used longest ago stands first, and makes room.
    kept.delete(text)
    kept.set(text, statement)
    if (kept.size > STATEMENTS_KEPT) kept.delete(kept.keys().next().value!)
    return statement
  }
}

class RegisterDialect extends SqliteDialect {
  readonly #raw: Sqlite.Database

  constructor(raw: Sqlite.Database) {
    super({ database: raw })
    this.#raw = raw
  }

  override createAdapter() {
    return new TransactionalSqliteAdapter()
  }

  override createDriver() {
    return new RegisterDriver(this.#raw)
  }
}

/**
 * Settings of every connection, each read back after it is set.
 * `mmap_size` stays 0: memory mapping damaged encrypted files in earlier versions of the cipher library.
 * `temp_store` 2 is MEMORY: a spill file would be plain text on disk.
 */
const SETTINGS: ReadonlyArray<readonly [name: string, set: string, readBack: string | number]> = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['busy_timeout', '5000', 5000],
]

/** Opens an encrypted database with a raw 256-bit key; throws `storage` errors a person can act on. */
export function openEncrypted(file: string, key: Buffer, options: { readonly: boolean }): OpenDatabase {
  let raw: Sqlite.Database | undefined
  try {
    raw = new Sqlite(file, { readonly: options.readonly })
    // The sqlcipher format is the one that other programs can read without us.
    raw.pragma(`cipher='sqlcipher'`)
    raw.pragma('legacy=4')
    raw.pragma(`key="x'${key.toString('hex')}'"`)
    // A wrong key or a damaged first page shows at the first read only.
    raw.prepare('select count(*) from sqlite_master').get()
    applySettings(raw, options.readonly)
    return { raw, db: kyselyOn(raw) }
  } catch (error) {
    raw?.close()
    throw storageError(error, file)
  }
}

/** Closes a database, also one that Kysely was never asked about and would therefore leave open. */
export async function closeDatabase({ db, raw }: OpenDatabase): Promise<void> {
  await db.destroy()
  raw.close()
}

/** A database in memory with the newest schema: for "as at" and for tests of repositories. */
export async function openInMemory(): Promise<OpenDatabase> {
  const raw = new Sqlite(':memory:')
  raw.pragma('temp_store = MEMORY')
  const db = kyselyOn(raw)
  await migrateToLatest(db)
  return { raw, db }
}

/** Brings the schema up to date (or to `target`); a migration that fails leaves nothing behind. */
export async function migrateToLatest(db: Kysely<Database>, target?: string): Promise<readonly string[]> {
  const migrator = migratorOf(db)
  const { error, results } = await (target ? migrator.migrateTo(target) : migrator.migrateToLatest())
  if (error)
    throw new AppError('storage', 'The register could not be brought up to date. It was left as it was.', {
      cause: error,
    })
  return (results ?? []).map(({ migrationName }) => migrationName)
}

/** Which migrations the file has and which this program would add. */
export async function migrationState(db: Kysely<Database>) {
  const known = Object.keys(migrations)
  const done = await appliedMigrations(db)
  return {
    current: done.at(-1) ?? null,
    unknown: done.filter((name) => !known.includes(name)),
    pending: known.filter((name) => !done.includes(name)),
  }
}

async function appliedMigrations(db: Kysely<Database>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const rows = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}

function migratorOf(db: Kysely<Database>) {
  return new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } })
}

function kyselyOn(raw: Sqlite.Database): Kysely<Database> {
  return new Kysely<Database>({ dialect: new RegisterDialect(raw) })
}

function applySettings(raw: Sqlite.Database, readonly: boolean): void {
  for (const [name, set, expected] of SETTINGS) {
    if (readonly && name === 'journal_mode') continue
    raw.pragma(`${name} = ${set}`)
    const actual: unknown = raw.pragma(name, { simple: true })
    // `fullfsync` exists on macOS only; elsewhere SQLite still remembers the wish.
    if (actual !== expected) throw new Error(`pragma ${name} is ${String(actual)}, expected ${expected}`)
  }
}

/** Everything that stands in the schema of a database, one line each, in one order: two with the same text have the same tables. */
export function schemaText(raw: Sqlite.Database): string {
  return raw
    .prepare<[], string>(
      `select type || ' ' || name || ' ' || coalesce(sql, '') from sqlite_master
       where name not like 'sqlite_stat%' order by type, name`,
    )
    .pluck()
    .all()
    .join('\n')
}

/** The same of a new database in memory that these statements make. */
export function schemaTextOf(statements: string): string {
  const raw = new Sqlite(':memory:')
  try {
    raw.exec(statements)
    return schemaText(raw)
  } finally {
    raw.close()
  }
}
