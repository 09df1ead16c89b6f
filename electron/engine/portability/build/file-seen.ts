import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { Progress } from '../../pdf/write-record.ts'

/** A file as it was before it was read. */
export type FileSeen = {
  readonly bytes: number
  readonly sha256: string
  /** Throws `rule` where the file is another one since. */
  readonly checkUnchanged: () => Promise<void>
}

/** Bytes between two looks at whether the person stopped. */
const BETWEEN_STEPS = 64 * 1024 ** 2

/** Takes the length and the SHA-256 of a file; only a piece of it is in memory. */
export async function seeFile(path: string, step: Progress): Promise<FileSeen> {
  const before = await stateOf(path)
  const hash = createHash('sha256')
  const doing = `Taking the fingerprint of ${basename(path)}`
  let bytes = 0
  let next = 0
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(piece as Buffer)
    bytes += (piece as Buffer).length
    if (bytes < next) continue
    await step(bytes, Math.max(bytes + 1, before.bytes), doing)
    next = bytes + BETWEEN_STEPS
  }
  const checkUnchanged = async () => {
    if ((await stateOf(path)).mark !== before.mark) throw changed(path)
  }
  await checkUnchanged()
  return { bytes, sha256: hash.digest('hex'), checkUnchanged }
}

/** What tells that a file is still the same: where it lies on the disk, its length, and when it was last written. */
async function stateOf(path: string): Promise<{ readonly bytes: number; readonly mark: string }> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true }).catch((error: unknown) => {
    throw new AppError('not-found', `There is no file at ${path}, or it may not be read.`, { cause: error })
  })
  return { bytes: Number(size), mark: [dev, ino, size, mtimeNs, ctimeNs].join(' ') }
}

function changed(path: string): AppError {
  return new AppError(
    'rule',
    `${basename(path)} was changed while it was read. Close it elsewhere, and begin again.`,
  )
}
