import type { Naming } from '#shared/described/words.ts'
import type { RegisterName } from '#shared/records/record.ts'
import type { ReadDb } from '../db/schema.ts'
import { kinds } from '../records/kinds.ts'
import type { Lookups } from '../records/lookups.ts'
import { namingIn } from './naming-in-lookups.ts'

type Wanted = ReadonlyArray<{ readonly register: RegisterName; readonly id: string }>

/** Names of what the lookups know, and of some other records as well. */
export async function namingOf(db: ReadDb, lookups: Lookups, wanted: Wanted): Promise<Naming> {
  const known = namingIn(lookups)
  const titles = await titlesOf(
    db,
    wanted.filter(({ register, id }) => known(register, id) === undefined),
  )
  return (kind, id) => known(kind, id) ?? titles.get(id)
}

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
