import { createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import { readFileSync } from 'node:fs'

const PAGE = 4_096
const SALT = 16
const NONCE = 16
const CODE = 64

/**
 * Decrypts a database by the published description of SQLCipher 4 and nothing
 * else: what comes out is a plain SQLite file. Throws where a page's
 * authentication code does not fit.
 */
export function decryptSqlCipher4(path: string, key: Buffer): Buffer {
  const file = readFileSync(path)
  const salt = file.subarray(0, SALT)
  const codeSalt = Buffer.from(salt.map((byte) => byte ^ 0x3a))
  const codeKey = pbkdf2Sync(key, codeSalt, 2, 32, 'sha512')
  const pages: Buffer[] = []
  for (let number = 1; number <= file.length / PAGE; number += 1) {
    const page = file.subarray((number - 1) * PAGE, number * PAGE)
    const counted = Buffer.alloc(4)
    counted.writeUInt32LE(number)
    const start = number === 1 ? SALT : 0
    const code = createHmac('sha512', codeKey)
      .update(page.subarray(start, PAGE - CODE))
      .update(counted)
      .digest()
    if (!code.equals(page.subarray(PAGE - CODE))) throw new Error(`The code of page ${number} does not fit`)
    const nonce = page.subarray(PAGE - CODE - NONCE, PAGE - CODE)
    const decipher = createDecipheriv('aes-256-cbc', key, nonce).setAutoPadding(false)
    const clear = Buffer.concat([
      decipher.update(page.subarray(start, PAGE - CODE - NONCE)),
      decipher.final(),
    ])
    pages.push(
      number === 1 ? Buffer.from('SQLite format 3\0') : Buffer.alloc(0),
      clear,
      Buffer.alloc(NONCE + CODE),
    )
  }
  return Buffer.concat(pages)
}
