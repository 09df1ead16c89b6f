import type { RegisterName } from '#shared/records/record.ts'
import type { ReadDb } from '../db/schema.ts'
import { kinds } from './kinds.ts'

/** Some records of any registers. */
export type Wanted = ReadonlyArray<{ readonly register: RegisterName; readonly id: string }>

/** Ids are asked for in batches: a statement takes a limited number of values. */
const BATCH = 500

/** The titles of some records of any registers; those that are gone have none. */
export async function titlesOf(db: ReadDb, wanted: Wanted): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  for (const [register, found] of Map.groupBy(wanted, (one) => one.register)) {
    const ids = [...new Set(found.map(({ id }) => id))]
    for (let start = 0; start < ids.length; start += BATCH) {
      const rows = await db
        .selectFrom(kinds[register].table as 'views')
        .select(['id', 'title'])
        .where('id', 'in', ids.slice(start, start + BATCH))
        .execute()
      for (const { id, title } of rows) titles.set(id, title)
    }
  }
  return titles
}
