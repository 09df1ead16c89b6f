import type { ActivityFilter } from '#shared/registers/activities/activity.list.ts'
import type { ReadDb } from '../db/schema.ts'
import { filtered } from './activity.query.ts'

/** How many activities a filter shows. */
export async function countMatching(db: ReadDb, filter: ActivityFilter): Promise<number> {
  const query = db.selectFrom('activities').select(({ fn }) => fn.countAll<number>().as('total'))
  return Number((await filtered(query, filter).executeTakeFirstOrThrow()).total)
}
