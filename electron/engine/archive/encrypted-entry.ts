import { createCipheriv, createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { AppError } from '#shared/errors.ts'

/** What the extra field of an encrypted entry of a zip says of how it was made. */
type Made = { readonly saltBytes: number; readonly keyBytes: number; readonly method: number }

const FIELD = 0x99_01
const CODE_BYTES = 10
const CHECK_BYTES = 2
const STRENGTHS: readonly (Omit<Made, 'method'> | null)[] = [
  null,
  { saltBytes: 8, keyBytes: 16 },
  { saltBytes: 12, keyBytes: 24 },
  { saltBytes: 16, keyBytes: 32 },
]
const DEFLATED = 8
/** An encrypted file is opened in memory; volumes are far smaller. */
export const ENCRYPTED_BYTES = 600_000_000

/**
 * The bytes of an encrypted file of a zip (AE-1 and AE-2, as 7-Zip and WinZip make them); throws `rule` where the
 * passphrase is another, or the bytes were changed.
 */
export function openedEntry(
  raw: Buffer,
  extra: readonly { readonly id: number; readonly data: Buffer }[],
  passphrase: string,
): Buffer {
  const { saltBytes, keyBytes, method } = madeBy(extra)
  const begin = saltBytes + CHECK_BYTES
  if (raw.length < begin + CODE_BYTES) throw new AppError('rule', 'It is cut off.')
  const keys = pbkdf2Sync(passphrase, raw.subarray(0, saltBytes), 1000, 2 * keyBytes + CHECK_BYTES, 'sha1')
  if (!keys.subarray(2 * keyBytes).equals(raw.subarray(saltBytes, begin)))
    throw new AppError('rule', 'The passphrase does not open it.')
  const body = raw.subarray(begin, raw.length - CODE_BYTES)
  const code = createHmac('sha1', keys.subarray(keyBytes, 2 * keyBytes))
    .update(body)
    .digest()
  if (!timingSafeEqual(code.subarray(0, CODE_BYTES), raw.subarray(raw.length - CODE_BYTES)))
    throw new AppError('rule', 'It was changed after it was encrypted.')
  const plain = withKeyStream(body, keys.subarray(0, keyBytes))
  return method === DEFLATED ? inflateRawSync(plain, { maxOutputLength: ENCRYPTED_BYTES }) : plain
}

function madeBy(extra: readonly { readonly id: number; readonly data: Buffer }[]): Made {
  const data = extra.find(({ id }) => id === FIELD)?.data
  const strength = data && data.length >= 7 ? STRENGTHS[data[4]!] : null
  if (!data || !strength)
    throw new AppError('rule', 'It is encrypted in an old way that is not checked here.')
  return { ...strength, method: data.readUInt16LE(5) }
}

/** AES in counter mode whose counter counts from its first byte up, as zips have it. */
function withKeyStream(body: Buffer, key: Buffer): Buffer {
  const counters = Buffer.alloc(Math.ceil(body.length / 16) * 16)
  for (let block = 0; block * 16 < counters.length; block += 1) counters.writeUInt32LE(block + 1, block * 16)
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb` as 'aes-256-ecb', key, null).setAutoPadding(false)
  const stream = cipher.update(counters)
  const plain = Buffer.alloc(body.length)
  for (let at = 0; at < body.length; at += 1) plain[at] = body[at]! ^ stream[at]!
  return plain
}
