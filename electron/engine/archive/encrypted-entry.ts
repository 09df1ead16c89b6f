import { createCipheriv, createHmac, type Hmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { Transform } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
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

/**
 * What makes an encrypted file of a zip (AE-1 and AE-2, as 7-Zip and WinZip make them) readable, one after the other:
 * fed with all that lies in the zip for it. Fails with `rule` where the passphrase is another, and at the end where the
 * bytes were changed.
 */
export function openersOf({ length, extra, passphrase }: EncryptedEntry): readonly Transform[] {
  const made = madeBy(extra)
  const opened = deciphered(made, length, passphrase)
  return made.method === DEFLATED ? [opened, createInflateRaw()] : [opened]
}

/** An encrypted file as the list of the zip tells of it. */
export type EncryptedEntry = {
  readonly length: number
  readonly extra: readonly { readonly id: number; readonly data: Buffer }[]
  readonly passphrase: string
}

function madeBy(extra: readonly { readonly id: number; readonly data: Buffer }[]): Made {
  const data = extra.find(({ id }) => id === FIELD)?.data
  const strength = data && data.length >= 7 ? STRENGTHS[data[4]!] : null
  if (!data || !strength)
    throw new AppError('rule', 'It is encrypted in an old way that is not checked here.')
  return { ...strength, method: data.readUInt16LE(5) }
}

/** Lets through what is between salt and code, made readable, and refuses where the code is not that of the bytes. */
function deciphered({ saltBytes, keyBytes }: Made, length: number, passphrase: string): Transform {
  const begin = saltBytes + CHECK_BYTES
  const bodyBytes = length - begin - CODE_BYTES
  let [head, tail] = [Buffer.alloc(0), Buffer.alloc(0)]
  let left = bodyBytes
  let keys: Keys | null = null
  return new Transform({
    transform(chunk: Buffer, _, done) {
      let rest = chunk
      if (!keys) {
        head = Buffer.concat([head, rest])
        if (head.length < begin) return done()
        rest = head.subarray(begin)
        keys = keysOf(head.subarray(0, begin), { saltBytes, keyBytes }, passphrase)
        if (!keys) return done(new AppError('rule', 'The passphrase does not open it.'))
      }
      const body = rest.subarray(0, left)
      if (body.length < rest.length) tail = Buffer.concat([tail, rest.subarray(left)])
      left -= body.length
      keys.code.update(body)
      return done(null, keys.plain(body))
    },
    flush(done) {
      if (!keys || left > 0 || bodyBytes < 0 || tail.length !== CODE_BYTES)
        return done(new AppError('rule', 'It is cut off.'))
      const isSame = timingSafeEqual(keys.code.digest().subarray(0, CODE_BYTES), tail)
      return done(isSame ? null : new AppError('rule', 'It was changed after it was encrypted.'))
    },
  })
}

type Keys = { readonly code: Hmac; readonly plain: (body: Buffer) => Buffer }

/** What opens a file and proves it unchanged; null where the passphrase is another. */
function keysOf(
  head: Buffer,
  { saltBytes, keyBytes }: Pick<Made, 'saltBytes' | 'keyBytes'>,
  passphrase: string,
): Keys | null {
  const all = pbkdf2Sync(passphrase, head.subarray(0, saltBytes), 1000, 2 * keyBytes + CHECK_BYTES, 'sha1')
  if (!all.subarray(2 * keyBytes).equals(head.subarray(saltBytes))) return null
  return {
    code: createHmac('sha1', all.subarray(keyBytes, 2 * keyBytes)),
    plain: keyStream(all.subarray(0, keyBytes)),
  }
}

/** AES in counter mode whose counter counts from its first byte up, as zips have it. */
function keyStream(key: Buffer): (body: Buffer) => Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-ecb` as 'aes-256-ecb', key, null).setAutoPadding(false)
  let block = 0
  let unused: Buffer = Buffer.alloc(0)
  return (body) => {
    const counters = Buffer.alloc(Math.ceil(Math.max(0, body.length - unused.length) / 16) * 16)
    for (let at = 0; at < counters.length; at += 16) {
      block += 1
      counters.writeUInt32LE(block % 2 ** 32, at)
      counters.writeUInt32LE(Math.floor(block / 2 ** 32), at + 4)
    }
    const stream = Buffer.concat([unused, cipher.update(counters)])
    const plain = Buffer.allocUnsafe(body.length)
    for (let at = 0; at < body.length; at += 1) plain[at] = body[at]! ^ stream[at]!
    unused = stream.subarray(body.length)
    return plain
  }
}
