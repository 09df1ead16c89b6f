import { filesOf } from '#engine/registerFile/folder.ts'
import { readKeyFile, unwrapByPassphrase } from '#engine/registerFile/keys.ts'
import { openRegister } from '#engine/registerFile/open-register.ts'
import type { Session } from '#engine/registerFile/session.ts'
import { Instant } from '#shared/time/instant.ts'

export const NOW = Instant.parse('2026-11-22T09:00:00.000Z')

/** The keys of a register, unwrapped once, so that a test can open it hundreds of times. */
export async function keysOf(folder: string, passphrase: string) {
  const keyFile = await readKeyFile(filesOf(folder).keys)
  return { registerId: keyFile.registerId, key: await unwrapByPassphrase(keyFile, passphrase) }
}

/** Opens a register as the program does, without stretching the passphrase again. */
export function openAgain(
  folder: string,
  { registerId, key }: { registerId: string; key: Buffer },
  home: string | null = null,
): Promise<Session> {
  // A session wipes its key when it closes.
  return openRegister({ folder, registerId, key: Buffer.from(key), home, now: NOW })
}
