import { copyFile, link, rename, stat } from 'node:fs/promises'

/** Keeps a database under another name, and its write-ahead log with it; a crash leaves the register in its place. */
export async function keepAside(database: string, kept: string): Promise<void> {
  const isThere = await stat(database).then(
    () => true,
    () => false,
  )
  if (isThere) await link(database, kept).catch(() => copyFile(database, kept))
  // The log belongs to the database that is replaced and must not be applied to the restored one.
  for (const ending of ['-wal', '-shm']) await rename(database + ending, kept + ending).catch(() => undefined)
}
