import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import type { EngineBridge } from '#shared/bridge.ts'
import { type NativeDialogs, stubNativeDialogs } from './native-dialogs.ts'
import { makeRegister, NOW, PASSPHRASE, type RegisterKind } from './registers.ts'
import { watchForProblems } from './watch.ts'

export { expect, NOW, PASSPHRASE }

declare global {
  interface Window {
    engine: EngineBridge
  }
}

const PROJECT = fileURLToPath(new URL('../../', import.meta.url))

export type AppOptions = {
  /** The register the test starts with. */
  register: RegisterKind | 'none'
  /** Whether that register is open already, or waits for its passphrase. */
  unlocked: boolean
  /** Where the window stands: an address of the program, empty for the page it opens on. */
  place: string
  /** Problems (console errors, refused requests …) that the test provokes on purpose. */
  expectedProblems: readonly RegExp[]
}

type AppFixtures = {
  /** A folder of this test's own; the program's settings live in `profile` below it. */
  home: string
  /** The path of the register, a fresh copy; empty when there is none. */
  registerPath: string
  program: ElectronApplication
  dialogs: NativeDialogs
  page: Page
}

type WorkerFixtures = { madeRegister: (kind: RegisterKind) => Promise<string> }

/** A fresh program on a fresh register for every test; nothing is shared, so tests run side by side. */
export const test = base.extend<AppOptions & AppFixtures, WorkerFixtures>({
  register: ['sample', { option: true }],
  unlocked: [true, { option: true }],
  place: ['#/activities', { option: true }],
  expectedProblems: [[], { option: true }],

  madeRegister: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'dpo-registers-'))
      const made = new Map<RegisterKind, Promise<string>>()
      await use((kind) => {
        if (!made.has(kind)) made.set(kind, makeRegister(kind, folder))
        return made.get(kind)!
      })
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
  home: async ({}, use) => {
    const home = await mkdtemp(join(tmpdir(), 'dpo-e2e-'))
    await mkdir(join(home, 'profile'))
    await use(home)
    await rm(home, { recursive: true, force: true })
  },

  registerPath: async ({ register, home, madeRegister }, use) => {
    if (register === 'none') return use('')
    const master = await madeRegister(register)
    const path = join(home, basename(master))
    await cp(master, path, { recursive: true })
    await writeFile(join(home, 'profile', 'recent.json'), JSON.stringify([path]))
    return use(path)
  },

  program: async ({ home, registerPath }, use, testInfo) => {
    // The register is in its place, and in the list of recent ones, before the program looks.
    void registerPath
    const program = await launch(home)
    const output: string[] = []
    program.process().stdout?.on('data', (chunk) => output.push(String(chunk)))
    program.process().stderr?.on('data', (chunk) => output.push(String(chunk)))
    await use(program)
    await program.close()
    if (testInfo.status !== testInfo.expectedStatus)
      await testInfo.attach('main process', { body: output.join(''), contentType: 'text/plain' })
  },

  dialogs: async ({ program }, use) => {
    const dialogs = await stubNativeDialogs(program)
    await use(dialogs)
    expect(await dialogs.unexpected(), 'native dialogs that nobody expected').toEqual([])
  },

  page: async ({ program, dialogs, registerPath, unlocked, place, expectedProblems }, use) => {
    // Depending on the dialogs stubs them for every test that has a window.
    void dialogs
    const page = await program.firstWindow()
    const problems = watchForProblems(page)
    await page.waitForLoadState()
    await page.clock.setFixedTime(NOW)
    if (registerPath && unlocked) await openRegister(page, registerPath, PASSPHRASE)
    await page.evaluate((hash) => void (location.hash = hash), place)
    await page.reload()
    await expect(page.locator('#root > *').first()).toBeAttached()
    await use(page)
    expect(await problems.unexpected(expectedProblems), 'problems that nobody expected').toEqual([])
  },
})

/** Starts the program in the Electron that the scripts found, with a clock that stands still. */
export function launch(home: string, env: Record<string, string> = {}): Promise<ElectronApplication> {
  const executable = process.env['DPO_ELECTRON']
  if (!executable) throw new Error('Start the end-to-end tests with: npm run e2e')
  // Named this way and not by `executablePath`, Playwright holds the program back until it listens to it.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dirname(executable)
  // Chromium cannot sandbox what root runs, as in a container; every other user keeps the sandbox.
  const isRoot = process.getuid?.() === 0
  return _electron.launch({
    chromiumSandbox: !isRoot,
    // Without a graphics card the old Chromium now and then hangs while it looks for one.
    args: [
      PROJECT,
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      `--user-data-dir=${join(home, 'profile')}`,
    ],
    env: { ...(process.env as Record<string, string>), DPO_NOW: NOW, TZ: 'Europe/London', ...env },
  })
}

/** Opens a register through the window's own door, as the unlock page does. */
export async function openRegister(page: Page, path: string, passphrase: string): Promise<void> {
  const reply = await page.evaluate(
    async (input) => {
      await window.engine.shell('shell.recentRegisters', {})
      return window.engine.call('registerFile.open', input)
    },
    { path, passphrase },
  )
  expect(reply).toMatchObject({ ok: true })
}
