import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from './fixtures.ts'

// Electron's security checklist, items 16 to 20, read from the running program.
// Numbers and names are those of its documentation (docs/tutorial/security.md).
const FLOOR = [42, 3, 3]
const PROJECT = join(import.meta.dirname, '..', '..')

test.use({ register: 'none' })

test.describe('16 a current Electron', () => {
  test('is what the installers are made of', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'))
    expect(isAtLeast(devDependencies.electron, FLOOR)).toBe(true)
  })

  test('and the window says so when it runs on one that is out of support', async ({ program, page }) => {
    const reply = await page.evaluate(() => window.engine.shell('shell.runtimeInfo', {}))
    const { electron, supported } = (reply as { value: { electron: string; supported: boolean } }).value
    expect(supported).toBe(isAtLeast(electron, FLOOR))
    const title = await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
    expect(title).toBe(supported ? 'DPO Workbench' : 'DPO Workbench (Evaluation runtime, out of support)')
  })
})

test.describe('17 the sender and the shape of every message are checked', () => {
  test.describe(() => {
    test.use({ freshProgram: true })

    test('a page that is not ours gets no line to the engine and no answer from the shell', async ({
      program,
      page,
    }) => {
      await page.title()
      const answer = await program.evaluate(async ({ BrowserWindow, app, session }) => {
        const foreign = new BrowserWindow({
          show: false,
          webPreferences: {
            session: session.fromPartition('workbench'),
            sandbox: true,
            preload: `${app.getAppPath()}/out/preload/index.cjs`,
          },
        })
        await foreign.loadURL('about:blank')
        const result: unknown = await foreign.webContents.executeJavaScript(`Promise.all([
        window.engine.shell('shell.recentRegisters', {}),
        Promise.race([
          window.engine.call('registerFile.status', {}),
          new Promise((resolve) => setTimeout(resolve, 1000, 'no answer')),
        ]),
      ])`)
        foreign.destroy()
        return result
      })
      expect(answer).toEqual([expect.objectContaining({ ok: false }), 'no answer'])
    })
  })

  for (const [procedure, input] of [
    ['shell.unknown', {}],
    ['constructor', {}],
    ['shell.runtimeInfo', { more: 1 }],
    ['shell.chooseSavePath', { suggestedName: 'x', kind: 'exe' }],
    ['shell.reveal', { path: 7 }],
  ] as const)
    test(`${procedure} with ${JSON.stringify(input)} is refused`, async ({ page }) => {
      const reply = await page.evaluate(([name, value]) => window.engine.shell(name, value), [
        procedure,
        input,
      ] as const)
      expect(reply.ok).toBe(false)
    })

  test('a path that was not chosen in a dialog is refused', async ({ page, home }) => {
    const path = join(home, 'not-chosen.svg')
    const reply = await page.evaluate((input) => window.engine.shell('shell.saveText', input), {
      path,
      text: 'x',
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'rule' } })
    expect(existsSync(path)).toBe(false)
  })

  test('a path that was chosen is written', async ({ page, home, dialogs }) => {
    await dialogs.answerNext({ path: join(home, 'chosen') })
    const wish = { suggestedName: 'chosen', kind: 'svg' }
    const chosen = await page.evaluate((input) => window.engine.shell('shell.chooseSavePath', input), wish)
    expect(chosen).toMatchObject({ ok: true, value: { path: join(home, 'chosen.svg') } })
    const input = { path: join(home, 'chosen.svg'), text: '<svg/>' }
    expect(await page.evaluate((it) => window.engine.shell('shell.saveText', it), input)).toMatchObject({
      ok: true,
    })
    expect(readFileSync(join(home, 'chosen.svg'), 'utf8')).toBe('<svg/>')
  })
})

test.describe('18 no file protocol, and only the files of the program', () => {
  test.use({
    expectedProblems: [
      /Content Security Policy|Not allowed to load|Failed to load resource|connections refused/,
    ],
  })

  test.describe(() => {
    test.use({ freshProgram: true })

    test('a file cannot be reached from the page or opened in a window', async ({ program, page }) => {
      const fetched = await page.evaluate(() => fetch('file:///etc/passwd').then(String, () => 'refused'))
      expect(fetched).toBe('refused')
      const loaded = await program.evaluate(async ({ BrowserWindow, session }) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { session: session.fromPartition('workbench'), sandbox: true },
        })
        const result = await window.loadURL('file:///etc/passwd').then(
          () => 'loaded',
          (error: Error) => error.message,
        )
        window.destroy()
        return result
      })
      expect(loaded).toContain('ERR_BLOCKED_BY_CLIENT')
    })
  })

  for (const path of [
    '/package.json',
    '/../main/index.cjs',
    '/%2e%2e/main/index.cjs',
    '/..%2fmain%2findex.cjs',
    '/',
    '/assets/',
  ])
    test(`app://workbench${path} is not found`, async ({ page }) => {
      expect(await page.evaluate(async (url) => (await fetch(url)).status, `app://workbench${path}`)).toBe(
        404,
      )
    })

  test('another host of the scheme is refused', async ({ page }) => {
    const status = await page.evaluate(() =>
      fetch('app://other/index.html').then(
        ({ status }) => status,
        () => 'refused',
      ),
    )
    expect(status).toBe('refused')
  })
})

test.describe('19 fuses', () => {
  const FUSES: Readonly<Record<string, boolean>> = {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  }

  test('the installers are built with them', () => {
    const settings = readFileSync(join(PROJECT, 'electron-builder.yml'), 'utf8')
    const section = /^electronFuses:\n((?: {2}.*\n?)+)/m.exec(settings)?.[1] ?? ''
    const set = [...section.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, on]) => [
      name,
      on === 'true',
    ])
    expect(Object.fromEntries(set)).toMatchObject(FUSES)
  })

  test('the packaged program carries them', async () => {
    const packaged = findPackaged()
    test.skip(
      packaged === undefined,
      'no packaged program here: npm run package makes one from the official Electron',
    )
    const wire = await getCurrentFuseWire(packaged!)
    for (const [name, on] of Object.entries(FUSES)) {
      const key = (name[0]!.toUpperCase() + name.slice(1)) as keyof typeof FuseV1Options
      expect(wire[FuseV1Options[key]], name).toBe(on ? FuseState.ENABLE : FuseState.DISABLE)
    }
  })
})

test('20 the page is given three functions and nothing of Electron', async ({ page }) => {
  const door = await page.evaluate(() => ({
    names: Object.keys(window.engine).sort(),
    kinds: new Set(Object.values(window.engine).map((member) => typeof member)).size,
    electron: ['electron', 'ipcRenderer', 'contextBridge', 'webFrame'].filter((name) => name in globalThis),
    replaced: Reflect.set(window, 'engine', {}) && Object.keys(window.engine).length === 0,
  }))
  expect(door).toEqual({ names: ['call', 'onPush', 'shell'], kinds: 1, electron: [], replaced: false })
})

function isAtLeast(version: string, least: readonly number[]): boolean {
  const parts = version.split('.').map(Number)
  const differing = least.findIndex((number, index) => parts[index] !== number)
  return differing < 0 || (parts[differing] ?? 0) > (least[differing] ?? 0)
}

function findPackaged(): string | undefined {
  const folder = join(PROJECT, 'dist')
  if (!existsSync(folder)) return undefined
  const unpacked = readdirSync(folder).find((name) => name === 'linux-unpacked')
  const executable = unpacked && join(folder, unpacked, 'dpo-workbench')
  return executable && existsSync(executable) ? executable : undefined
}
