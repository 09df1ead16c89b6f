import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The program of the reader: bundled beside the engine, or its source when the engine runs unbuilt. */
export function readerEntry(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const bundled = join(here, 'reader.cjs')
  return existsSync(bundled) ? bundled : join(here, '../../reader/entry.node.ts')
}
