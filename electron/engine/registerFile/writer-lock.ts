import { readFileSync, writeFileSync } from 'node:fs'
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
  } catch {
    lock.close()
    return { heldBy: holderOf(noteFile) }
  }
  writeFileSync(noteFile, JSON.stringify({ user: userInfo().username, computer: hostname(), since: now }))
  return { release: () => lock.close() }
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
