import { createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type BagEntry, type BagSource, LIMITS, type Problem } from './bag-source.ts'

/** A bag that lies unpacked in a folder. Links are listed, never followed. */
export async function folderSource(folder: string): Promise<BagSource> {
  const entries: BagEntry[] = []
  const problems: Problem[] = []
  for (const found of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entries.length >= LIMITS.entries) {
      problems.push({ about: 'Folder', detail: `It holds more than ${LIMITS.entries} files and folders.` })
      break
    }
    const path = join(found.parentPath, found.name)
    const name = relative(folder, path).split(sep).join('/')
    if (found.isDirectory()) continue
    const kind = found.isFile() ? 'file' : found.isSymbolicLink() ? 'link' : 'other'
    entries.push({ name, kind, bytes: (await lstat(path)).size })
  }
  return {
    entries,
    problems,
    open: (name) => Promise.resolve(createReadStream(join(folder, ...name.split('/')))),
    close: () => Promise.resolve(),
  }
}
