import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import type { OldPlace } from '#shared/cases/certificate.ts'
import { AppError } from '#shared/errors.ts'
import { Instant } from '#shared/time/instant.ts'
import { storageError } from '../db/storage-error.ts'
import { listBackups } from '../registerFile/backups.ts'
import { syncFolder } from '../registerFile/durable.ts'
import { filesOf } from '../registerFile/folder.ts'
import type { CaseKey } from './case-keys.ts'

/**
 * Removes every file of cases whose key was destroyed, with their copies; says whether there was any. Nobody can read
 * them, so one that cannot be removed stays until the next time, and the check of the register names it.
 */
export async function removeFiles(folder: string, gone: readonly CaseKey[]): Promise<boolean> {
  const { cases, casesCopy } = filesOf(folder)
  let removed = false
  for (const place of [cases, casesCopy]) {
    const names = await readdir(place).catch(() => [])
    const lost = names.filter((name) => gone.some(({ request }) => name.startsWith(`${request}.db`)))
    for (const name of lost) removed = (await remove(join(place, name))) || removed
    if (lost.length > 0) await syncFolder(place)
  }
  return removed
}

async function remove(file: string): Promise<boolean> {
  try {
    await rm(file, { force: true })
    return true
  } catch (error) {
    if (storageError(error, file) instanceof AppError || isBusy(error)) return false
    throw error
  }
}

/** What Windows says of a file that another program has open. */
const isBusy = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EBUSY'

/** The log held the key when it was made; emptied, it holds nothing. */
export function truncateLog(raw: Sqlite.Database): void {
  raw.pragma('wal_checkpoint(TRUNCATE)')
}

/** What was written while the key was there and may hold it still: backups, and registers that were replaced. */
export async function oldPlacesOf(folder: string, { madeAt }: CaseKey): Promise<OldPlace[]> {
  const backups = (await listBackups(folder)).filter((backup) => backup.madeAt >= madeAt)
  const replaced = (await readdir(folder)).filter((name) =>
    /^register\.db\.replaced-\d{8}T\d{9}Z$/.test(name),
  )
  return [
    ...backups.map(({ name, madeAt: at }) => ({ name: `backups/${name}`, madeAt: at })),
    ...replaced.toSorted().map((name) => ({ name, madeAt: momentIn(name) })),
  ]
}

/** When a register was replaced, as its name says. */
function momentIn(name: string): Instant {
  const [, year, month, day, hours, minutes, seconds, rest] =
    /-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/.exec(name)!
  return Instant.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${rest}Z`)
}
