import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { storageError } from '../db/storage-error.ts'
import { writeDurably } from './durable.ts'
import { deriveKey, KDF_DEFAULT, KdfParameters } from './kdf.ts'
import { recoveryWrappingKey } from './recovery-key.ts'

const Hex = z.string().regex(/^[0-9a-f]+$/)
const Wrap = z.object({ salt: Hex, nonce: Hex, wrapped: Hex, tag: Hex })

/** `keys.json`: the register's data key, wrapped twice. Nothing in it opens anything by itself. */
export const KeyFile = z.object({
  format: z.literal('dpo-workbench keys 1'),
  registerId: z.string().min(1),
  kdf: KdfParameters,
  byPassphrase: Wrap,
  byRecoveryKey: Wrap,
})
export type KeyFile = z.infer<typeof KeyFile>
type Wrap = z.infer<typeof Wrap>

const WRONG_PASSPHRASE =
  'The passphrase does not open this register. Check the keyboard layout and Caps Lock, or use the recovery key.'
const WRONG_RECOVERY_KEY =
  'The recovery key does not open this register. It has eight groups of four characters.'

/** A new data key in a new key file. */
export async function newKeyFile(registerId: string, passphrase: string, recoveryKey: string) {
  const dataKey = randomBytes(32)
  const keyFile = await wrapAgain(registerId, dataKey, passphrase, recoveryKey)
  return { dataKey, keyFile }
}

async function wrapAgain(
  registerId: string,
  dataKey: Buffer,
  passphrase: string,
  recoveryKey: string,
): Promise<KeyFile> {
  return {
    format: 'dpo-workbench keys 1',
    registerId,
    kdf: KDF_DEFAULT,
    byPassphrase: await wrapByPassphrase(registerId, dataKey, passphrase),
    byRecoveryKey: wrapByRecoveryKey(registerId, dataKey, recoveryKey),
  }
}

/** The key file with the passphrase replaced; the data key and the recovery key stay. */
export async function withPassphrase(
  keyFile: KeyFile,
  dataKey: Buffer,
  passphrase: string,
): Promise<KeyFile> {
  return {
    ...keyFile,
    kdf: KDF_DEFAULT,
    byPassphrase: await wrapByPassphrase(keyFile.registerId, dataKey, passphrase),
  }
}

/** The key file with the recovery key replaced. */
export function withRecoveryKey(keyFile: KeyFile, dataKey: Buffer, recoveryKey: string): KeyFile {
  return { ...keyFile, byRecoveryKey: wrapByRecoveryKey(keyFile.registerId, dataKey, recoveryKey) }
}

/** The data key, or a `wrong-passphrase` error. */
export async function unwrapByPassphrase(keyFile: KeyFile, passphrase: string): Promise<Buffer> {
  const key = await deriveKey(passphrase, Buffer.from(keyFile.byPassphrase.salt, 'hex'), keyFile.kdf)
  return unwrap(keyFile.byPassphrase, key, aad(keyFile.registerId, 'passphrase'), WRONG_PASSPHRASE)
}

/** The data key, or a `wrong-passphrase` error that speaks of the recovery key. */
export function unwrapByRecoveryKey(keyFile: KeyFile, recoveryKey: string): Buffer {
  const key = recoveryWrappingKey(recoveryKey, Buffer.from(keyFile.byRecoveryKey.salt, 'hex'))
  return unwrap(keyFile.byRecoveryKey, key, aad(keyFile.registerId, 'recovery'), WRONG_RECOVERY_KEY)
}

/** Reads `keys.json`; says so plainly when it is missing or not what it should be. */
export async function readKeyFile(path: string): Promise<KeyFile> {
  try {
    return KeyFile.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw new AppError(
        'storage',
        'keys.json of this register is damaged. Put back a copy of it; without it nobody can open the register.',
        { reason: 'damaged', cause: error },
      )
    throw storageError(error, path)
  }
}

/** Replaces `keys.json` in one step: a crash leaves the old one or the new one, never neither. */
export async function writeKeyFile(path: string, keyFile: KeyFile): Promise<void> {
  await writeDurably(path, `${JSON.stringify(keyFile, null, 2)}\n`)
}

async function wrapByPassphrase(registerId: string, dataKey: Buffer, passphrase: string): Promise<Wrap> {
  const salt = randomBytes(16)
  return wrap(dataKey, salt, await deriveKey(passphrase, salt, KDF_DEFAULT), aad(registerId, 'passphrase'))
}

function wrapByRecoveryKey(registerId: string, dataKey: Buffer, recoveryKey: string): Wrap {
  const salt = randomBytes(16)
  return wrap(dataKey, salt, recoveryWrappingKey(recoveryKey, salt), aad(registerId, 'recovery'))
}

/** Binds a wrapped key to its register and its use, so that neither can be swapped. */
const aad = (registerId: string, use: string) => Buffer.from(`dpo-workbench keys 1|${registerId}|${use}`)

function wrap(dataKey: Buffer, salt: Buffer, key: Buffer, bound: Buffer): Wrap {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound)
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final()])
  key.fill(0)
  const hex = (bytes: Buffer) => bytes.toString('hex')
  return { salt: hex(salt), nonce: hex(nonce), wrapped: hex(wrapped), tag: hex(cipher.getAuthTag()) }
}

function unwrap({ nonce, wrapped, tag }: Wrap, key: Buffer, bound: Buffer, refusal: string): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'hex'), { authTagLength: 16 })
    decipher.setAAD(bound).setAuthTag(Buffer.from(tag, 'hex'))
    return Buffer.concat([decipher.update(Buffer.from(wrapped, 'hex')), decipher.final()])
  } catch (error) {
    throw new AppError('storage', refusal, { reason: 'wrong-passphrase', cause: error })
  } finally {
    key.fill(0)
  }
}
