import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { makeRegister } from './make-register.ts'
import { benchCache, PROJECT } from './window.ts'

/** What the stored form of a register depends on; when one of these changes, registers are made anew. */
const SOURCES = [
  'electron/engine/db/migrations/*.ts',
  'resources/sample/*.json',
  'test/bench/make-register.ts',
]

/** The path of a register with this many activities, made once and kept in the cache of this user. */
export async function registerWith(count: number): Promise<string> {
  const folder = join(await benchCache(), fingerprint())
  const path = join(folder, `Bench ${count}.dpo`)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  dropOthers(folder)
  process.stderr.write(`Making a register of ${count.toLocaleString('en-GB')} activities …\n`)
  const unfinished = join(folder, `Unfinished ${count}.dpo`)
  rmSync(unfinished, { recursive: true, force: true })
  await makeRegister(unfinished, count)
  renameSync(unfinished, path)
  return path
}

/** A copy of such a register that may be changed. */
export async function copyOfRegister(count: number, folder: string): Promise<string> {
  const master = await registerWith(count)
  const copy = join(folder, basename(master))
  await cp(master, copy, { recursive: true })
  return copy
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of globSync(SOURCES, { cwd: PROJECT }).toSorted())
    hash.update(readFileSync(join(PROJECT, file)))
  return hash.digest('hex').slice(0, 12)
}

function dropOthers(folder: string): void {
  const parent = join(folder, '..')
  for (const name of readdirSync(parent))
    if (name !== basename(folder)) rmSync(join(parent, name), { recursive: true, force: true })
}
