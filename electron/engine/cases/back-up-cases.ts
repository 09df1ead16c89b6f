import { constants, copyFile, mkdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { closeDatabase, type OpenDatabase } from '../db/open.ts'
import { verifyPageCodes } from '../db/page-codes.ts'
import { storageError } from '../db/storage-error.ts'
import { freeBytes, ROOM_LEFT } from '../documents/disk-room.ts'
import { syncFolder, syncFile } from '../registerFile/durable.ts'
import { filesOf, isThere } from '../registerFile/folder.ts'
import type { Session } from '../registerFile/session.ts'
import { finishBegun } from './begin-case.ts'
import { openCaseFile } from './case-file.ts'
import { missingCase } from './case-errors.ts'
import { calledCase } from './case-names.ts'
import { copyOfCase, DATABASE_PARTS, fileOfCase } from './case-places.ts'

/**
 * Copies each case that changed since its last copy, and reads the copy back. Gives a sentence for each that could not
 * be copied: it keeps the copy it had, and the others are copied all the same.
 */
export async function backUpCases({ folder, cases, raw }: Session): Promise<string[]> {
  const problems: string[] = []
  for (const { request, key } of cases.keys()) {
    if (!key) continue
    const file = fileOfCase(folder, request)
    try {
      await finishBegun(file)
      if (!(await isThere(file))) throw missingCase()
      await mkdir(filesOf(folder).casesCopy, { recursive: true })
      const copy = copyOfCase(folder, request)
      await copyCase({ file, copy, key })
      // It may have been destroyed while it was copied.
      if (!cases.key(request)?.key) await removeDatabase(copy)
    } catch (error) {
      const known = storageError(error, file)
      if (!(known instanceof AppError) || known.code !== 'storage') throw known
      problems.push(`${calledCase(raw, request)}: ${known.message}`)
    }
  }
  return problems
}

type Copying = { readonly file: string; readonly copy: string; readonly key: Buffer }

/** The copy bears the time at which its original was last written, so that what did not change is known by it. */
async function copyCase({ file, copy, key }: Copying): Promise<void> {
  const original = await openCaseFile(file, key, { readonly: false })
  try {
    holdStill(original)
    const { mtime, size } = await stat(file)
    if (await isOfTime(copy, mtime)) return
    if ((await freeBytes(copy)) < size + ROOM_LEFT)
      throw new AppError(
        'storage',
        'There is not enough room on the disk for the backup of its documents. Free some space and back up again.',
        { reason: 'disk-full' },
      )
    await putCopy({ file, copy, key }, mtime)
  } finally {
    await closeDatabase(original)
  }
}

/**
 * Keeps the file as it is until the connection is closed: while one reads that found everything in the file, nothing is
 * moved into it from the log, and others go on writing to the log.
 */
export function holdStill({ raw }: OpenDatabase): void {
  const [state] = raw.pragma('wal_checkpoint(PASSIVE)') as [
    { busy: number; log: number; checkpointed: number },
  ]
  if (state.busy !== 0 || state.log !== state.checkpointed)
    throw new AppError(
      'storage',
      'Its documents are being read by another program, so they were not backed up. Back up again when that is done.',
      { reason: 'in-use' },
    )
  raw.exec('begin')
  raw.prepare('select count(*) from sqlite_master').get()
}

/** Times are set to the millisecond. */
async function isOfTime(copy: string, mtime: Date): Promise<boolean> {
  const there = await stat(copy).catch(() => null)
  return there !== null && Math.abs(there.mtime.getTime() - mtime.getTime()) <= 1
}

async function putCopy({ file, copy, key }: Copying, mtime: Date): Promise<void> {
  const partial = `${copy}.partial`
  try {
    await removeDatabase(partial)
    await copyFile(file, partial, constants.COPYFILE_FICLONE)
    await readBack(partial, key)
    await utimes(partial, mtime, mtime)
    await syncFile(partial)
    await rename(partial, copy)
    await syncFolder(dirname(copy))
  } catch (error) {
    await removeDatabase(partial)
    throw error
  }
}

/** Reads every page of a copy; without a write-ahead log it is one file, which can be read where nothing may be written. */
async function readBack(file: string, key: Buffer): Promise<void> {
  const copy = await openCaseFile(file, key, { readonly: false })
  try {
    const [problem] = await verifyPageCodes(copy.raw, key, 'The file with its documents')
    if (problem)
      throw new AppError('storage', `${problem} Its last good backup was kept.`, { reason: 'damaged' })
    copy.raw.pragma('journal_mode = DELETE')
  } finally {
    await closeDatabase(copy)
  }
}

/** Removes a database with its log; nothing where there is none. */
export async function removeDatabase(file: string): Promise<void> {
  for (const part of DATABASE_PARTS) await rm(file + part, { force: true })
}
