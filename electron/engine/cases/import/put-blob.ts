import { CHUNK_BYTES, hashOf } from '../../documents/chunks.ts'
import type { Blob } from '../blobs.ts'
import type { CaseStore } from '../open-cases.ts'
import { prepared } from './prepared.ts'

/** Keeps bytes that are in memory, once; inside a transaction they come and go with it. */
export function putBlob({ raw }: CaseStore, bytes: Uint8Array): Blob {
  const sha256 = hashOf(bytes)
  const blob = { sha256, bytes: bytes.length }
  raw.transaction(() => {
    if (prepared(raw, 'select 1 from blobs where sha256 = ?').get(sha256)) return
    const put = prepared(raw, 'insert into chunks (sha256, number, bytes) values (?, ?, ?)')
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
      put.run(sha256, at / CHUNK_BYTES, bytes.subarray(at, at + CHUNK_BYTES))
    prepared(raw, 'insert into blobs (sha256, bytes) values (?, ?)').run(sha256, bytes.length)
  })()
  return blob
}
