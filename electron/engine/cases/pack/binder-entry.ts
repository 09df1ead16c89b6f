import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The program of the binder: bundled beside the engine, or its source when the engine runs unbuilt. */
export function binderEntry(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const bundled = join(here, 'binder.cjs')
  return existsSync(bundled) ? bundled : join(here, '../../../binder/entry.node.ts')
}
