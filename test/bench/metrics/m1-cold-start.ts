import { spawn } from 'node:child_process'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeTurns } from '../measure.ts'
import { registerWith } from '../registers.ts'
import { ratioResult, type Result } from '../report.ts'
import { PROJECT, ROOT_FLAGS, theElectron } from '../window.ts'

const PRESS_KEYS = join(import.meta.dirname, '..', 'press-keys.cjs')
const BARE = join(import.meta.dirname, '..', 'bare')
const STARTS = 9
const LONGEST_MS = 60_000

/** Cold start: from starting the program to a passphrase field that has taken a key press. */
export async function measureColdStart(): Promise<Result[]> {
  const electron = await theElectron()
  const register = await registerWith(100)
  const turns = await takeTurns(
    STARTS,
    () => startOnce(electron.path, PROJECT, register),
    () => startOnce(electron.path, BARE, null),
  )
  return [
    ratioResult({
      metric: 'M1',
      what: 'Cold start to a passphrase field that takes a key press',
      peer: 'bare window, same runtime and flags, empty page',
      most: 1.5,
      turns,
      note: `${electron.name}; fresh profile and processes each time, files in the page cache`,
    }),
  ]
}

async function startOnce(executable: string, program: string, register: string | null): Promise<number> {
  const profile = await mkdtemp(join(tmpdir(), 'dpo-bench-profile-'))
  await mkdir(profile, { recursive: true })
  if (register) await writeFile(join(profile, 'recent.json'), JSON.stringify([register]))
  const startedAt = performance.timeOrigin + performance.now()
  const child = spawn(executable, ['-r', PRESS_KEYS, program, ...ROOT_FLAGS, `--user-data-dir=${profile}`], {
    env: { ...process.env, DPO_NODE: process.execPath, BENCH_FIELD: String(register !== null) },
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: LONGEST_MS,
  })
  let output = ''
  child.stdout.on('data', (chunk) => (output += String(chunk)))
  await new Promise((resolve) => child.once('close', resolve))
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  const takenAt = /^taken at ([\d.]+)$/m.exec(output)?.[1]
  if (!takenAt) throw new Error(`${program} took no key press within ${LONGEST_MS / 1000} s.`)
  return Number(takenAt) - startedAt
}
