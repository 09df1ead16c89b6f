import type { Naming } from '#shared/described/words.ts'
import type { ReadDb } from '../db/schema.ts'
import type { Lookups } from '../records/lookups.ts'
import { titlesOf, type Wanted } from '../records/titles.ts'
import { namingIn } from './naming-in-lookups.ts'

/** Names of what the lookups know, and of some other records as well. */
export async function namingOf(db: ReadDb, lookups: Lookups, wanted: Wanted): Promise<Naming> {
  const known = namingIn(lookups)
  const titles = await titlesOf(
    db,
    wanted.filter(({ register, id }) => known(register, id) === undefined),
  )
  return (kind, id) => known(kind, id) ?? titles.get(id)
}
