import type { RegisterName } from '#shared/records/record.ts'
import type { WriteDb } from '../db/schema.ts'
import { activityKind } from './activity.kind.ts'
import type { Lookups } from './lookups.ts'
import { writeRow } from './store.ts'

/**
 * Writes anew the rows of activities that refer to changed records, because
 * their lists show names and gap counts that depend on them. Their bodies, and
 * so their history, do not change.
 */
export async function refreshDependents(
  db: WriteDb,
  changed: ReadonlyMap<RegisterName, ReadonlySet<string>>,
  lookups: Lookups,
): Promise<void> {
  const targets = [...changed].flatMap(([register, ids]) => (register === 'activities' ? [] : [...ids]))
  const ids = new Set<string>()
  for (const target of targets) {
    const rows = await db
      .selectFrom('links')
      .select('record')
      .where('register', '=', 'activities')
      .where('target', '=', target)
      .execute()
    for (const { record } of rows) ids.add(record)
  }
  for (const id of ids) await refreshActivity(db, id, lookups)
}

/** Writes one activity's row anew from its body. */
export async function refreshActivity(db: WriteDb, id: string, lookups: Lookups): Promise<void> {
  const row = await db
    .selectFrom('activities')
    .select(['body', 'updated_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return
  await writeRow(
    db,
    activityKind,
    activityKind.schema.parse(JSON.parse(row.body)),
    row.body,
    row.updated_at,
    lookups,
  )
}
