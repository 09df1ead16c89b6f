import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { getCurrentFuseWire, FuseState, FuseV1Options } from '@electron/fuses'
import { LINKS } from '#shared/rpc/shell-contract.ts'
import { expect, test } from './fixtures.ts'

// Electron's security checklist, item by item, read from the running program.
// Numbers and names are those of its documentation (docs/tutorial/security.md).
const FLOOR = [42, 3, 3]
const PROJECT = join(import.meta.dirname, '..', '..')

test.use({ register: 'none' })

test.describe('1 only load secure content', () => {
  test('every resource of the window came from the program itself', async ({ page }) => {
    const urls: string[] = []
    page.on('request', (request) => urls.push(request.url()))
    await page.reload()
    expect(urls.length).toBeGreaterThan(1)
    expect([page.url(), ...urls].filter((url) => !url.startsWith('app://workbench/'))).toEqual([])
    expect(await page.evaluate(() => isSecureContext)).toBe(true)
  })
})

test('2 no Node integration: a page finds nothing of Node', async ({ page }) => {
  const found = await page.evaluate(() =>
    ['process', 'require', 'module', 'exports', 'Buffer', 'global', '__dirname', 'setImmediate'].filter(
      (name) => name in globalThis,
    ),
  )
  expect(found).toEqual([])
})

test('2 3 4 6 8 9 10 11 the live web preferences are the safe ones', async ({ program, page }) => {
  await page.title()
  const all = await program.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron has it, its types do not.
      const typed = contents as unknown as { getLastWebPreferences(): Electron.WebPreferences }
      return typed.getLastWebPreferences()
    }),
  )
  expect(all).toHaveLength(1)
  expect(all[0]).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    contextIsolation: true,
    sandbox: true,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    enableBlinkFeatures: '',
    webviewTag: false,
  })
  // Electron leaves what is off out of the list.
  expect(all[0]?.nodeIntegrationInWorker ?? false).toBe(false)
})

test('3 context isolation: what a page changes does not reach the preload script', async ({ page }) => {
  const reply = await page.evaluate(() => {
    Object.assign(Array.prototype, { includes: () => false })
    Object.assign(Map.prototype, { get: () => undefined })
    return window.engine.shell('shell.runtimeInfo', {})
  })
  expect(reply.ok).toBe(true)
})

test('4 the sandbox is on for every process, but where Chromium refuses it to root', async ({
  program,
  page,
}) => {
  await page.title()
  const flags = await program.evaluate(({ app }) => ({
    none: app.commandLine.hasSwitch('no-sandbox'),
    all: app.commandLine.hasSwitch('enable-sandbox'),
  }))
  expect(flags).toEqual(process.getuid?.() === 0 ? { none: true, all: false } : { none: false, all: true })
})

test('5 every permission is denied, asked for or looked up', async ({ program, page }) => {
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'clipboard-read',
      'midi',
      'persistent-storage',
    ]
    return Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    )
  })
  expect(new Set(states)).toEqual(new Set(['denied']))
  const asked = await page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    media: await navigator.mediaDevices.getUserMedia({ audio: true }).catch((error: Error) => error.name),
    place: await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('told'),
        ({ code }) => resolve(code),
      )
    }),
  }))
  expect(asked).toMatchObject({ notifications: 'denied', place: 1 })
  expect(asked.media).not.toBe('told')
  expect(await program.evaluate(({ session }) => session.fromPartition('workbench').isPersistent())).toBe(
    false,
  )
})

test.describe('7 Content-Security-Policy', () => {
  test('the header of the live page is the strict one, with a new nonce at each load', async ({ page }) => {
    const [first, second] = await page.evaluate(async () =>
      Promise.all(
        [1, 2].map(async () => (await fetch(location.href)).headers.get('content-security-policy') ?? ''),
      ),
    )
    expect(first?.replace(/'nonce-[\w+/=]{24}'/, "'nonce'").split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce'",
      "img-src 'self' blob: data:",
      "font-src 'self'",
      "connect-src 'self'",
      "frame-src 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types default',
    ])
    expect(first).not.toBe(second)
  })

  test.describe(() => {
    test.use({ expectedProblems: [/Content Security Policy|Trusted|injection sink/] })

    test('no script written into the page runs, and no style without the nonce counts', async ({ page }) => {
      const seen = await page.evaluate(async () => {
        const refused: string[] = []
        document.addEventListener('securitypolicyviolation', (event) =>
          refused.push(event.effectiveDirective),
        )
        const attempt = (work: () => void) => {
          try {
            work()
          } catch {
            refused.push('thrown')
          }
        }
        attempt(() => document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.hit = 1">'))
        attempt(() => document.body.setAttribute('onclick', 'window.hit = 2'))
        attempt(() => {
          const script = document.createElement('script')
          script.src = 'app://workbench/none.js'
        })
        const style = document.createElement('style')
        style.append('body { outline: 7px solid red }')
        document.head.append(style)
        document.body.click()
        await new Promise((resolve) => setTimeout(resolve, 200))
        return { refused, hit: 'hit' in window, outline: getComputedStyle(document.body).outlineWidth }
      })
      expect(seen.hit).toBe(false)
      expect(seen.outline).not.toBe('7px')
      expect(seen.refused).toContain('thrown')
      expect(seen.refused).toContain('style-src-elem')
    })
  })
})

test('11 12 a webview is an unknown element, and attaching one is prevented', async ({ program, page }) => {
  const kind = await page.evaluate(() => {
    const element = document.createElement('webview')
    element.setAttribute('src', 'app://workbench/index.html')
    document.body.append(element)
    return { name: element.constructor.name, loads: 'loadURL' in element, popups: 'allowpopups' in element }
  })
  expect(kind).toMatchObject({ loads: false, popups: false })
  const prevented = await program.evaluate(({ webContents }) => {
    let stopped = false
    const event = { preventDefault: () => (stopped = true) }
    webContents.getAllWebContents()[0]?.emit('will-attach-webview', event, {}, {})
    return stopped
  })
  expect(prevented).toBe(true)
})

test.describe('13 navigation is limited to the page itself', () => {
  test.use({
    expectedProblems: [/Content Security Policy|Not allowed to (load local resource|navigate)|net::ERR/],
  })

  for (const target of [
    'https://ico.org.uk/',
    'file:///etc/passwd',
    'app://workbench/assets/',
    'data:text/html,x',
  ])
    test(`to ${target}`, async ({ page }) => {
      const before = page.url()
      await page.evaluate((url) => {
        Reflect.set(window, 'stayed', true)
        const link = document.createElement('a')
        link.href = url
        document.body.append(link)
        link.click()
      }, target)
      await expectStayed(page, before)
      await page.evaluate((url) => {
        location.href = url
      }, target)
      await expectStayed(page, before)
    })

  test('a redirect, and a navigation of a frame, are prevented as well', async ({ program, page }) => {
    await page.title()
    const prevented = await program.evaluate(({ webContents }) =>
      ['will-navigate', 'will-redirect', 'will-frame-navigate'].map((name) => {
        let stopped = false
        const event = { url: 'https://ico.org.uk/', preventDefault: () => (stopped = true) }
        webContents.getAllWebContents()[0]?.emit(name, event, event.url)
        return stopped
      }),
    )
    expect(prevented).toEqual([true, true, true])
  })

  test('a frame and a form get nowhere', async ({ page }) => {
    const before = page.url()
    await page.evaluate(() => {
      Reflect.set(window, 'stayed', true)
      const frame = document.createElement('iframe')
      frame.src = 'app://workbench/index.html'
      const form = document.createElement('form')
      form.action = 'https://ico.org.uk/'
      document.body.append(frame, form)
      form.submit()
    })
    await expectStayed(page, before)
    const loaded = page
      .frames()
      .filter((frame) => frame !== page.mainFrame() && frame.url().startsWith('app:'))
    expect(loaded).toEqual([])
  })

  test('the page may load itself anew, which is how it forgets a register', async ({ page }) => {
    await page.evaluate(() => {
      Reflect.set(window, 'stayed', true)
      location.reload()
    })
    await expect.poll(() => page.evaluate(() => Reflect.has(window, 'stayed')).catch(() => true)).toBe(false)
  })
})

async function expectStayed(page: Page, url: string): Promise<void> {
  await page.waitForTimeout(250)
  expect(page.url()).toBe(url)
  expect(await page.evaluate(() => Reflect.get(window, 'stayed'))).toBe(true)
}

test('14 no new window opens', async ({ program, page }) => {
  const opened = await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'app://workbench/index.html'
    link.target = '_blank'
    document.body.append(link)
    link.click()
    return [
      window.open('app://workbench/index.html'),
      window.open('about:blank'),
      window.open('https://ico.org.uk/'),
    ]
  })
  expect(opened).toEqual([null, null, null])
  expect(await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

test('15 only listed https addresses open outside, and only after the person saw them', async ({
  program,
  page,
  dialogs,
}) => {
  await program.evaluate(({ shell }) => {
    Reflect.set(globalThis, 'openedOutside', [])
    shell.openExternal = async (url) => void Reflect.get(globalThis, 'openedOutside').push(url)
  })
  const open = (id: string) => page.evaluate((input) => window.engine.shell('shell.openLink', input), { id })

  expect((await open('https://example.org/')).ok).toBe(false)
  expect((await open('constructor')).ok).toBe(false)
  await dialogs.answerNext({ button: 1 })
  expect(await open('ico-home')).toMatchObject({ ok: true, value: { opened: false } })
  await dialogs.answerNext({ button: 0 })
  expect(await open('ico-home')).toMatchObject({ ok: true, value: { opened: true } })

  expect(await program.evaluate(() => Reflect.get(globalThis, 'openedOutside'))).toEqual([LINKS['ico-home']])
  const shown = (await dialogs.seen()).map(({ options }) => String(options['detail']))
  expect(shown).toHaveLength(2)
  for (const detail of shown) expect(detail).toContain(LINKS['ico-home'])
  expect(Object.values(LINKS).filter((url) => !url.startsWith('https://'))).toEqual([])
})

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

test.describe('no request ever', () => {
  test.use({ expectedProblems: [/Content Security Policy|connections refused: 1|Failed to fetch/] })

  test('a server on this machine is reached neither by the page nor by the session', async ({
    program,
    page,
  }) => {
    let requests = 0
    const server = createServer((_request, response) => {
      requests += 1
      response.end('reached')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

    const fromPage = await page.evaluate((it) => fetch(it).then(String, () => 'refused'), url)
    const fromSession = await program.evaluate(
      ({ session }, it) =>
        session
          .fromPartition('workbench')
          .fetch(it)
          .then(String, () => 'refused'),
      url,
    )
    server.close()

    expect([fromPage, fromSession, requests]).toEqual(['refused', 'refused', 0])
    const reply = await page.evaluate(() => window.engine.shell('shell.runtimeInfo', {}))
    expect(reply).toMatchObject({ value: { connections: { made: 0, refused: 1 } } })
  })
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
