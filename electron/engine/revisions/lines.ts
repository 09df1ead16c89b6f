import type { Database, ReadDb } from '../db/schema.ts'

/** What is told of a revision: what the chain is made over, and the link; not the content. */
export const REVISION_FIELDS = [
  'seq',
  'at',
  'actor',
  'procedure',
  'command',
  'undoes',
  'register',
  'record',
  'body_sha256',
  'chain_sha256',
] as const

/** Revisions read at a time. */
const BATCH = 250

/**
 * The trail up to a revision, oldest first, one JSON text each: every field the
 * chain is made over, and the link, so that anybody can follow it with nothing
 * but SHA-256. Earlier contents are left out: they are not handed out.
 */
export async function* revisionLines(db: ReadDb, upTo: number): AsyncGenerator<string> {
  yield* linesOfRevisions(db, REVISION_FIELDS, upTo)
}

/** The exact text of the content of each revision up to one, oldest first, one JSON text each. */
export async function* bodyLines(db: ReadDb, upTo: number): AsyncGenerator<string> {
  yield* linesOfRevisions(db, ['seq', 'body'], upTo)
}

async function* linesOfRevisions(
  db: ReadDb,
  fields: readonly (keyof Database['revisions'])[],
  upTo: number,
): AsyncGenerator<string> {
  for (let seq = 0; seq < upTo;) {
    const rows = await db
      .selectFrom('revisions')
      .select(fields)
      .select('seq')
      .where('seq', '>', seq)
      .where('seq', '<=', upTo)
      .orderBy('seq')
      .limit(BATCH)
      .execute()
    if (rows.length === 0) return
    for (const row of rows) yield JSON.stringify(row)
    seq = rows.at(-1)!.seq
  }
}
