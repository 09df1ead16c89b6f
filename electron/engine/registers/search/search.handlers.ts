import { sql } from 'kysely'
import type { RegisterName } from '#shared/records/record.ts'
import type { searchProcedures } from '#shared/registers/search/search.contract.ts'
import type { ReadDb, RecordTableName } from '../../db/schema.ts'
import { fold } from '../../records/kind.ts'
import { kinds } from '../../records/kinds.ts'
import type { HandlersFor } from '../../rpc/context.ts'

/** What can be found, in the order in which equally good matches are shown. */
const SEARCHED: ReadonlyArray<readonly [RegisterName, string]> = [
  ['activities', 'Processing activity'],
  ['organisations', 'Organisation'],
  ['contracts', 'Contract'],
  ['vocabulary', 'Term'],
  ['views', 'View'],
]

export const searchHandlers: HandlersFor<typeof searchProcedures> = {
  'search.everything': async ({ db }, { text, limit }) => {
    const words = fold(text).split(/\s+/).filter(Boolean)
    if (words.length === 0) return []
    const found = await Promise.all(
      SEARCHED.map(async ([register, detail]) =>
        (await matches(db, kinds[register].table, words, limit)).map((row) => ({ register, detail, ...row })),
      ),
    )
    const inTitle = ({ title }: { title: string }) => words.every((word) => fold(title).includes(word))
    const hits = found.flat()
    return [...hits.filter(inTitle), ...hits.filter((hit) => !inTitle(hit))].slice(0, limit)
  },
}

async function matches(db: ReadDb, table: RecordTableName, words: readonly string[], limit: number) {
  let query = db.selectFrom(table as 'views').select(['id', 'title'])
  for (const word of words) query = query.where(sql<boolean>`instr(search_text, ${word}) > 0`)
  // Titles that begin with the first word come first.
  return query
    .orderBy(sql`instr(lower(title), ${words[0]}) = 1`, 'desc')
    .orderBy('title')
    .limit(limit)
    .execute()
}
