import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { setImmediate as breathe } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'

const PAGE = 4_096
const SALT = 16
/** What each page ends with in the SQLCipher 4 format: its authentication code. */
const CODE = 64
/** Pages read at a time; what runs on this thread, the database among it, waits meanwhile. */
const BATCH = 1_024

/**
 * Reads every page from the disk and checks its authentication code; returns
 * a sentence when some do not fit. SQLite's own check neither reads pages
 * that are free nor reads again what it keeps in memory.
 * @source SQLCipher design: HMAC-SHA512 over the page, its nonce and its number
 */
export async function verifyPageCodes(
  raw: Sqlite.Database,
  key: Buffer,
  called = 'The database',
): Promise<string[]> {
  // A page half written by somebody else, or overtaken by the write-ahead log, is not damage.
  if (!(await isAllInFile(raw))) return []
  const file = openSync(raw.name, 'r')
  try {
    const { size } = fstatSync(file)
    const salt = Buffer.alloc(SALT)
    readSync(file, salt, 0, SALT, 0)
    const codeKey = pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512')
    const bad: number[] = []
    if (size === 0 || size % PAGE !== 0) bad.push(Math.floor(size / PAGE) + 1)
    const batch = Buffer.alloc(BATCH * PAGE)
    for (let start = 0; start < size; start += batch.length) {
      const read = readSync(file, batch, 0, batch.length, start)
      for (let at = 0; at + PAGE <= read; at += PAGE) {
        const number = (start + at) / PAGE + 1
        if (isLockPage(number)) continue
        if (!fits(batch.subarray(at, at + PAGE), number, codeKey)) bad.push(number)
      }
      await breathe()
    }
    return bad.length === 0 ? [] : [sentence(called, bad)]
  } finally {
    closeSync(file)
  }
}

/** Whether a page holds SQLite's locks: it begins at 1 GiB and is never written. @source SQLite file format, 1.4 */
export function isLockPage(number: number): boolean {
  return (number - 1) * PAGE === 2 ** 30
}

function fits(page: Buffer, number: number, codeKey: Buffer): boolean {
  const counted = Buffer.alloc(4)
  counted.writeUInt32LE(number)
  const made = createHmac('sha512', codeKey)
    .update(page.subarray(number === 1 ? SALT : 0, PAGE - CODE))
    .update(counted)
    .digest()
  return timingSafeEqual(made, page.subarray(PAGE - CODE))
}

/** Moves what the write-ahead log holds into the file; says whether that could be done. */
async function isAllInFile(raw: Sqlite.Database): Promise<boolean> {
  if (raw.readonly) return raw.pragma('journal_mode', { simple: true }) !== 'wal'
  while (raw.inTransaction) await breathe()
  const [state] = raw.pragma('wal_checkpoint(PASSIVE)') as [
    { busy: number; log: number; checkpointed: number },
  ]
  return state.busy === 0 && state.log === state.checkpointed
}

function sentence(called: string, pages: readonly number[]): string {
  const shown = pages.slice(0, 5).join(', ') + (pages.length > 5 ? ` and ${pages.length - 5} more` : '')
  return `${called} is damaged: page ${shown} is not what was written.`
}
