import { readFile, rm, writeFile } from 'node:fs/promises'
import { AppError } from '#shared/errors.ts'
import { filesOf } from '#engine/registerFile/folder.ts'
import { NOW, openAgain } from './open-again.ts'

export const PAGE = 4_096

/** Random numbers that are the same in every run, so that a failure can be looked at. */
export function repeatableRandom(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return ((state ^ (state >>> 13)) >>> 0) % below
  }
}

/** The database of a closed register, and what the program says after the file was changed. */
export async function damageable(
  folder: string,
  keys: { registerId: string; key: Buffer },
  home: string | null = null,
) {
  const file = filesOf(folder).database
  const good = await readFile(file)

  /** Puts other bytes in the file's place and returns what opening or verifying says; empty when nothing was noticed. */
  async function reportsOn(bytes: Buffer): Promise<string[]> {
    await put(bytes)
    try {
      const session = await openAgain(folder, keys, home)
      try {
        return (await session.verify(NOW)).problems
      } finally {
        await session.close()
      }
    } catch (error) {
      if (error instanceof AppError && error.reason === 'damaged') return [error.message]
      throw error
    }
  }

  async function put(bytes: Buffer) {
    for (const ending of ['-wal', '-shm']) await rm(file + ending, { force: true })
    await writeFile(file, bytes)
  }

  return { good, reportsOn, restore: () => put(good), pages: good.length / PAGE }
}
