import { setImmediate as breathe } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import type { ReadDb } from '../db/schema.ts'
import { CHAIN_START, nextLink, sha256 } from './chain.ts'
import type { ChainHead } from './ledger.ts'

/** Revisions read at a time, so that a long trail neither fills memory nor keeps others waiting. */
const BATCH = 250

/** Follows the chain from its start; returns its head and a sentence for everything that does not fit. */
export async function verifyChain(
  db: ReadDb,
  known: ChainHead | null,
): Promise<{ head: ChainHead; problems: string[] }> {
  let link = CHAIN_START
  let seq = 0
  const problems: string[] = []
  const say = (problem: string) => problems.length < 20 && problems.push(problem)
  for (;;) {
    const rows = await db
      .selectFrom('revisions')
      .selectAll()
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(BATCH)
      .execute()
    if (rows.length === 0) break
    for (const row of rows) {
      if (row.seq !== seq + 1) say(`Revision ${seq + 1} is missing: the trail jumps to ${row.seq}.`)
      if (row.body === null) say(`The content of revision ${row.seq} was taken out of the trail.`)
      else if (sha256(row.body) !== row.body_sha256)
        say(`The content of revision ${row.seq} was changed after it was written.`)
      link = nextLink(link, row)
      if (link !== row.chain_sha256) {
        say(`Revision ${row.seq} does not follow from the one before: it, or one before it, was changed.`)
        link = row.chain_sha256
      }
      seq = row.seq
      if (known?.seq === seq && known.head !== link)
        say(`Revision ${seq} is not the one this computer saw before: the trail was rewritten.`)
    }
    await breathe()
  }
  if (known && known.seq > seq)
    say(
      `This computer has seen ${known.seq} revisions of this register, but the file holds ${seq}: it was put back to an earlier state.`,
    )
  return { head: { seq, head: link }, problems }
}

/** Has SQLite read every page; each page carries its own authentication code. */
export function verifyPages(raw: Sqlite.Database): string[] {
  const result: unknown = raw.pragma('integrity_check(5)', { simple: true })
  return result === 'ok' ? [] : [`The database is damaged: ${String(result)}.`]
}
