import './global-crypto.ts'
import { createCipheriv, createHmac } from 'node:crypto'

/**
 * Random bytes that the same seed and purpose give again, and that nobody without the seed can tell: AES-256 in
 * counter mode under a key of its own for each purpose.
 */
export function seededRandom(
  seed: Uint8Array,
  purpose: string,
): <Bytes extends NodeJS.ArrayBufferView>(into: Bytes) => Bytes {
  const key = createHmac('sha256', seed).update(purpose).digest()
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  return (into) => {
    const bytes = stream.update(Buffer.alloc(into.byteLength))
    bytes.copy(new Uint8Array(into.buffer, into.byteOffset, into.byteLength))
    return into
  }
}

/** Runs with the seeded bytes in the place of the system's, for libraries that ask for those; one at a time. */
export async function withSeededRandom<Result>(
  seed: Uint8Array,
  purpose: string,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  const random = seededRandom(seed, purpose)
  Object.defineProperty(globalThis.crypto, 'getRandomValues', { value: random, configurable: true })
  try {
    return await work()
  } finally {
    Reflect.deleteProperty(globalThis.crypto, 'getRandomValues')
  }
}
