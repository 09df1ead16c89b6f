import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { lstat, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '#shared/errors.ts'
import type { Progress } from '../pdf/write-record.ts'
import { syncFolder } from '../registerFile/durable.ts'

/** A file that was written, its length in bytes, and its hash. */
export type Measured = { readonly path: string; readonly bytes: number; readonly sha256: string }

/** How the temporary names end; nothing else is swept. */
const PART = '.dpo.part'
/** How the names of folders begin in which the files of an archive wait to be packed. */
export const WORK_FOLDER = '.archive-parts-'

/**
 * Has a file written under a temporary name beside it and put in place whole: when it fails or is stopped,
 * what stood there before still stands, and nothing else is left. What a program that was killed left in the
 * folder is removed.
 */
export async function putInPlace(
  to: string,
  step: Progress,
  write: (path: string) => Promise<void>,
): Promise<Measured> {
  const temporary = join(dirname(to), `.${basename(to)}${PART}`)
  try {
    await rm(temporary, { force: true, recursive: true })
    await write(temporary)
    await step(1, 1, 'Putting the file in place')
    await flush(temporary)
    const { bytes, sha256 } = await measure(temporary)
    await sweep(dirname(to), temporary)
    await rename(temporary, to)
    await syncFolder(dirname(to))
    return { path: to, bytes, sha256 }
  } catch (error) {
    await rm(temporary, { force: true, recursive: true }).catch(() => {})
    throw explained(error, to)
  }
}

const PIECES_BETWEEN_STEPS = 200

/** Writes a file piece by piece, telling progress and noticing a stop between them. */
export async function writePieces(
  pieces: Iterable<string | Buffer>,
  path: string,
  step: Progress,
): Promise<void> {
  await pipeline(
    Readable.from(stepped(pieces, step), { objectMode: false }),
    createWriteStream(path, { mode: 0o600 }),
  )
}

async function* stepped(pieces: Iterable<string | Buffer>, step: Progress): AsyncGenerator<Buffer> {
  let count = 0
  for (const piece of pieces) {
    if (count % PIECES_BETWEEN_STEPS === 0) await step(0, 1, 'Writing the file')
    count += 1
    yield typeof piece === 'string' ? Buffer.from(piece) : piece
  }
}

/** A part that nobody has written to for so long has nobody who will finish it. */
const LEFT_AFTER_MS = 3_600_000

const isPart = (name: string) => (name.startsWith('.') && name.endsWith(PART)) || name.startsWith(WORK_FOLDER)

/** Removes parts that a killed program left; their age is told by the part in hand, on the same disk's clock. */
async function sweep(folder: string, inHand: string): Promise<void> {
  try {
    const { mtimeMs: now } = await stat(inHand)
    for (const name of (await readdir(folder)).filter(isPart)) {
      const path = join(folder, name)
      const { mtimeMs } = await lstat(path)
      if (path !== inHand && now - mtimeMs > LEFT_AFTER_MS)
        await rm(path, { force: true, recursive: name.startsWith(WORK_FOLDER) })
    }
  } catch {
    // A folder that cannot be tidied takes nothing from the file that was written.
  }
}

/** Waits until what was written to a file is on the disk. */
export async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function measure(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path)) {
    bytes += (chunk as Buffer).length
    hash.update(chunk as Buffer)
  }
  return { bytes, sha256: hash.digest('hex') }
}

const READ_ONLY = (name: string) =>
  `${name} cannot be written there: the folder is read-only for this account. Choose another folder.`

/** What a failure to write means to a person; anything else is returned as it is. */
export function explained(error: unknown, path: string): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error
  const name = basename(path)
  const say = (message: string, reason: 'disk-full' | 'folder-read-only' | 'missing') =>
    new AppError('storage', message, { reason, cause: error })
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return say(
        `The disk is full, so ${name} was not written. Free some space or choose another disk.`,
        'disk-full',
      )
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return say(READ_ONLY(name), 'folder-read-only')
    case 'ENOENT':
    case 'ENOTDIR':
      return say(`The folder for ${name} is not there. Choose another folder.`, 'missing')
    case 'EISDIR':
      return new AppError('rule', `${name} is a folder. Choose a name for the file.`, { cause: error })
    default:
      return error
  }
}
