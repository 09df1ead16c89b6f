import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { isThere } from './folder.ts'

/**
 * Copies of encrypted databases in a folder of their own, because SQLite cannot read a write-ahead database in a folder
 * it may not write. Files may be long, so each is copied only when it is asked for, and once.
 */
export async function privateCopies() {
  const folder = await mkdtemp(join(tmpdir(), 'dpo-read-only-'))
  const copying = new Map<string, Promise<string>>()
  return {
    /** Where the copy of a database is; the database's own path where there is none to copy. */
    of: async (database: string): Promise<string> => {
      if (!(await isThere(database))) return database
      const copy = copying.get(database) ?? copyInto(folder, database)
      copying.set(database, copy)
      // One that could not be made is tried again next time.
      copy.catch(() => copying.delete(database))
      return copy
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Copies a database and its write-ahead log into a folder, and says where to. */
async function copyInto(folder: string, database: string): Promise<string> {
  const copy = join(folder, basename(database))
  await copyFile(database, copy)
  await copyFile(`${database}-wal`, `${copy}-wal`).catch(() => undefined)
  return copy
}
