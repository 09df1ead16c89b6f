import { createHash } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import { Instant } from '#shared/time/instant.ts'
import { storageError } from '../db/storage-error.ts'
import { hashOf, inChunks } from './chunks.ts'
import type { NewDocument, StoredDocument } from './document-store.ts'

/** The documents of one open `documents.db`, or of a copy of it. */
export type Shelf = ReturnType<typeof shelfIn>

type DocumentRow = { id: string; name: string; bytes: number; sha256: string; taken_in_at: string }
/** How many free pages are given back to the disk in one step: 1 MiB. */
const PAGES_GIVEN_BACK = 256

type ChunkRow = { sha256: string; bytes: Buffer }

/**
 * What can be done with documents in an open database. Each statement stands by itself, so that long files
 * keep neither the log growing nor others waiting: a document is there from the moment its own row is.
 */
export function shelfIn(raw: Sqlite.Database) {
  const hasTables = raw.pragma('user_version', { simple: true }) !== 0

  function find(document: string): StoredDocument | null {
    if (!hasTables) return null
    const row = raw
      .prepare<[string], DocumentRow>(
        'select id, name, bytes, sha256, taken_in_at from documents where id = ?',
      )
      .get(document)
    return row ? asDocument(row) : null
  }

  async function* read(document: string): AsyncGenerator<Buffer> {
    const known = find(document)
    if (!known) throw gone()
    const chunks = raw.prepare<[string, number], ChunkRow>(
      'select sha256, bytes from chunks where document = ? and number = ?',
    )
    const whole = createHash('sha256')
    let read = 0
    for (let number = 0; read < known.bytes; number += 1) {
      const chunk = chunks.get(document, number)
      if (!chunk || hashOf(chunk.bytes) !== chunk.sha256) throw changed(known)
      whole.update(chunk.bytes)
      read += chunk.bytes.length
      yield chunk.bytes
      await breathe()
    }
    if (read !== known.bytes || whole.digest('hex') !== known.sha256) throw changed(known)
  }

  /** Takes a document away chunk by chunk, so that a full disk has room for each step, and gives the room back. */
  async function drop(document: string): Promise<void> {
    raw.prepare('delete from documents where id = ?').run(document)
    const last = raw.prepare<[string], { number: number }>(
      'select number from chunks where document = ? order by number desc limit 1',
    )
    const remove = raw.prepare('delete from chunks where document = ? and number = ?')
    for (let chunk = last.get(document); chunk; chunk = last.get(document)) {
      remove.run(document, chunk.number)
      await breathe()
    }
    while ((raw.pragma('freelist_count', { simple: true }) as number) > 0) {
      raw.pragma(`incremental_vacuum(${PAGES_GIVEN_BACK})`)
      await breathe()
    }
    raw.pragma('wal_checkpoint(TRUNCATE)')
  }

  return {
    find,
    read,
    drop,

    /** Every document that a record names or once was about to, the oldest first. */
    list(): StoredDocument[] {
      if (!hasTables) return []
      const rows = raw
        .prepare<[], DocumentRow>(
          'select id, name, bytes, sha256, taken_in_at from documents where kept_since is not null order by id',
        )
        .all()
      return rows.map(asDocument)
    },

    /** Takes a document in; what fails on the way leaves nothing behind. */
    async add(
      pieces: AsyncIterable<Uint8Array>,
      { document, name, at }: NewDocument,
    ): Promise<StoredDocument> {
      const put = raw.prepare('insert into chunks (document, number, sha256, bytes) values (?, ?, ?, ?)')
      const whole = createHash('sha256')
      let [bytes, number] = [0, 0]
      try {
        for await (const chunk of inChunks(pieces)) {
          put.run(document, number, hashOf(chunk), chunk)
          whole.update(chunk)
          bytes += chunk.length
          number += 1
        }
        const sha256 = whole.digest('hex')
        raw
          .prepare('insert into documents (id, name, bytes, sha256, taken_in_at) values (?, ?, ?, ?, ?)')
          .run(document, name, bytes, sha256, at)
        return { document, name, bytes, sha256, takenInAt: at }
      } catch (error) {
        // What cannot be taken back now, as when the register was locked meanwhile, is swept at the next opening;
        // the person must hear why it was not taken in.
        await drop(document).catch(() => undefined)
        throw error
      }
    },

    /** Marks documents as kept for good. */
    keep(documents: readonly string[], at: Instant): void {
      const mark = raw.prepare('update documents set kept_since = coalesce(kept_since, ?) where id = ?')
      raw.transaction(() => documents.forEach((document) => mark.run(at, document)))()
    },

    /** Documents that were never taken in whole, and those from before a moment that no record was about to name. */
    unattached(before: Instant): { readonly torn: string[]; readonly old: string[] } {
      if (!hasTables) return { torn: [], old: [] }
      const torn = raw.prepare<[], string>(
        'select distinct document from chunks where document not in (select id from documents)',
      )
      const old = raw.prepare<[string], string>(
        'select id from documents where kept_since is null and taken_in_at < ?',
      )
      return { torn: torn.pluck().all(), old: old.pluck().all(before) }
    },

    /** Reads a document whole; what is wrong with it in a few words, or null. */
    async check(document: string): Promise<string | null> {
      if (!find(document)) return 'is not in documents.db'
      try {
        for await (const piece of read(document)) piece.fill(0)
        return null
      } catch (error) {
        const known = storageError(error, 'documents.db')
        if (!(known instanceof AppError)) throw error
        return 'is not what was taken in'
      }
    },
  }
}

const asDocument = (row: DocumentRow): StoredDocument => ({
  document: row.id,
  name: row.name,
  bytes: row.bytes,
  sha256: row.sha256,
  takenInAt: Instant.parse(row.taken_in_at),
})

const gone = () =>
  new AppError(
    'storage',
    'This file is not in documents.db. Close the register and put back a copy of its folder, or restore its last backup.',
    { reason: 'missing' },
  )

const changed = ({ name }: StoredDocument) =>
  new AppError(
    'storage',
    `“${name}” is not what was taken in: its bytes were changed outside the program. Restore the last good backup.`,
    { reason: 'damaged' },
  )
