import { closeDatabase, openEncrypted } from '../db/open.ts'
import type { Session } from '../registerFile/session.ts'
import { CHAIN_START } from '../revisions/chain.ts'
import type { ChainHead } from '../revisions/ledger.ts'
import type { Kysely } from 'kysely'
import type Sqlite from 'better-sqlite3'
import type { Database } from '../db/schema.ts'

/** A register as it stood at one moment, however long it is read from. */
export type Snapshot = {
  readonly db: Kysely<Database>
  readonly raw: Sqlite.Database
  readonly head: ChainHead
}

/** Reads from one state of the open register while others go on changing it. */
export async function atOneMoment<Result>(
  { raw: open, key }: Session,
  read: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  // A connection of its own: in a transaction it sees one state, whatever is written meanwhile.
  const opened = openEncrypted(open.name, key, { readonly: true })
  try {
    opened.raw.exec('begin')
    const last = opened.raw
      .prepare<[], ChainHead>('select seq, chain_sha256 as head from revisions order by seq desc limit 1')
      .get()
    return await read({ ...opened, head: last ?? { seq: 0, head: CHAIN_START } })
  } finally {
    await closeDatabase(opened)
  }
}
