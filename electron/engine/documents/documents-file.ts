import { basename } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { closeDatabase, openEncrypted, type OpenDatabase } from '../db/open.ts'

/** Which tables `documents.db` has; a newer program may add to them and count on. */
const FORMAT = 1

/** A chunk whose document has no row is one that was never taken in whole. */
const TABLES = `
  create table documents (
    id text primary key not null,
    name text not null,
    bytes integer not null,
    sha256 text not null,
    taken_in_at text not null,
    kept_since text
  ) strict;
  create table chunks (
    document text not null,
    number integer not null,
    sha256 text not null,
    bytes blob not null,
    primary key (document, number)
  ) strict;`

/**
 * Opens `documents.db`, or a copy of it, with the register's key; to write, it is made when it is not there.
 * Throws a `storage` error a person can act on.
 */
export async function openDocumentsFile(
  file: string,
  key: Buffer,
  { readonly }: { readonly: boolean },
): Promise<OpenDatabase> {
  const opened = openEncrypted(file, key, { readonly })
  try {
    const format = opened.raw.pragma('user_version', { simple: true }) as number
    if (format > FORMAT)
      throw new AppError(
        'storage',
        `${basename(file)} was written by a newer version of DPO Workbench. This version leaves it alone; install the newer one to open it.`,
        { reason: 'newer-schema' },
      )
    if (format === 0 && !readonly) makeTables(opened)
    return opened
  } catch (error) {
    await closeDatabase(opened)
    throw error
  }
}

/** Room that files had is given back to the disk, which has to be said before there are tables. */
function makeTables({ raw }: OpenDatabase): void {
  raw.pragma('auto_vacuum = INCREMENTAL')
  raw.exec('vacuum')
  raw.transaction(() => raw.exec(`${TABLES} pragma user_version = ${FORMAT}`))()
}
