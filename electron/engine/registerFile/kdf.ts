import * as crypto from 'node:crypto'
import { argon2id } from 'hash-wasm'
import { z } from 'zod'
import { AppError } from '#shared/errors.ts'

/** How a passphrase becomes a key: Argon2id (RFC 9106) with these costs. */
export const KdfParameters = z.object({
  name: z.literal('argon2id'),
  // The upper bounds keep a hostile file from filling the memory or running for hours.
  memoryKiB: z.int().max(1_048_576),
  passes: z.int().max(16),
  parallelism: z.int().max(16),
})
export type KdfParameters = z.infer<typeof KdfParameters>

/** What new registers use: about a sixth to a third of a second on a small laptop. */
export const KDF_DEFAULT: KdfParameters = { name: 'argon2id', memoryKiB: 65_536, passes: 3, parallelism: 4 }

/** The least that is accepted, whatever a file says. @source OWASP Password Storage Cheat Sheet: 19 MiB, t=2, p=1 */
export const KDF_FLOOR = { memoryKiB: 19_456, passes: 2, parallelism: 1 } as const

/** A 32-byte key from a passphrase; refuses parameters below the floor. */
export async function deriveKey(
  passphrase: string,
  salt: Buffer,
  parameters: KdfParameters,
): Promise<Buffer> {
  const { memoryKiB, passes, parallelism } = parameters
  if (memoryKiB < KDF_FLOOR.memoryKiB || passes < KDF_FLOOR.passes || parallelism < KDF_FLOOR.parallelism) {
    throw new AppError(
      'storage',
      'keys.json asks for weaker protection than this program accepts. It may have been tampered with; use a backup copy.',
      { reason: 'damaged' },
    )
  }
  // The same passphrase may be typed composed or decomposed, depending on the keyboard.
  const password = passphrase.normalize('NFC')
  return typeof crypto.argon2 === 'function'
    ? deriveNatively(password, salt, parameters)
    : deriveInWasm(password, salt, parameters)
}

/** Node's own Argon2id, in its thread pool. */
export function deriveNatively(
  password: string,
  nonce: Buffer,
  { memoryKiB, passes, parallelism }: KdfParameters,
): Promise<Buffer> {
  const options = { message: password, nonce, parallelism, tagLength: 32, memory: memoryKiB, passes }
  return new Promise((resolve, reject) => {
    crypto.argon2('argon2id', options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}

/** The same function where Node was built without it, as in Electron (BoringSSL). */
export async function deriveInWasm(
  password: string,
  salt: Buffer,
  { memoryKiB, passes, parallelism }: KdfParameters,
): Promise<Buffer> {
  const key = await argon2id({
    password,
    salt,
    parallelism,
    iterations: passes,
    memorySize: memoryKiB,
    hashLength: 32,
    outputType: 'binary',
  })
  return Buffer.from(key)
}
