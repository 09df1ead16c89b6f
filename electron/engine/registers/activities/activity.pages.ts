import type { ActivityFilter, ActivitySort, GroupKey } from '#shared/registers/activities/activity.list.ts'
import type { ReadDb } from '../../db/schema.ts'
import type { Remember } from '../../memory.ts'
import { filtered, sorted } from '../../records/activity.query.ts'
import { countMatching } from '../../records/count-matching.ts'

const COLUMNS = [
  'id',
  'organisation',
  'function',
  'bases',
  'classes',
  'errors',
  'warnings',
  'notes',
  'updated_at',
  'body',
] as const

/** The first rows of a list: the shortest way to something on the screen. */
export async function firstPage(
  db: ReadDb,
  filter: ActivityFilter,
  sort: readonly ActivitySort[],
  groupBy: GroupKey | null,
  limit: number,
) {
  const rows = await sorted(filtered(db.selectFrom('activities').select(COLUMNS), filter), sort, groupBy)
    .limit(limit)
    .execute()
  return { total: await countMatching(db, filter), rows }
}

/**
 * Rows from further down, or of a search for words. Which activities match, and
 * in what order, is asked once and remembered, so that scrolling through a long
 * list does not search it anew at every page.
 */
export async function laterPage(
  db: ReadDb,
  remember: Remember,
  filter: ActivityFilter,
  sort: readonly ActivitySort[],
  groupBy: GroupKey | null,
  offset: number,
  limit: number,
) {
  const ids = await remember(JSON.stringify(['activities.list', filter, sort, groupBy]), async () => {
    const query = sorted(filtered(db.selectFrom('activities').select('id'), filter), sort, groupBy)
    return (await query.execute()).map(({ id }) => id)
  })
  const wanted = ids.slice(offset, offset + limit)
  const rows =
    wanted.length === 0
      ? []
      : await db.selectFrom('activities').select(COLUMNS).where('id', 'in', wanted).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return { total: ids.length, rows: wanted.flatMap((id) => byId.get(id) ?? []) }
}
