import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '#shared/errors.ts'
import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import { recordDocument } from '#shared/registers/reports/record-document.ts'
import type { ReportFormat } from '#shared/registers/reports/report.contract.ts'
import { writeArchive } from '../../archive/write-archive.ts'
import { type Progress, writeRecordPdf } from '../../pdf/write-record.ts'
import { syncFolder } from '../../registerFile/durable.ts'
import { recordCsv } from '../../tables/csv.ts'
import { recordJson } from '../../tables/json.ts'
import { recordXlsx } from '../../tables/xlsx.ts'

type Job = {
  readonly format: ReportFormat
  readonly content: RegisterContent
  readonly stamp: Stamp
  readonly revisions?: AsyncIterable<string> | undefined
}

/**
 * Writes the record to a file. It is written under a temporary name beside it and put in place whole:
 * when it fails or is stopped, what stood there before still stands, and nothing else is left.
 */
export async function writeRecord(
  job: Job,
  to: string,
  step: Progress,
): Promise<{ path: string; bytes: number; sha256: string }> {
  const temporary = join(dirname(to), `.${basename(to)}.part`)
  try {
    await write(job, temporary, step)
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

async function write(
  { format, content, stamp, revisions }: Job,
  path: string,
  step: Progress,
): Promise<void> {
  switch (format) {
    case 'pdf':
      return writeRecordPdf(recordDocument(content, stamp), stamp, path, step)
    case 'xlsx':
      return writePieces([await recordXlsx(content, stamp)], path, step)
    case 'csv':
      return writePieces(recordCsv(content), path, step)
    case 'json':
      return writePieces(recordJson(content, stamp), path, step)
    case 'archive':
      return writeArchive({ content, stamp, revisions }, path, step)
  }
}

const PIECES_BETWEEN_STEPS = 200

async function writePieces(pieces: Iterable<string | Buffer>, path: string, step: Progress): Promise<void> {
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
