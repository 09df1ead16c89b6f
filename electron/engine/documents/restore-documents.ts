import { rename, rm } from 'node:fs/promises'
import { AppError } from '#shared/errors.ts'
import type { Instant } from '#shared/time/instant.ts'
import { closeDatabase, type OpenDatabase } from '../db/open.ts'
import { verifyPageCodes } from '../db/page-codes.ts'
import { storageError } from '../db/storage-error.ts'
import { isThere } from '../registerFile/folder.ts'
import { keepAside } from '../registerFile/keep-aside.ts'
import { copyDocuments } from './copy-documents.ts'
import { openDocumentsFile } from './documents-file.ts'
import { shelfIn } from './shelf.ts'

type Files = { readonly documents: string; readonly copy: string }

/**
 * Puts back the documents that the backups hold and the register lacks. What the register has is kept, whatever
 * the backup's age: documents never change. Only where `documents.db` itself is damaged is it made anew, from
 * the copy and from what can still be read; the damaged one stays beside it.
 */
export async function restoreDocuments({ documents, copy }: Files, key: Buffer, now: Instant): Promise<void> {
  const copies = await openIfSound(copy, key)
  const present = await openIfSound(documents, key)
  try {
    if (present) {
      if (copies) await copyDocuments(shelfIn(copies.raw), shelfIn(present.raw))
    } else if (copies || (await isThere(documents))) {
      await makeAnew({ documents, copy }, copies, key, now)
    }
  } catch (error) {
    throw storageError(error, documents)
  } finally {
    if (copies) await closeDatabase(copies)
    if (present) await closeDatabase(present)
  }
}

async function makeAnew(
  { documents }: Files,
  copies: OpenDatabase | null,
  key: Buffer,
  now: Instant,
): Promise<void> {
  const incoming = `${documents}.restoring`
  for (const ending of ['', '-wal', '-shm']) await rm(incoming + ending, { force: true })
  const fresh = await openDocumentsFile(incoming, key, { readonly: false })
  try {
    if (copies) await copyDocuments(shelfIn(copies.raw), shelfIn(fresh.raw))
    await rescue(documents, fresh, key)
  } finally {
    await closeDatabase(fresh)
  }
  await keepAside(documents, `${documents}.replaced-${now.replaceAll(/[-:.]/g, '')}`)
  await rename(incoming, documents)
}

/** Copies out of a damaged file the documents that can still be read whole. */
async function rescue(documents: string, into: OpenDatabase, key: Buffer): Promise<void> {
  if (!(await isThere(documents))) return
  try {
    const damaged = await openDocumentsFile(documents, key, { readonly: false })
    try {
      await copyDocuments(shelfIn(damaged.raw), shelfIn(into.raw))
    } finally {
      await closeDatabase(damaged)
    }
  } catch (error) {
    if (!isDamage(error, documents)) throw error
    // What cannot be read is named by the check of the register that follows, record by record.
  }
}

/** The open file, or null where it is not there or its pages are not what was written. */
async function openIfSound(file: string, key: Buffer): Promise<OpenDatabase | null> {
  if (!(await isThere(file))) return null
  try {
    const opened = await openDocumentsFile(file, key, { readonly: false })
    if ((await verifyPageCodes(opened.raw, key)).length === 0) return opened
    await closeDatabase(opened)
    return null
  } catch (error) {
    if (isDamage(error, file)) return null
    throw storageError(error, file)
  }
}

function isDamage(error: unknown, file: string): boolean {
  const known = storageError(error, file)
  return known instanceof AppError && known.reason === 'damaged'
}
