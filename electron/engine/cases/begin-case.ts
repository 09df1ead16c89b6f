import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import { AppError } from '#shared/errors.ts'
import type { Instant } from '#shared/time/instant.ts'
import { closeDatabase } from '../db/open.ts'
import { syncFolder } from '../registerFile/durable.ts'
import { isThere } from '../registerFile/folder.ts'
import { openCaseFile } from './case-file.ts'
import { findCaseKey, keepCaseKey } from './case-keys.ts'

type NewCase = { readonly request: string; readonly file: string; readonly at: Instant }

/**
 * Makes the file of a case under a key of its own, which is then kept. The file is whole before the key is kept, and
 * gets its name only after that, so that a crash leaves an old name or a case that {@link finishBegun} puts in place.
 */
export async function beginCase(raw: Sqlite.Database, { request, file, at }: NewCase): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const begun = begunAs(file)
  for (const ending of ['', '-wal', '-shm']) await rm(begun + ending, { force: true })
  const key = randomBytes(32)
  await closeDatabase(await openCaseFile(begun, key, { readonly: false }))
  // One whose key went with an older backup that was restored; it may still be wanted.
  if (await isThere(file)) await setAside(file, `without-key-${at.replaceAll(/[-:.]/g, '')}`)
  await keepBetweenChanges(raw, request, key, at)
  await finishBegun(file)
}

/** Gives the file of a case that was just begun its name; nothing where there is none that waits for it. */
export async function finishBegun(file: string): Promise<void> {
  if ((await isThere(file)) || !(await isThere(begunAs(file)))) return
  await rename(begunAs(file), file).catch(async (error: unknown) => {
    // Who looks for the case while it is begun may have been faster.
    if (!(await isThere(file))) throw error
  })
  await syncFolder(dirname(file))
}

/** Gives a case file, with its log, another name in the same folder; says which. */
export async function setAside(file: string, ending: string): Promise<string> {
  const kept = `${file}.${ending}`
  for (const part of ['-wal', '-shm']) await rename(file + part, kept + part).catch(() => undefined)
  await rename(file, kept)
  await syncFolder(dirname(file))
  return basename(kept)
}

/**
 * Keeps a key by itself. The register has one connection: what is written while a command's transaction is open on it
 * would be taken back with a command that fails, and with it the only key. Nothing can begin between the look and the
 * write, for both happen in one turn.
 */
async function keepBetweenChanges(
  raw: Sqlite.Database,
  request: string,
  key: Buffer,
  at: Instant,
): Promise<void> {
  while (raw.open && raw.inTransaction) await breathe()
  if (!raw.open)
    throw new AppError('locked', 'The register was locked before this was done. Open it to go on.')
  if (!findCaseKey(raw, request)) keepCaseKey(raw, request, key, at)
}

const begunAs = (file: string) => `${file}.begun`
