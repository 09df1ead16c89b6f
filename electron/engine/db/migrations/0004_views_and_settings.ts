import type { Kysely } from 'kysely'
import { primaryKey, required, strictOn } from '../columns.ts'

/** Saved views and the register's settings. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of ['views', 'settings']) {
    await db.schema
      .createTable(table)
      .addColumn('id', 'text', primaryKey)
      .addColumn('title', 'text', required)
      .addColumn('search_text', 'text', required)
      .addColumn('updated_at', 'text', required)
      .addColumn('body', 'text', required)
      .modifyEnd(strictOn(db))
      .execute()
  }
}
