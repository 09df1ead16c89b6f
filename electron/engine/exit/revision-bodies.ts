import type { ReadDb } from '../db/schema.ts'

/** Revisions read at a time. */
const BATCH = 250

/** The exact text of the content of each revision up to one, oldest first, one JSON text each. */
export async function* bodyLines(db: ReadDb, upTo: number): AsyncGenerator<string> {
  for (let seq = 0; seq < upTo;) {
    const rows = await db
      .selectFrom('revisions')
      .select(['seq', 'body'])
      .where('seq', '>', seq)
      .where('seq', '<=', upTo)
      .orderBy('seq')
      .limit(BATCH)
      .execute()
    if (rows.length === 0) return
    for (const row of rows) yield JSON.stringify({ seq: row.seq, body: row.body })
    seq = rows.at(-1)!.seq
  }
}
