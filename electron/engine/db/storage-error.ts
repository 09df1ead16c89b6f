import { basename } from 'node:path'
import { AppError, type StorageReason } from '#shared/errors.ts'

const SENTENCES: Partial<Record<string, readonly [StorageReason, (name: string) => string]>> = {
  SQLITE_NOTADB: ['damaged', damaged],
  SQLITE_CORRUPT: ['damaged', damaged],
  SQLITE_IOERR: [
    'damaged',
    (name) =>
      `${name} could not be read from or written to the disk. Check the drive, then open the register again.`,
  ],
  SQLITE_FULL: ['disk-full', diskFull],
  ENOSPC: ['disk-full', diskFull],
  SQLITE_READONLY: ['folder-read-only', readOnly],
  EROFS: ['folder-read-only', readOnly],
  EACCES: ['folder-read-only', readOnly],
  EPERM: ['folder-read-only', readOnly],
  SQLITE_CANTOPEN: [
    'missing',
    (name) => `${name} cannot be opened. It may have been moved, or its folder may not be readable.`,
  ],
  ENOENT: ['missing', (name) => `${name} is not there. It may have been moved or renamed.`],
  SQLITE_BUSY: ['in-use', (name) => `${name} is being changed by another program. Try again in a moment.`],
}

/** What a failure of the disk or the database means to a person; anything else is returned as it is. */
export function storageError(error: unknown, path: string): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const primary = /^SQLITE_[A-Z]+/.exec(code)?.[0] ?? code
  const known = SENTENCES[primary]
  if (!known) return error
  const [reason, sentence] = known
  return new AppError('storage', sentence(basename(path)), { reason, cause: error })
}

function damaged(name: string): string {
  return `${name} is damaged: what is in the file is not what was written. Nothing was changed. Restore the last good backup.`
}

function diskFull(name: string): string {
  return `The disk is full, so ${name} could not be written. Nothing was lost; free some space and try again.`
}

function readOnly(name: string): string {
  return `${name} cannot be written here: the folder is read-only for this account.`
}
