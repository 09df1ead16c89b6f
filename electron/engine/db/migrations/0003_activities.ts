import type { Kysely } from 'kysely'
import { primaryKey, required, strictOn } from '../columns.ts'

/** The record of processing activities. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('activities')
    .addColumn('id', 'text', primaryKey)
    .addColumn('title', 'text', required)
    .addColumn('reference', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('organisation_id', 'text')
    .addColumn('organisation', 'text', required)
    .addColumn('function', 'text', required)
    .addColumn('role', 'text', required)
    .addColumn('status', 'text', required)
    .addColumn('owner', 'text', required)
    .addColumn('review_on', 'text')
    .addColumn('bases', 'text', required)
    .addColumn('classes', 'text', required)
    .addColumn('errors', 'integer', required)
    .addColumn('warnings', 'integer', required)
    .addColumn('notes', 'integer', required)
    .addColumn('updated_at', 'text', required)
    .addColumn('search_text', 'text', required)
    .addColumn('body', 'text', required)
    .modifyEnd(strictOn(db))
    .execute()

  // The list opens sorted by reference, and filters by organisation and status most.
  for (const columns of [
    ['reference', 'id'],
    ['name', 'id'],
    ['organisation', 'reference'],
    ['status', 'reference'],
    ['review_on', 'reference'],
    ['updated_at', 'id'],
  ]) {
    await db.schema
      .createIndex(`activities_by_${columns.join('_and_')}`)
      .on('activities')
      .columns(columns)
      .execute()
  }
}
