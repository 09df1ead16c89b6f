import { readFile, stat } from 'node:fs/promises'
import type Database from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import { openForeign } from '../../db/open-foreign.ts'
import type { ChosenFile } from './chosen-file.ts'

/** Opens a connection that can only read; each reading of a table has one of its own. */
export type OpenConnection = () => Database.Database

/** How large a database may be that is read whole into memory, because opening it would leave files beside it. */
const IN_MEMORY_BYTES = 256 * 1024 ** 2
/** Bytes 18 and 19 of a database say 2 where changes are first written to a file beside it. */
const [VERSIONS_AT, WITH_LOG, WITHOUT_LOG] = [18, 2, 1]

/**
 * Gets a database ready to be read without changing it and without leaving a file beside it. Throws `invalid` with the
 * way out where changes are still in a file beside it.
 */
export async function connectionTo(file: ChosenFile): Promise<OpenConnection> {
  const head = await file.head(100)
  const hasLog = head[VERSIONS_AT] === WITH_LOG || head[VERSIONS_AT + 1] === WITH_LOG
  if (!hasLog) return () => openForeign(file.path)
  if (await holdsSomething(`${file.path}-wal`)) throw stillOpen(file.fileName)
  if (file.bytes > IN_MEMORY_BYTES) throw largeWithLog(file.fileName)
  const bytes = await readFile(file.path)
  bytes.fill(WITHOUT_LOG, VERSIONS_AT, VERSIONS_AT + 2)
  return () => openForeign(bytes)
}

const holdsSomething = async (path: string) =>
  (await stat(path).catch(() => ({ size: 0 }) /* Not there: nothing is in it. */)).size > 0

/** A refusal of a database in words, for what the library says. */
export function databaseError(error: unknown, fileName: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof AppError || !code.startsWith('SQLITE_')) return error
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return stillOpen(fileName, error)
  if (/^SQLITE_(?:READONLY|CANTOPEN)/u.test(code)) return stillOpen(fileName, error)
  return new AppError(
    'invalid',
    `The database “${fileName}” is damaged or locked with a password and cannot be read. Have the system export it again without a password, or as CSV.`,
    { cause: error },
  )
}

const stillOpen = (fileName: string, cause?: unknown) =>
  new AppError(
    'invalid',
    `The database “${fileName}” is open in another program, or that did not finish: changes are still in a file beside it. Close the program, or have it save a copy, and choose that.`,
    { cause },
  )

const largeWithLog = (fileName: string) =>
  new AppError(
    'invalid',
    `The database “${fileName}” keeps its changes in a file beside it (WAL), and is too large to be read without leaving one there. Have the system save a copy (VACUUM INTO), and choose that.`,
  )
