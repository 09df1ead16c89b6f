import { basename } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { Instant } from '#shared/time/instant.ts'
import { openCases } from '../cases/open-cases.ts'
import {
  closeDatabase,
  migrateToLatest,
  migrationState,
  openEncrypted,
  type OpenDatabase,
} from '../db/open.ts'
import { storageError } from '../db/storage-error.ts'
import { documentsAt } from '../documents/open-documents.ts'
import { writeBackup } from './backups.ts'
import { filesOf, isWritable } from './folder.ts'
import { knownHead } from './heads.ts'
import { privateCopies } from './private-copies.ts'
import { type Session, type SessionStart, startSession } from './session.ts'
import { takeWriterLock, type WriterLock } from './writer-lock.ts'

type Unlocked = {
  readonly folder: string
  readonly registerId: string
  readonly key: Buffer
  readonly home: string | null
  readonly now: Instant
}

/** Opens an unlocked register: to write where that is possible, else to read, saying why. */
export async function openRegister(unlocked: Unlocked): Promise<Session> {
  const { folder, now } = unlocked
  if (!(await isWritable(folder)))
    return openPrivateCopy(unlocked, 'The folder is read-only for this account, so nothing can be changed.')
  const lock = tryLock(folder, now)
  if ('heldBy' in lock)
    return openToRead(
      unlocked,
      filesOf(folder).database,
      `${lock.heldBy} has this register open, so nothing can be changed here.`,
    )
  try {
    return await openToWrite(unlocked, lock)
  } catch (error) {
    lock.release()
    throw error
  }
}

function tryLock(folder: string, now: Instant): WriterLock | { heldBy: string } {
  try {
    return takeWriterLock(folder, now)
  } catch (error) {
    throw storageError(error, folder)
  }
}

async function openToWrite(unlocked: Unlocked, lock: WriterLock): Promise<Session> {
  const database = openEncrypted(filesOf(unlocked.folder).database, unlocked.key, { readonly: false })
  try {
    const broughtUpToDate = await bringUpToDate(unlocked, database)
    const session = await start(unlocked, database, { lock, broughtUpToDate })
    await sweepDocuments(session, unlocked.now)
    await session.cases.sweep()
    return session
  } catch (error) {
    await closeDatabase(database)
    throw storageError(error, unlocked.folder)
  }
}

/** Backs an older register up, then migrates it, and names the backup; leaves a newer one alone. */
async function bringUpToDate(
  { folder, key, now }: Unlocked,
  { db, raw }: OpenDatabase,
): Promise<string | null> {
  const { unknown, pending, current } = await migrationState(db)
  if (unknown.length > 0) throw newerSchema(folder)
  if (!current) throw emptyDatabase(folder)
  if (pending.length === 0) return null
  const backup = await writeBackup(raw, key, { folder, now, expected: null, suffix: `-before-${pending[0]}` })
  await migrateToLatest(db)
  return basename(backup)
}

async function openToRead(
  unlocked: Unlocked,
  file: string,
  because: string,
  opened: Pick<HowOpened, 'cleanUp' | 'locate'> = {},
): Promise<Session> {
  const database = openEncrypted(file, unlocked.key, { readonly: true })
  const { unknown, pending, current } = await migrationState(database.db)
  if (unknown.length === 0 && pending.length === 0)
    return start(unlocked, database, { readOnlyBecause: because, ...opened })
  await closeDatabase(database)
  if (unknown.length > 0) throw newerSchema(unlocked.folder)
  if (!current) throw emptyDatabase(unlocked.folder)
  throw new AppError(
    'storage',
    'This register was written by an older version and must be brought up to date first, but it cannot be written here. Copy its folder to a place where it can.',
    { reason: 'folder-read-only' },
  )
}

async function openPrivateCopy(unlocked: Unlocked, because: string): Promise<Session> {
  const copies = await privateCopies()
  try {
    const copy = await copies.of(filesOf(unlocked.folder).database)
    return await openToRead(unlocked, copy, because, { cleanUp: copies.remove, locate: copies.of })
  } catch (error) {
    await copies.remove()
    throw storageError(error, unlocked.folder)
  }
}

/**
 * Drops what was begun and never attached. Damage of the documents does not keep the register from being opened:
 * its check names them.
 */
async function sweepDocuments({ documents, raw }: Session, now: Instant): Promise<void> {
  const naming = raw.prepare<[string], unknown>('select 1 from revisions where instr(body, ?) limit 1')
  const isNamed = (document: string) => naming.get(document) !== undefined
  await documents.sweep(now, isNamed).catch((error: unknown) => {
    if (!(storageError(error, 'documents.db') instanceof AppError)) throw error
  })
}

type HowOpened = Partial<Pick<SessionStart, 'lock' | 'readOnlyBecause' | 'broughtUpToDate' | 'cleanUp'>> & {
  /** Says where a database beside the register is read, when not in the register's folder. */
  readonly locate?: (database: string) => Promise<string>
}

async function start(
  unlocked: Unlocked,
  database: OpenDatabase,
  { locate = (file) => Promise.resolve(file), ...opened }: HowOpened,
): Promise<Session> {
  const { folder, registerId, key, home } = unlocked
  const { current } = await migrationState(database.db)
  const readOnlyBecause = opened.readOnlyBecause ?? null
  const documents = documentsAt({
    key,
    readOnlyBecause,
    locate: () => locate(filesOf(folder).documents),
  })
  const cases = openCases({ raw: database.raw, folder, readOnlyBecause, locate })
  return startSession({
    folder,
    registerId,
    key,
    database,
    documents,
    cases,
    lock: null,
    readOnlyBecause: null,
    broughtUpToDate: null,
    cleanUp: () => Promise.resolve(),
    ...opened,
    schemaVersion: current ?? '',
    knownHead: home ? await knownHead(home, registerId) : null,
  })
}

/** A file that was cut to nothing opens as an empty database; it must never be taken for a new register. */
function emptyDatabase(folder: string): AppError {
  return new AppError(
    'storage',
    `The database of ${basename(folder)} is empty: what it held was cut off. Nothing was changed. Restore the last good backup.`,
    { reason: 'damaged' },
  )
}

function newerSchema(folder: string): AppError {
  return new AppError(
    'storage',
    `${basename(folder)} was written by a newer version of DPO Workbench. This version leaves it alone; install the newer one to open it.`,
    { reason: 'newer-schema' },
  )
}
