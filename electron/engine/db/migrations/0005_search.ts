import { type Kysely, PostgresAdapter, sql } from 'kysely'
import { primaryKey, required, strictOn } from '../columns.ts'

/** The registers of earlier versions, and the tables that held the text they were found by. */
const TABLES = [
  ['activities', 'activities'],
  ['organisations', 'organisations'],
  ['contracts', 'contracts'],
  ['vocabulary', 'terms'],
  ['views', 'views'],
  ['settings', 'settings'],
] as const

/** What records are found by, in one narrow table with an index of its words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('search')
    .addColumn('id', 'integer', primaryKey)
    .addColumn('register', 'text', required)
    .addColumn('record', 'text', required)
    .addColumn('title', 'text', required)
    .addColumn('text', 'text', required)
    .modifyEnd(strictOn(db))
    .execute()
  for (const [register, table] of TABLES) {
    await sql`insert into search (register, record, title, text)
      select ${register}, id, title, search_text from ${sql.table(table)} order by id`.execute(db)
    await db.schema.alterTable(table).dropColumn('search_text').execute()
  }
  await db.schema
    .createIndex('search_by_record')
    .unique()
    .on('search')
    .columns(['register', 'record'])
    .execute()
  // Tells the registers of what was found without reading its text.
  await db.schema.createIndex('search_by_id').on('search').columns(['id', 'register']).execute()
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) await indexWords(db)
}

async function indexWords(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table search_words using fts5 (title, text, content = 'search', content_rowid = 'id',
    tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')`.execute(db)
  await sql`insert into search_words (search_words) values ('rebuild')`.execute(db)
  // Words that are taken out are overwritten at once, not when the index is next merged.
  await sql`insert into search_words (search_words, rank) values ('secure-delete', 1)`.execute(db)

  // What the index does not know yet, as it last knew it: no title when it never did.
  await db.schema
    .createTable('search_stale')
    .addColumn('id', 'integer', primaryKey)
    .addColumn('title', 'text')
    .addColumn('text', 'text')
    .modifyEnd(strictOn(db))
    .execute()
  // "Insert or ignore" would do, but a trigger takes over how the statement that sets it off treats conflicts.
  for (const [trigger, event, id, title, text] of [
    ['search_is_added', 'insert', 'new.id', 'null', 'null'],
    ['search_is_changed', 'update of title, text', 'old.id', 'old.title', 'old.text'],
    ['search_is_removed', 'delete', 'old.id', 'old.title', 'old.text'],
  ] as const) {
    await sql`create trigger ${sql.raw(trigger)} after ${sql.raw(event)} on search
      begin insert into search_stale select ${sql.raw(`${id}, ${title}, ${text}`)}
        where not exists (select 1 from search_stale where id = ${sql.raw(id)}); end`.execute(db)
  }
}
