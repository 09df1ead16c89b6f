import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { NewDocument } from './document-store.ts'

/** What must stay free on the disk, in bytes: the records must still have room to be written, and to take back what was begun. */
export const ROOM_LEFT = 16 * 1_048_576
/** How much longer a file is in its encrypted pages. */
const PAGE_SHARE = 1.03

/**
 * Hands pieces on while the disk has room for them; throws a `storage` error before the first one when the whole
 * has no room, and between two when something else fills the disk meanwhile.
 */
export async function* whileThereIsRoom(
  pieces: AsyncIterable<Uint8Array>,
  file: string,
  { name, expectedBytes = 0 }: NewDocument,
): AsyncGenerator<Uint8Array> {
  let expected = expectedBytes
  for await (const piece of pieces) {
    if ((await freeBytes(file)) < Math.max(expected, piece.length) * PAGE_SHARE + ROOM_LEFT)
      throw new AppError(
        'storage',
        `There is not enough room on the disk for “${name}”. Free some space and attach it again; nothing was changed.`,
        { reason: 'disk-full' },
      )
    yield piece
    expected -= piece.length
  }
}

/**
 * How many bytes are free on the disk of a file. Some network disks cannot say; there, a full disk is noticed while
 * writing.
 */
export async function freeBytes(file: string): Promise<number> {
  const disk = await statfs(dirname(file)).catch(() => null)
  return disk && disk.blocks > 0 ? disk.bavail * disk.bsize : Infinity
}
