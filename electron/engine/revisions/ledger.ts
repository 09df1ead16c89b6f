import { AppError } from '#shared/errors.ts'
import type { RegisterName } from '#shared/records/record.ts'
import type { Instant } from '#shared/time/instant.ts'
import { refreshDependents } from '../records/dependents.ts'
import type { RecordKind } from '../records/kind.ts'
import { type Lookups, lookupsWith } from '../records/lookups.ts'
import { deleteRow, findRow, type Row, writeLinks, writeRow } from '../records/store.ts'
import type { WriteDb } from '../db/schema.ts'
import { nextLink, sha256 } from './chain.ts'

type AnyRecord = { readonly id: string }
export type ChainHead = { readonly seq: number; readonly head: string }

/** What was done, by whom and when; the same for all records one command touches. */
export type CommandInfo = {
  readonly at: Instant
  readonly actor: string
  readonly procedure: string
  readonly command: string
}

/** The body of a revision that removed a record. */
export const REMOVED = 'null'

/**
 * The only way records change: each write leaves a revision in the same
 * transaction, chained to the one before.
 */
export type Ledger = ReturnType<typeof openLedger>

/** A ledger for one command, from the chain's present head. */
export function openLedger(
  db: WriteDb,
  info: CommandInfo,
  start: ChainHead,
  startLookups: () => Promise<Lookups>,
) {
  let head = start
  let undoes: string | null = null
  let lookups: Promise<Lookups> | null = null
  const touched = new Map<RegisterName, Set<string>>()

  async function append(register: RegisterName, record: string, body: string): Promise<void> {
    const header = { seq: head.seq + 1, ...info, undoes, register, record, body_sha256: sha256(body) }
    const chain = nextLink(head.head, header)
    await db
      .insertInto('revisions')
      .values({ ...header, body, chain_sha256: chain })
      .execute()
    head = { seq: header.seq, head: chain }
    touched.set(register, (touched.get(register) ?? new Set()).add(record))
  }

  /** What activities refer to, with the changes made so far. */
  function currentLookups(): Promise<Lookups> {
    lookups ??= startLookups()
    return lookups
  }

  async function note(register: RegisterName, id: string, record: AnyRecord | null): Promise<void> {
    lookups = Promise.resolve(lookupsWith(await currentLookups(), register, id, record))
  }

  return {
    /** Writes a record, new or changed, and gives it as kept; one that says the same as before leaves no revision. */
    async put<T extends AnyRecord>(kind: RecordKind<T>, written: T): Promise<T> {
      const record = kind.schema.parse(written)
      const body = JSON.stringify(record)
      const before = await findRow(db, kind, record.id)
      if (before?.body === body) return record
      if (before) refuse(kind, before, record)
      await append(kind.register, record.id, body)
      await note(kind.register, record.id, record)
      await writeRow(db, kind, record, body, info.at, await currentLookups(), before)
      const linksNow = JSON.stringify(kind.linksOf(record))
      const linksBefore = before && JSON.stringify(kind.linksOf(JSON.parse(before.body) as T))
      if (linksNow !== linksBefore) await writeLinks(db, kind, record)
      return record
    },

    /** Removes a record; its revisions stay. */
    async remove<T extends AnyRecord>(kind: RecordKind<T>, id: string): Promise<void> {
      const before = await findRow(db, kind, id)
      if (!before) throw new AppError('not-found', 'This record is no longer in the register.')
      refuse(kind, before, null)
      await append(kind.register, id, REMOVED)
      await note(kind.register, id, null)
      await deleteRow(db, kind, id)
    },

    /** Marks what follows as taking back another command. */
    takesBack(command: string): void {
      undoes = command
    },

    /** Brings up to date what other records show of the changed ones; called once, before the commit. */
    async settle(): Promise<{ head: ChainHead; lookups: Lookups }> {
      await refreshDependents(db, touched, await currentLookups())
      return { head, lookups: await currentLookups() }
    },

    /** Which registers the command touched. */
    touched: () => [...touched.keys()],
  }
}

/** What must stay as it is cannot be changed through any door. */
function refuse<T extends AnyRecord>(kind: RecordKind<T>, before: Row, after: T | null): void {
  const because = kind.whyNot?.(kind.schema.parse(JSON.parse(before.body)), after)
  if (because) throw new AppError('rule', because)
}
