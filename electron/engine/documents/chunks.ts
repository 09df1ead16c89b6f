import { createHash } from 'node:crypto'

/** How many bytes of a document are kept in one row: 1 MiB. */
export const CHUNK_BYTES = 1_048_576

/** Cuts what comes in pieces of any length into pieces of one length; only the last may be shorter, and none is empty. */
export async function* inChunks(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  length = CHUNK_BYTES,
): AsyncGenerator<Buffer> {
  let chunk = Buffer.alloc(length)
  let filled = 0
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      const taken = Math.min(length - filled, piece.length - at)
      chunk.set(piece.subarray(at, at + taken), filled)
      filled += taken
      at += taken
      if (filled < length) continue
      yield chunk
      chunk = Buffer.alloc(length)
      filled = 0
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled)
}

/** The SHA-256 of some bytes, in hexadecimal. */
export const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
