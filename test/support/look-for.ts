import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Every file below some folders. */
export async function filesBelow(...folders: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    }),
  )
  return found.flat()
}

/** The files that hold one of some texts, in UTF-8 or UTF-16, or some bytes as they are. */
export async function filesHolding(
  secrets: ReadonlyArray<string | Buffer>,
  files: readonly string[],
): Promise<string[]> {
  const needles = secrets.flatMap((secret) =>
    typeof secret === 'string' ? [Buffer.from(secret), Buffer.from(secret, 'utf16le')] : [secret],
  )
  const found: string[] = []
  for (const file of files) {
    const content = await readFile(file)
    if (needles.some((needle) => content.includes(needle))) found.push(file)
  }
  return found
}
