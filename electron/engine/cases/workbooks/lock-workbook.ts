import { createCipheriv, createHash, createHmac } from 'node:crypto'
import * as CFB from 'cfb'

/** What a workbook is locked with: the seed makes the same file again. */
export type WorkbookLock = { readonly password: string; readonly seed: Uint8Array }

/** How often the password is hashed, so that guessing takes long. */
const SPINS = 100_000
/** The bytes that are encrypted together. */
const SEGMENT = 4096
const BLOCK = 16

/** Names of the keys that come out of a password, as the format gives them. */
const PURPOSES = {
  verifierInput: 'fea7d2763b4b9e79',
  verifierHash: 'd7aa0f6d3061344e',
  packageKey: '146e0be7abacd0d6',
  hmacKey: '5fb2ad010cb9e1f6',
  hmacValue: 'a0677f02b22c8433',
} as const

/**
 * Encrypts a workbook so that any spreadsheet program opens it with the password: AES-256 and SHA-512, the agile
 * encryption of Office. Its random bytes come from the seed, so that the same workbook, password and seed give the same
 * bytes.
 *
 * @source MS-OFFCRYPTO 2.3.4.10-15
 */
export function lockWorkbook(bytes: Buffer, { password, seed }: WorkbookLock): Buffer {
  const random = randomFrom(bytes, password, seed)
  const [salt, keySalt, key, hmacKey, verifier] = [16, 16, 32, 64, 16].map(random) as [
    Buffer,
    Buffer,
    Buffer,
    Buffer,
    Buffer,
  ]
  const encrypted = encryptedPackage(bytes, key, keySalt)
  const fromPassword = keysOf(password, salt)
  const sealed = (purpose: keyof typeof PURPOSES, value: Buffer) =>
    encrypt(fromPassword(purpose), salt, value).toString('base64')
  const checked = (purpose: keyof typeof PURPOSES, value: Buffer) =>
    encrypt(key, ivOf(keySalt, Buffer.from(PURPOSES[purpose], 'hex')), value).toString('base64')
  const ciphers = `blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"`
  const info = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData saltSize="16" ${ciphers} saltValue="${keySalt.toString('base64')}"/><dataIntegrity encryptedHmacKey="${checked('hmacKey', hmacKey)}" encryptedHmacValue="${checked('hmacValue', createHmac('sha512', hmacKey).update(encrypted).digest())}"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${SPINS}" saltSize="16" ${ciphers} saltValue="${salt.toString('base64')}" encryptedVerifierHashInput="${sealed('verifierInput', verifier)}" encryptedVerifierHashValue="${sealed('verifierHash', sha512(verifier))}" encryptedKeyValue="${sealed('packageKey', key)}"/></keyEncryptor></keyEncryptors></encryption>`
  return container({
    EncryptionInfo: Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(info)]),
    EncryptedPackage: encrypted,
  })
}

/** Its length, then the file in segments, each under a start of its own. */
function encryptedPackage(bytes: Buffer, key: Buffer, keySalt: Buffer): Buffer {
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(bytes.length))
  const pieces: Buffer[] = [length]
  for (let at = 0, segment = 0; at < bytes.length; at += SEGMENT, segment += 1) {
    const piece = bytes.subarray(at, at + SEGMENT)
    pieces.push(encrypt(key, ivOf(keySalt, numberOf(segment)), piece))
  }
  return Buffer.concat(pieces)
}

/** The keys of a password, hashed so often that guessing takes long. */
function keysOf(password: string, salt: Buffer): (purpose: keyof typeof PURPOSES) => Buffer {
  let hash: Buffer = sha512(salt, Buffer.from(password, 'utf16le'))
  for (let spin = 0; spin < SPINS; spin += 1) hash = sha512(numberOf(spin), hash)
  return (purpose) => sha512(hash, Buffer.from(PURPOSES[purpose], 'hex')).subarray(0, 32)
}

function encrypt(key: Buffer, iv: Buffer, value: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
  const padding = Buffer.alloc((BLOCK - (value.length % BLOCK)) % BLOCK)
  return Buffer.concat([cipher.update(Buffer.concat([value, padding])), cipher.final()])
}

const ivOf = (salt: Buffer, purpose: Buffer) => sha512(salt, purpose).subarray(0, BLOCK)

function numberOf(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

function sha512(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha512')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/** Bytes that nobody without the seed can tell, others for each file and password. */
function randomFrom(bytes: Buffer, password: string, seed: Uint8Array): (length: number) => Buffer {
  const file = createHash('sha256').update(bytes).digest('hex')
  const purpose = `workbook\0${file}\0${createHash('sha256').update(password).digest('hex')}`
  const key = createHmac('sha256', seed).update(purpose).digest()
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  return (length) => stream.update(Buffer.alloc(length))
}

function container(streams: Readonly<Record<string, Buffer>>): Buffer {
  const file = CFB.utils.cfb_new()
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, bytes)
  // The library signs its files with a stream of its own.
  CFB.utils.cfb_del(file, '/\u0001Sh33tJ5')
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array)
}
