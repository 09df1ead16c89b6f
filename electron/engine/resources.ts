import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The path of a file that ships with the program, for example `fonts/DejaVuSansCondensed.ttf`.
 * Found beside the code whether it runs unbuilt, bundled or packed; `DPO_RESOURCES` names another folder.
 */
export function resourcePath(name: string): string {
  const set = process.env['DPO_RESOURCES']
  return join(set || besideTheCode(), name)
}

/** `electron/engine/*.ts` and `out/main/engine.cjs` both lie two folders below the one that holds `resources/`. */
function besideTheCode(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'resources', 'fonts'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('The folder of resources is not beside the program.')
    folder = parent
  }
  return join(folder, 'resources')
}
