import type { Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { DOCUMENT_BYTES_MAX } from '#shared/registers/documents/document-rules.ts'
import { CHUNK_BYTES } from '../documents/chunks.ts'
import type { TaskContext } from '../rpc/context.ts'

/** What the file is called, as it is kept: its own name without the folders, well formed and not too long. */
export function nameOfFile(path: string): string {
  return basename(path).toWellFormed().slice(0, 500).toWellFormed()
}

/** How long a file is, in bytes; throws a sentence fit to show where it is none that can be attached. */
export async function lengthOfFile(path: string): Promise<number> {
  // A pipe or a device is asked for its kind before it is opened: opening one may wait for ever.
  return (await lookAt(path)).size
}

/**
 * The bytes of a file, read once from its beginning to its end, telling progress; throws a sentence fit to show
 * where it cannot be read, is too long, or is written to meanwhile.
 */
export async function* readFileWhole(
  path: string,
  { step }: Pick<TaskContext, 'step'>,
): AsyncGenerator<Buffer> {
  const name = nameOfFile(path)
  const before = await lookAt(path)
  const file = await open(path, 'r').catch((error: unknown) => {
    throw unreadable(error, name)
  })
  try {
    let read = 0
    for (;;) {
      await step(read, Math.max(before.size, read, 1), `Taking in “${name}”`)
      const piece = await nextPiece(file, name)
      if (piece.length === 0) break
      read += piece.length
      if (read > DOCUMENT_BYTES_MAX) throw tooLong(name)
      yield piece
    }
    const after = await file.stat()
    if (read !== before.size || after.mtimeMs !== before.mtimeMs)
      throw new AppError(
        'rule',
        `“${name}” was changed while it was read. Attach it again when it is finished.`,
      )
  } finally {
    await file.close()
  }
}

async function lookAt(path: string): Promise<Stats> {
  const name = nameOfFile(path)
  const found = await stat(path).catch((error: unknown) => {
    throw unreadable(error, name)
  })
  refuse(name, found)
  return found
}

async function nextPiece(file: FileHandle, name: string): Promise<Buffer> {
  const piece = Buffer.alloc(CHUNK_BYTES)
  const { bytesRead } = await file.read(piece, 0, piece.length).catch((error: unknown) => {
    throw unreadable(error, name)
  })
  return piece.subarray(0, bytesRead)
}

function refuse(name: string, found: Stats): void {
  if (found.isDirectory())
    throw new AppError('rule', `“${name}” is a folder. Attach the files in it, or a zip of the folder.`)
  if (!found.isFile()) throw new AppError('rule', `“${name}” is not a file that can be attached.`)
  if (found.size > DOCUMENT_BYTES_MAX) throw tooLong(name)
}

const tooLong = (name: string) =>
  new AppError('rule', `“${name}” is larger than 2 GB, the most one file may have. Attach it in parts.`)

function unreadable(cause: unknown, name: string): AppError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AppError('rule', `“${name}” is not there any more. Choose it again.`, { cause })
  if (code === 'EACCES' || code === 'EPERM')
    return new AppError('rule', `“${name}” cannot be read: this account may not open it.`, { cause })
  return new AppError(
    'rule',
    `“${name}” could not be read from the disk. Check the drive and choose it again.`,
    {
      cause,
    },
  )
}
