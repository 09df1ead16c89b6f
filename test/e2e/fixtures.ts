import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test as base, type ElectronApplication, expect, type Page, type TestInfo } from '@playwright/test'
import { type NativeDialogs, stubNativeDialogs } from './native-dialogs.ts'
import { launch } from './program.ts'
import { makeRegister, NOW, PASSPHRASE, type RegisterKind } from './registers.ts'
import { shareProgram, type SharedProgram } from './shared-program.ts'
import { watchForProblems } from './watch.ts'

export { expect, NOW, PASSPHRASE }

const START_PAGE = 'app://workbench/index.html'

export type AppOptions = {
  /** The register the test starts with. */
  register: RegisterKind | 'none'
  /** Whether that register is open already, or waits for its passphrase. */
  unlocked: boolean
  /** Where the window stands: an address of the program, empty for the page it opens on. */
  place: string
  /** Problems (console errors, refused requests …) that the test provokes on purpose. */
  expectedProblems: readonly RegExp[]
  /** The test acts on the program itself, and has one to itself. */
  freshProgram: boolean
}

type AppFixtures = {
  /** A folder of this test's own; the settings of a fresh program live in `profile` below it. */
  home: string
  /** The path of the register, a fresh copy; empty when there is none. */
  registerPath: string
  program: ElectronApplication
  dialogs: NativeDialogs
  page: Page
}

type WorkerFixtures = {
  madeRegister: (kind: RegisterKind) => Promise<string>
  sharedProgram: SharedProgram
}

/**
 * Every test has a register, a folder and a page of its own. Starting the program takes longer than most tests, so
 * those of a worker share one, which is put away after each and thrown away after a failure; a test that changes
 * the program itself (its main process, its window, its engine) asks for `freshProgram`.
 */
export const test = base.extend<AppOptions & AppFixtures, WorkerFixtures>({
  register: ['sample', { option: true }],
  unlocked: [true, { option: true }],
  place: ['#/activities', { option: true }],
  expectedProblems: [[], { option: true }],
  freshProgram: [false, { option: true }],

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

  sharedProgram: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's shape
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'dpo-program-'))
      const shared = shareProgram(folder)
      await use(shared)
      await shared.end()
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

  program: async ({ freshProgram, sharedProgram, home, registerPath }, use, testInfo) => {
    const running = freshProgram
      ? await launch(join(home, 'profile'))
      : await sharedProgram.takeWith(registerPath)
    await use(running.program)
    if (hasFailed(testInfo))
      await testInfo.attach('main process', { body: running.takeOutput(), contentType: 'text/plain' })
    if (freshProgram) await running.program.close()
    else await sharedProgram.giveBack(!hasFailed(testInfo))
  },

  dialogs: async ({ program }, use) => {
    const dialogs = await stubNativeDialogs(program)
    await use(dialogs)
    expect(await dialogs.unexpected(), 'native dialogs that nobody expected').toEqual([])
  },

  page: async ({ program, dialogs, registerPath, unlocked, place, expectedProblems }, use, testInfo) => {
    // Depending on the dialogs stubs them for every test that has a window.
    void dialogs
    const page = await program.firstWindow()
    await page.waitForLoadState()
    const problems = await watchForProblems(page)
    await page.clock.setFixedTime(NOW)
    if (registerPath && unlocked) await openRegister(page, registerPath, PASSPHRASE)
    await show(page, place)
    await use(page)
    if (hasFailed(testInfo)) await attachPicture(page, testInfo)
    expect(await problems.unexpected(expectedProblems), 'problems that nobody expected').toEqual([])
  },
})

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

/** Loads the program's page anew at a place. */
async function show(page: Page, place: string): Promise<void> {
  const isThere = page.url().startsWith(START_PAGE)
  await page.goto(`${START_PAGE}${place}`)
  // From one place to another of the same page nothing is loaded.
  if (isThere) await page.reload()
  await expect(page.locator('#root > *').first()).toBeAttached()
}

function hasFailed({ status, expectedStatus }: TestInfo): boolean {
  return status !== expectedStatus
}

async function attachPicture(page: Page, testInfo: TestInfo): Promise<void> {
  const picture = await page.screenshot({ timeout: 5000 }).catch(() => undefined)
  if (picture) await testInfo.attach('the window', { body: picture, contentType: 'image/png' })
}
