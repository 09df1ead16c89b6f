import type { Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { AppError } from '#shared/errors.ts'
import { nameOfFile } from '../../files/read-file.ts'

/** A file somebody chose, open for reading only. */
export type ChosenFile = {
  readonly path: string
  readonly fileName: string
  readonly bytes: number
  readonly fd: number
  /** Its first bytes. */
  readonly head: (length: number) => Promise<Buffer>
  /** Its bytes from the first to the last, piece by piece. */
  readonly pieces: () => AsyncGenerator<Buffer>
  /** Throws where it is not the file any more that was opened. */
  readonly refuseChanged: () => Promise<void>
  readonly close: () => Promise<void>
}

const PIECE_BYTES = 256 * 1024

/** Opens a file that was chosen; throws `invalid` with the way out where it is a folder, empty or cannot be read. */
export async function openChosen(path: string): Promise<ChosenFile> {
  const fileName = nameOfFile(path)
  // A pipe or a device is asked for its kind before it is opened: opening one may wait for ever.
  refuseOddKind(fileName, await reached(fileName, stat(path)))
  const handle = await reached(fileName, open(path, 'r'))
  const before = await handle.stat()
  return {
    path,
    fileName,
    bytes: before.size,
    fd: handle.fd,
    head: (length) => readAt(fileName, handle, 0, Math.min(length, before.size)),
    pieces: () => piecesOf(fileName, handle, before.size),
    async refuseChanged() {
      if (!isSame(before, await handle.stat()) || !isSame(before, await reached(fileName, stat(path))))
        throw changed(fileName)
    },
    close: () => handle.close(),
  }
}

async function* piecesOf(fileName: string, handle: FileHandle, bytes: number): AsyncGenerator<Buffer> {
  const pieceAt = (at: number) => readAt(fileName, handle, at, Math.min(PIECE_BYTES, bytes - at))
  let next = pieceAt(0)
  for (let at = 0; at < bytes; at += PIECE_BYTES) {
    const piece = await next
    // The next piece is read while this one is worked on; its failure is noticed when it is waited for.
    next = at + PIECE_BYTES < bytes ? pieceAt(at + PIECE_BYTES) : next
    next.catch(() => undefined)
    yield piece
  }
}

/** Bytes at a place; throws where the file is shorter than it was. */
async function readAt(fileName: string, handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const piece = Buffer.allocUnsafeSlow(length)
  let read = 0
  while (read < length) {
    const { bytesRead } = await reached(fileName, handle.read(piece, read, length - read, at + read))
    if (bytesRead === 0) throw changed(fileName)
    read += bytesRead
  }
  return piece
}

const isSame = (before: Stats, after: Stats) =>
  before.size === after.size && before.mtimeMs === after.mtimeMs && before.ino === after.ino

const changed = (fileName: string) =>
  new AppError(
    'invalid',
    `“${fileName}” was changed while it was read. Wait until it is finished, and choose it again.`,
  )

function refuseOddKind(fileName: string, found: Stats): void {
  if (found.isDirectory())
    throw new AppError('invalid', `“${fileName}” is a folder. Choose the file that the system exported.`)
  if (!found.isFile()) throw new AppError('invalid', `“${fileName}” is not a file. Choose a file.`)
  if (found.size === 0)
    throw new AppError('invalid', `“${fileName}” is empty. Have the system export it again, and choose that.`)
}

async function reached<Result>(fileName: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new AppError('invalid', `“${fileName}” is not there any more. Choose it again.`, { cause: error })
    if (code === 'EACCES' || code === 'EPERM')
      throw new AppError('invalid', `“${fileName}” cannot be read: this account may not open it.`, {
        cause: error,
      })
    throw new AppError('invalid', `“${fileName}” could not be read. Check the drive and choose it again.`, {
      cause: error,
    })
  }
}
