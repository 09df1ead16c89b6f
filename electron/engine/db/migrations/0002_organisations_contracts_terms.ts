import type { Kysely } from 'kysely'
import { primaryKey, required, strictOn } from '../columns.ts'

/** The registers that activities refer to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await recordTable(db, 'organisations')
    .addColumn('relation', 'text', required)
    .addColumn('parent_id', 'text')
    .modifyEnd(strictOn(db))
    .execute()
  await recordTable(db, 'contracts')
    .addColumn('organisation_id', 'text')
    .addColumn('customer_id', 'text')
    .modifyEnd(strictOn(db))
    .execute()
  await recordTable(db, 'terms')
    .addColumn('vocabulary', 'text', required)
    .addColumn('deprecated_on', 'text')
    .modifyEnd(strictOn(db))
    .execute()
}

function recordTable(db: Kysely<unknown>, name: string) {
  return db.schema
    .createTable(name)
    .addColumn('id', 'text', primaryKey)
    .addColumn('title', 'text', required)
    .addColumn('search_text', 'text', required)
    .addColumn('updated_at', 'text', required)
    .addColumn('body', 'text', required)
}
