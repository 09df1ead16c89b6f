import { type ColumnDefinitionBuilder, type Kysely, PostgresAdapter, sql } from 'kysely'

/** Column shapes that mean the same on SQLite and PostgreSQL. */
export const primaryKey = (column: ColumnDefinitionBuilder) => column.primaryKey().notNull()
export const required = (column: ColumnDefinitionBuilder) => column.notNull()

/** SQLite's STRICT, which makes it keep column types; PostgreSQL always does. */
export function strictOn(db: Kysely<unknown>) {
  return db.getExecutor().adapter instanceof PostgresAdapter ? sql`` : sql`strict`
}
