import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import { Instant } from '#shared/time/instant.ts'
import { openEncrypted } from '../db/open.ts'
import { storageError } from '../db/storage-error.ts'
import { verifyChain, verifyPages } from '../revisions/verify.ts'
import type { ChainHead } from '../revisions/ledger.ts'
import { filesOf } from './folder.ts'

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
    return path
  } catch (error) {
    await rm(temporary, { force: true })
    throw storageError(error, path)
  }
}

/** Reads a backup whole; throws when it is damaged or does not end where expected. */
export async function verifyBackup(
  path: string,
  key: Buffer,
  expected: ChainHead | null,
): Promise<ChainHead> {
  const { db, raw } = openEncrypted(path, key, { readonly: true })
  try {
    const pages = verifyPages(raw)
    const { head, problems } =
      pages.length > 0 ? { head: expected, problems: pages } : await verifyChain(db, expected)
    if (problems.length > 0 || !head)
      throw new AppError('storage', `The backup ${basename(path)} is damaged: ${problems[0]}`, {
        reason: 'damaged',
      })
    return head
  } catch (error) {
    throw storageError(error, path)
  } finally {
    await db.destroy()
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
      const { size, mtime } = await stat(join(backups, name))
      return { name, bytes: size, madeAt: Instant.parse(mtime.toISOString()) }
    }),
  )
}

/** Puts a verified backup in the database's place; what was there is kept beside it. */
export async function restoreBackup(folder: string, name: string, key: Buffer, now: Instant): Promise<void> {
  if (!BACKUP_NAME.test(name)) throw new AppError('invalid', 'This is not the name of a backup.')
  const { backups, database } = filesOf(folder)
  const backup = join(backups, name)
  await verifyBackup(backup, key, null)
  const incoming = `${database}.restoring`
  try {
    await copyFile(backup, incoming)
    const kept = `${database}.replaced-${now.replaceAll(/[-:.]/g, '')}`
    await rename(database, kept)
    // The write-ahead log belongs to the replaced database and must not be applied to the restored one.
    for (const ending of ['-wal', '-shm'])
      await rename(database + ending, kept + ending).catch(() => undefined)
    await rename(incoming, database)
  } catch (error) {
    await rm(incoming, { force: true })
    throw storageError(error, database)
  }
}
