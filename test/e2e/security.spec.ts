import type { Request } from '@playwright/test'
import { expect, test } from './fixtures.ts'

// Electron's security checklist, items 1 to 12, read from the running program.
// Numbers and names are those of its documentation (docs/tutorial/security.md).
test.use({ register: 'none' })

test.describe('1 only load secure content', () => {
  test('every resource of the window came from the program itself', async ({ page }) => {
    const urls: string[] = []
    const hear = (request: Request) => urls.push(request.url())
    page.on('request', hear)
    await page.reload()
    page.off('request', hear)
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
