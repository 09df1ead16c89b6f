import { RegisterName } from '#shared/records/record.ts'
import { endOfUkDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { ReadDb } from '../db/schema.ts'
import { type OpenDatabase, openInMemory } from '../db/open.ts'
import { makeMemory, type Remember } from '../memory.ts'
import { kinds } from '../records/kinds.ts'
import { type Lookups, readLookups } from '../records/lookups.ts'
import { writeLinks, writeRow } from '../records/store.ts'
import { REMOVED } from './ledger.ts'

/** A past state of a register, and what its activities refer to. */
export type PastRegister = OpenDatabase & { readonly lookups: Promise<Lookups>; readonly remember: Remember }

/**
 * The register as it stood at the end of a day, as a database in memory, so
 * that every query answers "as at" without knowing it.
 */
export async function registerAsAt(db: ReadDb, day: PlainDate): Promise<PastRegister> {
  const past = await openInMemory()
  const bodies = await latestBodies(db, day)
  await past.db.transaction().execute(async (into) => {
    for (const [register, kind] of Object.entries(kinds)) {
      // Later kinds show names of earlier ones, so what they look up is read for each.
      const lookups = await readLookups(into, day)
      for (const row of bodies.filter((one) => one.register === register)) {
        const record = kind.schema.parse(JSON.parse(row.body))
        await writeRow(into, kind, record, row.body, row.at, lookups)
        await writeLinks(into, kind, record)
      }
    }
  })
  return {
    ...past,
    lookups: Promise.resolve(await readLookups(past.db, day)),
    remember: makeMemory().remember,
  }
}

/** The last state of each record not after the end of a day, without those that were removed or erased. */
async function latestBodies(db: ReadDb, day: PlainDate) {
  const rows = await db
    .selectFrom('revisions')
    .innerJoin(
      (past) =>
        past
          .selectFrom('revisions')
          .select(({ fn }) => fn.max('seq').as('latest'))
          .where('at', '<=', endOfUkDay(day))
          .groupBy(['register', 'record'])
          .as('last'),
      (join) => join.onRef('last.latest', '=', 'revisions.seq'),
    )
    .select(['register', 'body', 'at'])
    .orderBy('seq')
    .execute()
  return rows.flatMap(({ register, body, at }) =>
    body === null || body === REMOVED ? [] : [{ register: RegisterName.parse(register), body, at }],
  )
}
