import type { Output } from '#shared/rpc/contract.ts'
import { materialOf } from './material.ts'
import { withArchive } from './open-archive.ts'

/** What an archive says of itself; nothing of it is checked yet. */
export function lookAtArchive(path: string, passphrase: string | null): Promise<Output<'archives.look'>> {
  return withArchive(path, passphrase, async (archive) => {
    const { registerName, registerId, madeAt, withHistory, counts } = await materialOf(archive)
    const { isEncrypted } = archive
    return { registerName, registerId, madeAt, isEncrypted, hasHistory: withHistory, counts }
  })
}
