import type { Kysely } from 'kysely'
import { primaryKey, required, strictOn } from '../columns.ts'

/** One table for the records of all registers that are made from a description. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('records')
    .addColumn('id', 'text', primaryKey)
    .addColumn('register', 'text', required)
    .addColumn('title', 'text', required)
    .addColumn('reference', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('category', 'text', required)
    .addColumn('status', 'text', required)
    .addColumn('organisation_id', 'text')
    .addColumn('organisation', 'text', required)
    .addColumn('owner', 'text', required)
    .addColumn('day', 'text')
    .addColumn('due_on', 'text')
    .addColumn('paused_since', 'text')
    .addColumn('closed', 'integer', required)
    .addColumn('facets', 'text', required)
    .addColumn('errors', 'integer', required)
    .addColumn('warnings', 'integer', required)
    .addColumn('notes', 'integer', required)
    .addColumn('updated_at', 'text', required)
    .addColumn('body', 'text', required)
    .modifyEnd(strictOn(db))
    .execute()

  // A list opens sorted by reference.
  for (const columns of [
    ['register', 'reference', 'id'],
    ['register', 'name', 'id'],
    ['register', 'status', 'reference'],
    ['register', 'due_on', 'id'],
  ]) {
    await db.schema
      .createIndex(`records_by_${columns.join('_and_')}`)
      .on('records')
      .columns(columns)
      .execute()
  }

  await db.schema
    .createTable('deadlines')
    .addColumn('register', 'text', required)
    .addColumn('record', 'text', required)
    .addColumn('key', 'text', required)
    .addColumn('title', 'text', required)
    .addColumn('due_on', 'text')
    .addColumn('due_at', 'text')
    .addColumn('paused_since', 'text')
    .addColumn('weight', 'text', required)
    .addColumn('organisation_id', 'text')
    .addColumn('snoozed_until', 'text')
    .modifyEnd(strictOn(db))
    .execute()
  // A record's own dates are replaced together; Today asks for what is due and what stands still.
  for (const columns of [['record'], ['due_on'], ['paused_since']])
    await db.schema
      .createIndex(`deadlines_by_${columns.join('')}`)
      .on('deadlines')
      .columns(columns)
      .execute()
}
