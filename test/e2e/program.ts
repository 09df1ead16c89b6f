import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { EngineBridge } from '#shared/bridge.ts'
import { stubNativeDialogs } from './native-dialogs.ts'
import { NOW } from './registers.ts'

declare global {
  interface Window {
    engine: EngineBridge
  }
}

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
/** An address of the program with nothing on it: its page has the door to the engine, and none of the program. */
const NOWHERE = 'app://workbench/between-tests'

/** A program that was started, and what it says. */
export type Running = {
  readonly program: ElectronApplication
  /** Where it keeps its settings. */
  readonly profile: string
  /** What the main process has said since it was last asked. */
  readonly takeOutput: () => string
}

/** Starts the program on a folder of settings, in the Electron that the scripts found, with a clock that stands still. */
export async function launch(profile: string, env: Record<string, string> = {}): Promise<Running> {
  const executable = process.env['DPO_ELECTRON']
  if (!executable) throw new Error('Start the end-to-end tests with: npm run e2e')
  // Named this way and not by `executablePath`, Playwright holds the program back until it listens to it.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dirname(executable)
  // Chromium cannot sandbox what root runs, as in a container; every other user keeps the sandbox.
  const isRoot = process.getuid?.() === 0
  const program = await _electron.launch({
    chromiumSandbox: !isRoot,
    // Without a graphics card the old Chromium now and then hangs while it looks for one.
    args: [PROJECT, ...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu', `--user-data-dir=${profile}`],
    env: { ...(process.env as Record<string, string>), DPO_NOW: NOW, TZ: 'Europe/London', ...env },
  })
  const output: string[] = []
  program.process().stdout?.on('data', (chunk) => output.push(String(chunk)))
  program.process().stderr?.on('data', (chunk) => output.push(String(chunk)))
  return { program, profile, takeOutput: () => output.splice(0).join('') }
}

/** Lets a running program know of a register, as if a person had chosen it, and of no other. */
export async function chooseRegister({ program }: Running, path: string): Promise<void> {
  const page = await program.firstWindow()
  const dialogs = await stubNativeDialogs(program)
  await dialogs.answerNext({ path })
  await ask(page, 'shell.chooseRegisterToOpen')
}

/**
 * Brings a program back to where it stands before its first register: on an empty page, nothing open, nothing
 * remembered. What a test may change beyond that (the size of the window, what the main process is made of) it
 * does not undo: such a test wants a fresh program. Throws where something is left.
 */
export async function putAway({ program, profile }: Running): Promise<void> {
  const [page, ...others] = program.windows()
  if (!page || others.length > 0 || page.viewportSize()) throw new Error('The window is not as it was')
  await page.goto(NOWHERE)
  await page.mouse.move(0, 0)
  await page.emulateMedia({ media: null, colorScheme: 'light', reducedMotion: null, forcedColors: null })
  await ask(page, 'registerFile.lock')
  const recent = (await ask(page, 'shell.recentRegisters')) as { path: string }[]
  for (const { path } of recent) await ask(page, 'shell.forgetRecent', { path })
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  await program.evaluate(({ BrowserWindow, nativeTheme }) => {
    nativeTheme.themeSource = 'system'
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.setZoomLevel(0)
  })
  // The copies of one register that the tests use are at different states of it, which the engine would notice.
  await rm(join(profile, 'seen-registers.json'), { force: true })
}

/** Ends a program that may no longer do what it is asked to. */
export async function end({ program }: Running): Promise<void> {
  const ending = program.process()
  const timer = setTimeout(() => ending.kill('SIGKILL'), 10_000)
  await program.close().catch(() => undefined)
  clearTimeout(timer)
}

async function ask(page: Page, procedure: string, input: object = {}): Promise<unknown> {
  const reply = await page.evaluate(
    ([name, question]) =>
      name.startsWith('shell.') ? window.engine.shell(name, question) : window.engine.call(name, question),
    [procedure, input] as const,
  )
  if (!reply.ok) throw new Error(`${procedure}: ${reply.error.message}`)
  return reply.value
}
