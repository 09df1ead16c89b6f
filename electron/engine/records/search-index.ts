import { setImmediate as breathe } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema.ts'

/** Records whose words are brought up to date in one go, so that others need not wait long. */
const BATCH = 50
/** From this share of changed records on, making the whole index anew is faster: one in so many. */
const REBUILT_FROM_ONE_IN = 20

/**
 * Brings the index of words up to date with the search table. Taking words out securely rewrites a page of
 * the index for each of them, which takes longer than saving the change itself; so the index follows
 * afterwards, and always before something is searched for.
 */
export async function catchUpIndex(db: Kysely<Database>): Promise<void> {
  const stale = await count(db, 'search_stale')
  if (stale === 0) return
  if (stale > BATCH && stale * REBUILT_FROM_ONE_IN > (await count(db, 'search'))) return rebuild(db)
  while (await indexBatch(db)) await breathe()
}

/** Whether there was something to do. */
function indexBatch(db: Kysely<Database>): Promise<boolean> {
  return db.transaction().execute(async (into) => {
    const ids = await into.selectFrom('search_stale').select('id').orderBy('id').limit(BATCH).execute()
    const last = ids.at(-1)?.id
    if (last === undefined) return false
    await sql`insert into search_words (search_words, rowid, title, text)
      select 'delete', id, title, text from search_stale where id <= ${last} and title is not null`.execute(
      into,
    )
    await sql`insert into search_words (rowid, title, text)
      select id, title, text from search where id in (select id from search_stale where id <= ${last})`.execute(
      into,
    )
    await into.deleteFrom('search_stale').where('id', '<=', last).execute()
    return true
  })
}

async function rebuild(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async (into) => {
    await sql`insert into search_words (search_words) values ('rebuild')`.execute(into)
    await into.deleteFrom('search_stale').execute()
  })
}

async function count(db: Kysely<Database>, table: 'search' | 'search_stale'): Promise<number> {
  const { total } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}
