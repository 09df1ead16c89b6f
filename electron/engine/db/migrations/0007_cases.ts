import type { Kysely } from 'kysely'
import { primaryKey, required, strictOn } from '../columns.ts'

/**
 * The keys of case files. They are no records: nothing of them is in the revisions, so that a key that was destroyed
 * is gone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('case_keys')
    .addColumn('request', 'text', primaryKey)
    .addColumn('key', 'blob')
    .addColumn('made_at', 'text', required)
    .addColumn('destroyed_at', 'text')
    .addColumn('certificate', 'text')
    .modifyEnd(strictOn(db))
    .execute()
}
