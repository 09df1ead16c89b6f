import { setImmediate as breathe } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { RecordKind } from '../records/kind.ts'
import { rowsOf } from '../records/store.ts'

/** Records looked at in one go, so that others need not wait long. */
const BATCH = 200

/**
 * A sentence for every kind of entry that no longer says what was sealed when it was recorded. A seal stands in the
 * record itself, so it also shows a change that the trail was rewritten to fit.
 */
export async function brokenSealsOf(
  db: Kysely<Database>,
  kind: RecordKind<{ readonly id: string }>,
): Promise<string[]> {
  const { brokenIn } = kind
  if (!brokenIn) return []
  const records = new Map<string, number>()
  let after = ''
  for (;;) {
    const rows = await rowsOf(db, kind)
      .select(['here.id', 'here.body'])
      .where('here.id', '>', after)
      .orderBy('here.id')
      .limit(BATCH)
      .execute()
    const last = rows.at(-1)?.id
    if (last === undefined) break
    for (const { body } of rows) {
      for (const what of brokenIn(JSON.parse(body) as { id: string }))
        records.set(what, (records.get(what) ?? 0) + 1)
    }
    after = last
    await breathe()
  }
  return [...records].map(
    ([what, count]) =>
      `“${what}” in ${count} of the ${kind.register} no longer say what was sealed when they were recorded: they were changed outside the program.`,
  )
}
