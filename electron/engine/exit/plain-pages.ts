import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  pbkdf2Sync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { open } from 'node:fs/promises'
import { AppError } from '#shared/errors.ts'
import { isLockPage } from '../db/page-codes.ts'
import { inChunks } from '../documents/chunks.ts'

const PAGE = 4_096
const SALT = 16
const NONCE = 16
const CODE = 64
/** What the cipher keeps at the end of every page; a plain file keeps as much empty. */
const RESERVED = NONCE + CODE
const BATCH = 64
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1')

/** Places in the first page. @source SQLite file format, 1.3 */
const AT = { pageSize: 16, write: 18, read: 19, reserved: 20, changes: 24, validFor: 92 } as const

/**
 * An encrypted database as the plain SQLite file that any program reads, page by page and never on the disk; each
 * page's authentication code is checked first. The same content gives the same bytes. Throws `storage` where a page is
 * damaged. The caller keeps the file as it is meanwhile.
 *
 * @source SQLCipher design: AES-256 in CBC mode, HMAC-SHA512 over the page, its nonce and its number
 */
export async function* plainPages(path: string, key: Buffer): AsyncGenerator<Buffer> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const { bytesRead, buffer: salt } = await file.read(Buffer.alloc(SALT), 0, SALT, 0)
    if (bytesRead !== SALT || size % PAGE !== 0) throw damaged(1)
    const codeKey = codeKeyOf(key, salt)
    for (let start = 0; start < size; start += BATCH * PAGE) {
      const batch = Buffer.alloc(Math.min(BATCH * PAGE, size - start))
      const read = await file.read(batch, 0, batch.length, start)
      if (read.bytesRead !== batch.length) throw damaged(start / PAGE + 1)
      const plain = Buffer.alloc(batch.length)
      for (let at = 0; at < batch.length; at += PAGE)
        openPage(batch.subarray(at, at + PAGE), (start + at) / PAGE + 1, { key, codeKey }).copy(plain, at)
      yield plain
    }
  } finally {
    await file.close()
  }
}

/**
 * Writes a plain database as an encrypted one, page by page: no plain page reaches the disk. Throws `rule` where it is no
 * database as {@link plainPages} gives one.
 */
export async function writeEncrypted(
  path: string,
  key: Buffer,
  pieces: AsyncIterable<Uint8Array>,
): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    const salt = randomBytes(SALT)
    const codeKey = codeKeyOf(key, salt)
    let number = 0
    for await (const plain of inChunks(pieces, BATCH * PAGE)) {
      if (plain.length % PAGE !== 0) throw notPlain()
      const sealed = Buffer.alloc(plain.length)
      for (let at = 0; at < plain.length; at += PAGE) {
        number += 1
        closePage(plain.subarray(at, at + PAGE), number, { key, codeKey, salt }).copy(sealed, at)
      }
      await file.write(sealed)
    }
    if (number === 0) throw notPlain()
    await file.sync()
  } finally {
    await file.close()
  }
}

type Keys = { readonly key: Buffer; readonly codeKey: Buffer }

function codeKeyOf(key: Buffer, salt: Buffer): Buffer {
  return pbkdf2Sync(key, Buffer.from(salt.map((byte) => byte ^ 0x3a)), 2, 32, 'sha512')
}

function codeOf(sealed: Buffer, number: number, codeKey: Buffer): Buffer {
  const counted = Buffer.alloc(4)
  counted.writeUInt32LE(number)
  return createHmac('sha512', codeKey).update(sealed).update(counted).digest()
}

function openPage(page: Buffer, number: number, { key, codeKey }: Keys): Buffer {
  const plain = Buffer.alloc(PAGE)
  if (isLockPage(number)) return plain
  const from = number === 1 ? SALT : 0
  if (!timingSafeEqual(codeOf(page.subarray(from, PAGE - CODE), number, codeKey), page.subarray(PAGE - CODE)))
    throw damaged(number)
  const nonce = page.subarray(PAGE - RESERVED, PAGE - CODE)
  const cipher = createDecipheriv('aes-256-cbc', key, nonce).setAutoPadding(false)
  Buffer.concat([cipher.update(page.subarray(from, PAGE - RESERVED)), cipher.final()]).copy(plain, from)
  if (number === 1) asAlways(plain)
  return plain
}

/** What SQLite counts in the first page, and the way it last kept its log, say nothing of the content. */
function asAlways(page: Buffer): void {
  MAGIC.copy(page)
  page[AT.write] = 1
  page[AT.read] = 1
  page.writeUInt32BE(1, AT.changes)
  page.writeUInt32BE(1, AT.validFor)
}

function closePage(
  page: Buffer,
  number: number,
  { key, codeKey, salt }: Keys & { readonly salt: Buffer },
): Buffer {
  const sealed = Buffer.alloc(PAGE)
  if (isLockPage(number)) return sealed
  if (number === 1 && !isPlain(page)) throw notPlain()
  const from = number === 1 ? SALT : 0
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-cbc', key, nonce).setAutoPadding(false)
  Buffer.concat([cipher.update(page.subarray(from, PAGE - RESERVED)), cipher.final(), nonce]).copy(
    sealed,
    from,
  )
  codeOf(sealed.subarray(from, PAGE - CODE), number, codeKey).copy(sealed, PAGE - CODE)
  if (number === 1) salt.copy(sealed)
  return sealed
}

const isPlain = (page: Buffer) =>
  page.subarray(0, MAGIC.length).equals(MAGIC) &&
  page.readUInt16BE(AT.pageSize) === PAGE &&
  page[AT.reserved] === RESERVED

const damaged = (page: number) =>
  new AppError('storage', `The file with its documents is damaged: page ${page} is not what was written.`, {
    reason: 'damaged',
  })

const notPlain = () => new AppError('rule', 'It is not a database as a whole-register archive holds one.')
