import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { AppError } from '#shared/errors.ts'
import { type Measured, putInPlace } from '../../files/put-in-place.ts'
import type { Progress } from '../../pdf/write-record.ts'
import { readBlob } from '../blobs.ts'
import type { CaseStore } from '../open-cases.ts'
import { existing } from './list-sources.ts'

/** Writes a file of a case as it came, byte for byte; throws `rule` where its bytes were never taken in. */
export async function saveOriginal(
  store: CaseStore,
  id: number,
  to: string,
  step: Progress,
): Promise<Measured> {
  const { sha256, bytes, name } = existing(store, id)
  const kept = store.raw
    .prepare<[string], number>('select bytes from blobs where sha256 = ?')
    .pluck()
    .get(sha256)
  if (kept !== bytes)
    throw new AppError(
      'rule',
      `“${name}” was not taken in, so there is no original. The list of files says why.`,
    )
  return putInPlace(to, step, (path) => pipeline(pieces(), createWriteStream(path, { mode: 0o600 })))

  async function* pieces(): AsyncGenerator<Buffer> {
    let written = 0
    for (const piece of readBlob(store, sha256)) {
      await step(written, bytes + 1, `Saving “${name}”`)
      written += piece.length
      yield piece
    }
  }
}
