import type { ChainState } from '#shared/registers/registerFile/registerFile.contract.ts'
import type { Instant } from '#shared/time/instant.ts'
import { type PlainDate, ukDayOf } from '#shared/time/plain-date.ts'
import { closeDatabase, type OpenDatabase } from '../db/open.ts'
import { verifyPageCodes } from '../db/page-codes.ts'
import type { SessionCases } from '../cases/open-cases.ts'
import { verifyCases } from '../cases/verify-cases.ts'
import type { Documents } from '../documents/open-documents.ts'
import { verifyFiles } from '../documents/verify-documents.ts'
import type { ReadDb } from '../db/schema.ts'
import { makeMemory } from '../memory.ts'
import { kinds } from '../records/kinds.ts'
import { type Lookups, readLookups } from '../records/lookups.ts'
import { type PastRegister, registerAsAt } from '../revisions/as-at.ts'
import { CHAIN_START } from '../revisions/chain.ts'
import type { ChainHead } from '../revisions/ledger.ts'
import { verifyChain, verifyPages } from '../revisions/verify.ts'
import { verifyRecords } from '../revisions/verify-records.ts'
import type { WriterLock } from './writer-lock.ts'

/** How many past days are kept in memory side by side. */
const PAST_KEPT = 3
/** How long a past day that is no longer kept may still be read from, in milliseconds. */
const RETIRED_FOR = 60_000

/** An open register. */
export type Session = Awaited<ReturnType<typeof startSession>>

export type SessionStart = {
  readonly folder: string
  readonly registerId: string
  readonly schemaVersion: string
  /** The backup made before the schema was brought up to date, when it was. */
  readonly broughtUpToDate: string | null
  readonly database: OpenDatabase
  /** The files that records attach. */
  readonly documents: Documents
  readonly key: Buffer
  readonly lock: WriterLock | null
  readonly readOnlyBecause: string | null
  readonly knownHead: ChainHead | null
  /** The documents of each request for access. */
  readonly cases: SessionCases
  /** Removes a private copy that was opened because the folder cannot be written. */
  readonly cleanUp: () => Promise<void>
}

/** Starts the session of a database that has been opened and migrated. */
export async function startSession(start: SessionStart) {
  const { db, raw } = start.database
  let head = await readHead(start.database)
  let lookups: { readonly today: PlainDate; readonly read: Promise<Lookups> } | null = null
  let checked: { readonly at: Instant; readonly problems: string[] } | null = null
  const past = new Map<string, Promise<PastRegister>>()
  const memory = makeMemory()
  const retired = new Set<Promise<PastRegister>>()

  /** Somebody may still be reading from it, so it is closed only after a while. */
  function retire(dropped: Promise<PastRegister>): void {
    retired.add(dropped)
    setTimeout(() => void drop(dropped), RETIRED_FOR).unref()
  }

  async function drop(dropped: Promise<PastRegister>): Promise<void> {
    retired.delete(dropped)
    await (await dropped.catch(() => null))?.db.destroy()
  }

  async function verifyContent(now: Instant): Promise<string[]> {
    const { problems } = await verifyChain(db, start.knownHead)
    const shown = await readLookups(db, ukDayOf(now)).catch(() => null)
    return [...problems, ...(await verifyRecords(db, Object.values(kinds), shown))]
  }

  return {
    ...start,
    db,
    raw,
    head: () => head,
    /** Answers that hold until the next change. */
    memory,

    /** In a register that somebody else writes to: takes note of what was written since. */
    async catchUp(): Promise<void> {
      if (!start.readOnlyBecause) return
      const now = await readHead(start.database)
      if (now.seq === head.seq) return
      lookups = null
      memory.forget()
      head = now
    },

    /** Moves on after a commit. */
    advance(next: ChainHead, changed: Lookups): void {
      memory.forget()
      head = next
      lookups = { today: changed.today, read: Promise.resolve(changed) }
    },

    /**
     * What activities refer to, read once and kept until it changes or the day does.
     * Inside a transaction the reader must be that transaction, which holds the only connection.
     */
    lookups(today: PlainDate, reader: ReadDb = db): Promise<Lookups> {
      if (lookups?.today !== today) lookups = { today, read: readLookups(reader, today) }
      return lookups.read
    },

    /** The register as at a day, kept for the next question about the same day. */
    async asAt(day: PlainDate): Promise<PastRegister> {
      const name = `${day} ${head.seq}`
      const kept = past.get(name) ?? registerAsAt(db, day)
      past.delete(name)
      past.set(name, kept)
      // One that could not be made is not kept.
      kept.catch(() => past.delete(name))
      for (const oldest of [...past.keys()].slice(0, -PAST_KEPT)) {
        const dropped = past.get(oldest)
        past.delete(oldest)
        if (dropped) retire(dropped)
      }
      return kept
    },

    chain: (): ChainState => ({ ...head, checkedAt: checked?.at ?? null, problems: checked?.problems ?? [] }),

    /**
     * Reads every page, follows the chain and looks at the attached files and the cases. SQLite's own check of its structures keeps every other call
     * waiting until it has read the whole file, so it runs only where somebody asked for it.
     */
    async verify(now: Instant, { withStructure = true } = {}): Promise<ChainState> {
      const structure = withStructure ? verifyPages(raw) : []
      const pages = [...structure, ...(await verifyPageCodes(raw, start.key))]
      const content = pages.length > 0 ? pages : await verifyContent(now)
      const withBytes = withStructure
      const problems = [
        ...content,
        ...(await verifyFiles(db, start.documents, { withBytes })),
        ...(await verifyCases({ raw, ...start }, { withBytes })),
      ]
      checked = { at: now, problems }
      return { ...head, checkedAt: now, problems }
    },

    /** Whether the trail still holds what this computer saw before; if not, that is not forgotten. */
    async holdsKnownHead(): Promise<boolean> {
      const { knownHead } = start
      if (!knownHead || knownHead.seq === 0) return true
      const row = await db
        .selectFrom('revisions')
        .select('chain_sha256')
        .where('seq', '=', knownHead.seq)
        .executeTakeFirst()
      return row?.chain_sha256 === knownHead.head
    },

    /** Closes the database, drops the key and lets others write, whatever the disk says to it. */
    async close(): Promise<void> {
      try {
        for (const kept of [...past.values(), ...retired]) await drop(kept)
        await start.cases.close()
        if (start.lock) tidyLog(raw)
        await closeDatabase(start.database)
        await start.documents.close()
      } finally {
        start.key.fill(0)
        start.lock?.release()
        await start.cleanUp()
      }
    },
  }
}

/** Empties the write-ahead log; where the disk is full, the log keeps what it holds for the next opening. */
function tidyLog(raw: OpenDatabase['raw']): void {
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // What was committed is safe in the log.
  }
}

/** Writes anew what the lists show when rules about dates last ran on another day. */
export function staleSince(session: Session, now: Instant): boolean {
  const row = session.raw
    .prepare<[], { value: string }>(`select value from meta where key = 'listed_on'`)
    .get()
  return session.readOnlyBecause === null && row?.value !== ukDayOf(now)
}

async function readHead({ db }: OpenDatabase): Promise<ChainHead> {
  const row = await db
    .selectFrom('revisions')
    .select(['seq', 'chain_sha256'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { seq: row.seq, head: row.chain_sha256 } : { seq: 0, head: CHAIN_START }
}
