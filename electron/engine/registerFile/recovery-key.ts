import { hkdfSync, randomBytes } from 'node:crypto'

/** Crockford's base 32: no I, L, O or U, so that it can be read aloud and written by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 8
const GROUP_LENGTH = 4

/** A new recovery key of 160 random bits: eight groups of four characters. */
export function newRecoveryKey(): string {
  const characters = Array.from(randomBytes(GROUPS * GROUP_LENGTH), (byte) => ALPHABET[byte & 31])
  return Array.from({ length: GROUPS }, (_, group) =>
    characters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(''),
  ).join('-')
}

/** The key as it counts, however it was typed: case, spaces, dashes and look-alikes do not matter. */
export function normaliseRecoveryKey(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0')
}

/** The wrapping key that a recovery key stands for; random already, so it needs no stretching. */
export function recoveryWrappingKey(recoveryKey: string, salt: Buffer): Buffer {
  return Buffer.from(
    hkdfSync('sha256', normaliseRecoveryKey(recoveryKey), salt, 'dpo-workbench recovery key', 32),
  )
}
