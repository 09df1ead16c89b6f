import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { BENCH_NOW, BENCH_PASSPHRASE } from './make-register.ts'

/** The folder of the checkout. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '')

/** Flags for every Electron started here: root cannot sandbox Chromium, and no graphics card is looked for. */
export const ROOT_FLAGS = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu']

type Found = { path: string; kind: 'named' | 'official' | 'evaluation' }

/** The Electron of this machine, with a name for the table. */
export async function theElectron(): Promise<{ path: string; name: string }> {
  const { getElectron } = (await script('electron.mjs')) as {
    getElectron: (say: (line: string) => void) => Promise<Found>
  }
  const { path, kind } = await getElectron(() => undefined)
  const { electron } = await versionsOf(path)
  return { path, name: `Electron ${electron} (${kind})` }
}

/** Builds the app when a source is newer than what was built from it. */
export async function ensureBuild(): Promise<void> {
  const { ensureBuild: build } = (await script('build.mjs')) as {
    ensureBuild: (say: (line: string) => void) => Promise<void>
  }
  await build((line) => process.stderr.write(`${line}\n`))
}

/** The folder, outside the checkout, that keeps the registers measured on. */
export async function benchCache(): Promise<string> {
  const { cacheFolder } = (await script('project.mjs')) as { cacheFolder: () => string }
  return join(cacheFolder(), 'bench')
}

function script(name: string): Promise<unknown> {
  return import(pathToFileURL(join(PROJECT, 'scripts', 'lib', name)).href)
}

let known: Promise<NodeJS.ProcessVersions> | undefined

function versionsOf(executable: string): Promise<NodeJS.ProcessVersions> {
  known ??= import('node:child_process').then(({ execFileSync }) => {
    const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
    return JSON.parse(
      execFileSync(executable, ['-p', 'JSON.stringify(process.versions)'], { env, encoding: 'utf8' }),
    )
  })
  return known
}

/** The running program with its window, before any register is open. */
export type Running = {
  readonly program: ElectronApplication
  readonly page: Page
  readonly close: () => Promise<void>
}

/** Starts the program on a register that was used before, with a clock for the engine that stands still. */
export async function startProgram(register: string): Promise<Running> {
  const home = await mkdtemp(join(tmpdir(), 'dpo-bench-'))
  await mkdir(join(home, 'profile'))
  await writeFile(join(home, 'profile', 'recent.json'), JSON.stringify([register]))
  const { path } = await theElectron()
  // Named this way and not by `executablePath`, Playwright holds the program back until it listens to it.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dirname(path)
  const program = await _electron.launch({
    chromiumSandbox: process.getuid?.() !== 0,
    args: [PROJECT, ...ROOT_FLAGS, `--user-data-dir=${join(home, 'profile')}`],
    env: { ...(process.env as Record<string, string>), DPO_NOW: BENCH_NOW, DPO_NODE: process.execPath },
  })
  const page = await program.firstWindow()
  await page.getByLabel('Passphrase', { exact: true }).waitFor()
  // The list of activities is what is measured; the program itself opens on what is due.
  await page.evaluate(() => void (location.hash = '#/activities'))
  const close = async () => {
    await program.close()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
  return { program, page, close }
}

/** Types the passphrase and waits for the first rows; from then on the register does not lock itself. */
export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(BENCH_PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.locator('#activity-grid [data-name="name"]').filter({ hasText: /\S/ }).first().waitFor()
  await page.evaluate(() => {
    const { engine } = globalThis as unknown as { engine: Bridge }
    setInterval(() => void engine.call('registerFile.keepAwake', {}), 60_000)
  })
}

/** The window's own door to the engine, as the page sees it. */
export type Bridge = {
  call(
    procedure: string,
    input: object,
  ): Promise<{ ok: boolean; value?: unknown; error?: { message: string } }>
}
