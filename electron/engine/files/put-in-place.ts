import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '#shared/errors.ts'
import type { Progress } from '../pdf/write-record.ts'
import { syncFolder } from '../registerFile/durable.ts'

/** A file that was written, its length in bytes, and its hash. */
export type Measured = { readonly path: string; readonly bytes: number; readonly sha256: string }

/**
 * Has a file written under a temporary name beside it and put in place whole: when it fails or is stopped,
 * what stood there before still stands, and nothing else is left.
 */
export async function putInPlace(
  to: string,
  step: Progress,
  write: (path: string) => Promise<void>,
): Promise<Measured> {
  const temporary = join(dirname(to), `.${basename(to)}.part`)
  try {
    await write(temporary)
    await step(1, 1, 'Putting the file in place')
    await flush(temporary)
    const { bytes, sha256 } = await measure(temporary)
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

async function flush(path: string): Promise<void> {
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
function explained(error: unknown, path: string): unknown {
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
