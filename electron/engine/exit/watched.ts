import { Readable } from 'node:stream'
import type { Payload } from '../archive/payload.ts'

/** Hands pieces on, telling progress and noticing a stop before each. */
export async function* watched(
  pieces: AsyncIterable<Uint8Array>,
  step: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    await step()
    yield piece
  }
}

/** A file whose reading can be stopped, however long it is. */
export function watchedPayload(payload: Payload, step: () => Promise<void>): Payload {
  if (!(payload.source instanceof Readable)) return payload
  return { ...payload, source: Readable.from(watched(payload.source, step), { objectMode: false }) }
}
