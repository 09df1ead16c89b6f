import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Instant } from '#shared/time/instant.ts'

/** The right to write to a register, held by one program at a time. */
export type WriterLock = { release(): void }

/**
 * Takes the right to write, or says who has it.
 *
 * The lock is an exclusive transaction on a tiny SQLite file: the operating
 * system drops it when its holder dies, so a crash never leaves a stale lock.
 */
export function takeWriterLock(folder: string, now: Instant): WriterLock | { heldBy: string } {
  const noteFile = join(folder, 'writer.json')
  const lock = new Sqlite(join(folder, 'writer.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY')
      return { heldBy: holderOf(noteFile) }
    throw error
  }
  noteHolder(noteFile, now)
  return { release: () => lock.close() }
}

/** The note only helps others to know whom to ask, so a full disk does not keep its holder from working. */
function noteHolder(noteFile: string, now: Instant): void {
  try {
    writeFileSync(noteFile, JSON.stringify({ user: userInfo().username, computer: hostname(), since: now }))
  } catch {
    forget(noteFile)
  }
}

/** An earlier holder's note would send people to the wrong person. */
function forget(noteFile: string): void {
  try {
    rmSync(noteFile, { force: true })
  } catch {
    // A disk that is read-only keeps it; nobody can be the writer there.
  }
}

function holderOf(noteFile: string): string {
  try {
    const { user, computer } = JSON.parse(readFileSync(noteFile, 'utf8')) as {
      user: string
      computer: string
    }
    return `${user} on ${computer}`
  } catch {
    return 'another program'
  }
}
