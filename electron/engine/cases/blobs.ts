import { createHash } from 'node:crypto'
import { AppError } from '#shared/errors.ts'
import { hashOf, inChunks } from '../documents/chunks.ts'
import type { CaseStore } from './open-cases.ts'

/** Bytes that a case keeps: their hash, which names them, and their length. */
export type Blob = { readonly sha256: string; readonly bytes: number }

/**
 * Keeps bytes once, however often they come. The pieces are kept under a passing name first and get their own when
 * their hash is known, so what fails on the way is no blob.
 */
export async function addBlob(
  { raw }: CaseStore,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  passingName: string,
): Promise<Blob> {
  const put = raw.prepare('insert into chunks (sha256, number, bytes) values (?, ?, ?)')
  const whole = createHash('sha256')
  let [bytes, number] = [0, 0]
  raw.prepare('delete from chunks where sha256 = ?').run(passingName)
  for await (const chunk of inChunks(pieces)) {
    put.run(passingName, number, chunk)
    whole.update(chunk)
    bytes += chunk.length
    number += 1
  }
  const sha256 = whole.digest('hex')
  raw.transaction(() => {
    const isKnown = raw.prepare('select 1 from blobs where sha256 = ?').get(sha256) !== undefined
    if (isKnown) raw.prepare('delete from chunks where sha256 = ?').run(passingName)
    else {
      raw.prepare('update chunks set sha256 = ? where sha256 = ?').run(sha256, passingName)
      raw.prepare('insert into blobs (sha256, bytes) values (?, ?)').run(sha256, bytes)
    }
  })()
  return { sha256, bytes }
}

/** The bytes of a blob, a piece at a time; throws a `storage` error where they are not what was kept. */
export function* readBlob({ raw }: CaseStore, sha256: string): Generator<Buffer> {
  const chunk = raw
    .prepare<[string, number], Buffer>('select bytes from chunks where sha256 = ? and number = ?')
    .pluck()
  const whole = createHash('sha256')
  for (let number = 0; ; number += 1) {
    const bytes = chunk.get(sha256, number)
    if (!bytes) break
    whole.update(bytes)
    yield bytes
  }
  if (whole.digest('hex') !== sha256) throw damaged()
}

/** The bytes of a blob in one piece; throws a `storage` error where they are not what was kept. */
export function wholeBlob({ raw }: CaseStore, sha256: string): Buffer {
  const bytes = Buffer.concat(
    raw
      .prepare<[string], Buffer>('select bytes from chunks where sha256 = ? order by number')
      .pluck()
      .all(sha256),
  )
  if (hashOf(bytes) !== sha256) throw damaged()
  return bytes
}

const damaged = () =>
  new AppError(
    'storage',
    'A file of this case is not what was taken in: its bytes were changed outside the program. Restore the last good backup.',
    { reason: 'damaged' },
  )
