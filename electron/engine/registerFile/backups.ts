import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import { Instant } from '#shared/time/instant.ts'
import { restoreCases } from '../cases/restore-cases.ts'
import { closeDatabase, migrationState, openEncrypted } from '../db/open.ts'
import { verifyPageCodes } from '../db/page-codes.ts'
import { storageError } from '../db/storage-error.ts'
import { restoreDocuments } from '../documents/restore-documents.ts'
import { verifyChain, verifyPages } from '../revisions/verify.ts'
import type { ChainHead } from '../revisions/ledger.ts'
import { syncFile, syncFolder } from './durable.ts'
import { filesOf } from './folder.ts'
import { keepAside } from './keep-aside.ts'
import { takeWriterLock } from './writer-lock.ts'

/** Only names of this shape are taken for backups, so a name can never point elsewhere. */
const BACKUP_NAME = /^\d{8}-\d{6}\d{3}(-before-[0-9a-z_]+)?\.db$/

/** Writes an encrypted copy under the same key, reads it back whole, and gives it its name only then. */
export async function writeBackup(
  raw: Sqlite.Database,
  key: Buffer,
  options: { folder: string; now: Instant; expected: ChainHead | null; suffix?: string },
): Promise<string> {
  const { backups } = filesOf(options.folder)
  const path = join(
    backups,
    `${options.now.replaceAll(/[-:.Z]/g, '').replace('T', '-')}${options.suffix ?? ''}.db`,
  )
  const temporary = `${path}.partial`
  try {
    await mkdir(backups, { recursive: true })
    await rm(temporary, { force: true })
    raw.prepare('vacuum into ?').run(temporary)
    await verifyBackup(temporary, key, options.expected)
    await rename(temporary, path)
    await syncFolder(backups)
    return path
  } catch (error) {
    await rm(temporary, { force: true })
    throw storageError(error, path)
  }
}

/** Reads a backup whole; throws when it is damaged or does not end where expected. */
async function verifyBackup(path: string, key: Buffer, expected: ChainHead | null): Promise<ChainHead> {
  const opened = openEncrypted(path, key, { readonly: true })
  try {
    const pages = [...verifyPages(opened.raw), ...(await verifyPageCodes(opened.raw, key))]
    const isEmpty = (await migrationState(opened.db)).current === null
    const { head, problems } =
      pages.length > 0 || isEmpty
        ? { head: null, problems: [...pages, 'There is no register in it.'] }
        : await verifyChain(opened.db, expected)
    if (problems.length > 0 || !head)
      throw new AppError('storage', `The backup ${basename(path)} is damaged: ${problems[0]}`, {
        reason: 'damaged',
      })
    return head
  } catch (error) {
    throw storageError(error, path)
  } finally {
    await closeDatabase(opened)
  }
}

/** The backups of a register, newest first. */
export async function listBackups(
  folder: string,
): Promise<{ name: string; bytes: number; madeAt: Instant }[]> {
  const { backups } = filesOf(folder)
  const names = await readdir(backups).catch(() => [])
  const found = names
    .filter((name) => BACKUP_NAME.test(name))
    .toSorted()
    .toReversed()
  return Promise.all(
    found.map(async (name) => {
      const { size } = await stat(join(backups, name))
      return { name, bytes: size, madeAt: momentIn(name) }
    }),
  )
}

/** When a backup was made: its name says so, also after the folder was copied. */
function momentIn(name: string): Instant {
  const [, year, month, day, hours, minutes, seconds, rest] =
    /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(\d{3})/.exec(name)!
  return Instant.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${rest}Z`)
}

/** Puts a verified backup in the database's place; what was there is kept beside it, and every document and case stays. */
export async function restoreBackup(folder: string, name: string, key: Buffer, now: Instant): Promise<void> {
  if (!BACKUP_NAME.test(name)) throw new AppError('invalid', 'This is not the name of a backup.')
  const { backups, database, documents, documentsCopy } = filesOf(folder)
  const backup = join(backups, name)
  const incoming = `${database}.restoring`
  const lock = takeWriterLock(folder, now)
  if ('heldBy' in lock)
    throw new AppError(
      'storage',
      `${lock.heldBy} has this register open. Close it there, then restore the backup.`,
      { reason: 'in-use' },
    )
  try {
    await verifyBackup(backup, key, null)
    // Before the records, so that a crash leaves no record without its documents.
    await restoreDocuments({ documents, copy: documentsCopy }, key, now)
    await copyFile(backup, incoming)
    await syncFile(incoming)
    await restoreCases(folder, { incoming, present: database }, key, now)
    await keepAside(database, `${database}.replaced-${now.replaceAll(/[-:.]/g, '')}`)
    await rename(incoming, database)
    await syncFolder(folder)
  } catch (error) {
    await rm(incoming, { force: true })
    throw storageError(error, database)
  } finally {
    lock.release()
  }
}
