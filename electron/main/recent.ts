import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { RecentRegister } from '#shared/rpc/shell-contract.ts'

const LIMIT = 10
const Paths = z.array(z.string()).max(100)

/** The registers used before on this machine: their paths, in one small file. */
export type RecentRegisters = {
  list(): RecentRegister[]
  remember(path: string): void
  forget(path: string): void
}

/** Keeps the list in `recent.json` in the given folder; a file that cannot be read counts as empty. */
export function openRecentRegisters(folder: string): RecentRegisters {
  const file = join(folder, 'recent.json')
  let paths = read(file)

  function write(next: string[]): void {
    paths = next.slice(0, LIMIT)
    writeFileSync(`${file}.new`, JSON.stringify(paths, null, 2), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }

  return {
    list: () => paths.map(describe),
    remember: (path) => write([path, ...paths.filter((other) => other !== path)]),
    forget: (path) => write(paths.filter((other) => other !== path)),
  }
}

function describe(path: string): RecentRegister {
  return { path, name: basename(path, '.dpo'), isThere: existsSync(join(path, 'keys.json')) }
}

function read(file: string): string[] {
  try {
    return Paths.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return []
  }
}
