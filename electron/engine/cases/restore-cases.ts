import { copyFile, mkdir, readdir, rename, utimes, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import type { Instant } from '#shared/time/instant.ts'
import { closeDatabase, openEncrypted } from '../db/open.ts'
import { verifyPageCodes } from '../db/page-codes.ts'
import { storageError } from '../db/storage-error.ts'
import { syncFile, syncFolder } from '../registerFile/durable.ts'
import { filesOf, isThere } from '../registerFile/folder.ts'
import { removeDatabase } from './back-up-cases.ts'
import { finishBegun, setAside } from './begin-case.ts'
import { openCaseFile } from './case-file.ts'
import { type CaseKey, keepDestroyed, listCaseKeys } from './case-keys.ts'
import { copyOfCase, fileOfCase } from './case-places.ts'

/**
 * Puts the cases of a register that is about to be put back in order: what was destroyed since stays destroyed, a case
 * whose file is gone or damaged comes back from its copy, and a file without a key there is kept under another name.
 * `incoming` is the register to be, `present` the one it replaces.
 */
export async function restoreCases(
  folder: string,
  { incoming, present }: { readonly incoming: string; readonly present: string },
  key: Buffer,
  now: Instant,
): Promise<void> {
  const gone = await destroyedIn(present, key)
  const keys = await carryOver(incoming, key, gone)
  const stamp = now.replaceAll(/[-:.]/g, '')
  for (const { request, key: caseKey } of keys) if (caseKey) await bringBack(folder, request, caseKey, stamp)
  await keepUnkeyed(folder, new Set(keys.map(({ request }) => `${request}.db`)), stamp)
}

/** What was destroyed by now; nothing where the register that is replaced cannot be read. */
async function destroyedIn(present: string, key: Buffer): Promise<readonly CaseKey[]> {
  if (!(await isThere(present))) return []
  try {
    const opened = openEncrypted(present, key, { readonly: true })
    try {
      return keysIn(opened.raw).filter((known) => known.key === null)
    } finally {
      await closeDatabase(opened)
    }
  } catch (error) {
    if (storageError(error, present) instanceof AppError) return []
    throw error
  }
}

/** Destroys in the register to be what was destroyed in the one it replaces; gives its keys. */
async function carryOver(
  incoming: string,
  key: Buffer,
  gone: readonly CaseKey[],
): Promise<readonly CaseKey[]> {
  const opened = openEncrypted(incoming, key, { readonly: false })
  try {
    if (hasKeys(opened.raw)) for (const destroyed of gone) keepDestroyed(opened.raw, destroyed)
    opened.raw.pragma('journal_mode = DELETE')
    return keysIn(opened.raw)
  } finally {
    await closeDatabase(opened)
  }
}

/** A register from before there were cases has no such table. */
const hasKeys = (raw: Sqlite.Database) =>
  raw.prepare(`select 1 from sqlite_master where name = 'case_keys'`).get() !== undefined

const keysIn = (raw: Sqlite.Database) => (hasKeys(raw) ? listCaseKeys(raw) : [])

/** What the register has stays, whatever the age of the backup; only what is gone or damaged is replaced. */
async function bringBack(folder: string, request: string, key: Buffer, stamp: string): Promise<void> {
  const [file, copy] = [fileOfCase(folder, request), copyOfCase(folder, request)]
  await finishBegun(file)
  if (!(await isThere(file))) await takeBack(file, key)
  if ((await isSound(file, key, { readonly: false })) || !(await isSound(copy, key, { readonly: true })))
    return
  const incoming = `${file}.restoring`
  await mkdir(filesOf(folder).cases, { recursive: true })
  await removeDatabase(incoming)
  await copyFile(copy, incoming)
  await syncFile(incoming)
  const { mtime } = await stat(copy)
  await utimes(incoming, mtime, mtime)
  if (await isThere(file)) await setAside(file, `replaced-${stamp}`)
  await removeDatabase(file)
  await rename(incoming, file)
  await syncFolder(filesOf(folder).cases)
}

/** A file that an earlier restore kept aside, because the register then had no key for it, comes back; the newest one. */
async function takeBack(file: string, key: Buffer): Promise<void> {
  const names = await readdir(dirname(file)).catch(() => [])
  const aside = names.filter(
    (name) => name.startsWith(`${basename(file)}.without-key-`) && name.endsWith('Z'),
  )
  for (const name of aside.toSorted().toReversed()) {
    const kept = join(dirname(file), name)
    if (!(await isSound(kept, key, { readonly: false }))) continue
    // Whole in one file: its log was emptied when it was closed.
    await rename(kept, file)
    await syncFolder(dirname(file))
    return
  }
}

/** A copy is only read, so that it stays as it was made. */
async function isSound(file: string, key: Buffer, options: { readonly: boolean }): Promise<boolean> {
  if (!(await isThere(file))) return false
  try {
    const opened = await openCaseFile(file, key, options)
    try {
      return (await verifyPageCodes(opened.raw, key)).length === 0
    } finally {
      await closeDatabase(opened)
    }
  } catch (error) {
    const known = storageError(error, file)
    if (known instanceof AppError && known.reason === 'damaged') return false
    throw known
  }
}

async function keepUnkeyed(folder: string, keyed: ReadonlySet<string>, stamp: string): Promise<void> {
  const { cases } = filesOf(folder)
  for (const name of await readdir(cases).catch(() => []))
    if (name.endsWith('.db') && !keyed.has(name)) await setAside(join(cases, name), `without-key-${stamp}`)
}
