import { sql } from 'kysely'
import { RegisterName } from '#shared/records/record.ts'
import { REGISTER_WORDS } from '#shared/records/register-words.ts'
import type { searchProcedures } from '#shared/registers/search/search.contract.ts'
import { snippetOf, wordGroups } from '#shared/registers/search/words.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kinds } from '../../records/kinds.ts'
import type { Lookups } from '../../records/lookups.ts'
import { findRow } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'

/** The settings are one page that everybody finds; every other register is searched. */
const SEARCHED = RegisterName.options.filter((name) => name !== 'settings')

/** A word in the title counts as much as this many in the text. */
const TITLE_WEIGHT = 10

export const searchHandlers: HandlersFor<typeof searchProcedures> = {
  'search.everything': async ({ db, lookups }, { text, registers, limit }) => {
    const match = matchOf(text)
    const among = registers ? SEARCHED.filter((name) => registers.includes(name)) : SEARCHED
    if (!match || among.length === 0) return []
    const best = matching(db, match, among)
      .select(['place.id', sql<number>`bm25(search_words, ${sql.lit(TITLE_WEIGHT)}, 1)`.as('score')])
      .orderBy('score')
      .orderBy('place.id')
      .limit(limit)
    const found = await db
      .selectFrom(best.as('best'))
      .innerJoin('search', 'search.id', 'best.id')
      .select(['search.register', 'search.record', 'search.title'])
      .orderBy('best.score')
      .orderBy('search.title')
      .orderBy('search.record')
      .execute()
    const known = await lookups()
    return Promise.all(
      found.map(async ({ register: name, record: id, title }) => {
        const register = RegisterName.parse(name)
        const snippet = snippetOf(await textOf(db, register, id, known), title, text)
        return { register, id, title, detail: REGISTER_WORDS[register].one, snippet: [...snippet] }
      }),
    )
  },

  'search.counts': async ({ db }, { text }) => {
    const match = matchOf(text)
    if (!match) return []
    const rows = await matching(db, match, SEARCHED)
      .select(({ fn }) => ['place.register', fn.countAll<number>().as('count')])
      .groupBy('place.register')
      .execute()
    return SEARCHED.flatMap((register) =>
      rows.filter((row) => row.register === register).map(({ count }) => ({ register, count })),
    )
  },
}

/** What was typed as a question to the index, each word quoted, so that none is an operator; null without a word. */
function matchOf(typed: string): string | null {
  return (
    wordGroups(typed)
      .map((words) => `"${words.join(' ')}"*`)
      .join(' ') || null
  )
}

/** SQLite would rather read whole rows than this index, which makes ten times the work of it. */
const PLACES = sql<{
  id: number
  register: string
}>`(select id, register from search indexed by search_by_id)`.as('place')

function matching(db: ReadDb, match: string, registers: readonly RegisterName[]) {
  return db
    .selectFrom('search_words')
    .innerJoin(PLACES, 'place.id', 'search_words.rowid')
    .where(sql<boolean>`search_words match ${match}`)
    .where('place.register', 'in', registers)
}

/** What a record is found by, in its own letters. */
async function textOf(db: ReadDb, register: RegisterName, id: string, lookups: Lookups): Promise<string> {
  const kind = kinds[register]
  const row = await findRow(db, kind, id)
  return row ? kind.searchTextOf(kind.schema.parse(JSON.parse(row.body)), lookups) : ''
}
