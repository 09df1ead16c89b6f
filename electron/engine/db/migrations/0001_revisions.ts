import { type Kysely, PostgresAdapter, sql } from 'kysely'
import { primaryKey, required, strictOn } from '../columns.ts'

/** The trail of revisions, who refers to whom, and what the file says about itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('revisions')
    .addColumn('seq', 'integer', primaryKey)
    .addColumn('at', 'text', required)
    .addColumn('actor', 'text', required)
    .addColumn('procedure', 'text', required)
    .addColumn('command', 'text', required)
    .addColumn('undoes', 'text')
    .addColumn('register', 'text', required)
    .addColumn('record', 'text', required)
    .addColumn('body', 'text')
    .addColumn('body_sha256', 'text', required)
    .addColumn('chain_sha256', 'text', required)
    .modifyEnd(strictOn(db))
    .execute()
  // The history of one record, and "as at" a moment.
  await db.schema
    .createIndex('revisions_by_record')
    .on('revisions')
    .columns(['register', 'record', 'seq'])
    .execute()
  // Undo looks for commands and for what took them back.
  await db.schema.createIndex('revisions_by_command').on('revisions').columns(['command']).execute()

  await db.schema
    .createTable('links')
    .addColumn('register', 'text', required)
    .addColumn('record', 'text', required)
    .addColumn('target_register', 'text', required)
    .addColumn('target', 'text', required)
    .addColumn('place', 'text', required)
    .modifyEnd(strictOn(db))
    .execute()
  // A record's own links are replaced together; "where used" asks from the other end.
  await db.schema.createIndex('links_by_record').on('links').columns(['register', 'record']).execute()
  await db.schema.createIndex('links_by_target').on('links').columns(['target_register', 'target']).execute()

  await db.schema
    .createTable('meta')
    .addColumn('key', 'text', primaryKey)
    .addColumn('value', 'text', required)
    .modifyEnd(strictOn(db))
    .execute()

  if (db.getExecutor().adapter instanceof PostgresAdapter) return
  // The trail is append-only: a body may be erased under retention, nothing else changes.
  await sql`create trigger revisions_are_not_deleted before delete on revisions
    begin select raise(abort, 'revisions are append-only'); end`.execute(db)
  await sql`create trigger revisions_are_not_changed before update on revisions
    when new.body is not null or new.seq is not old.seq or new.at is not old.at or new.actor is not old.actor
      or new.procedure is not old.procedure or new.command is not old.command or new.undoes is not old.undoes
      or new.register is not old.register or new.record is not old.record
      or new.body_sha256 is not old.body_sha256 or new.chain_sha256 is not old.chain_sha256
    begin select raise(abort, 'revisions are append-only'); end`.execute(db)
}
