import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { _electron, type Page, test } from '@playwright/test'

/** A browser with nothing of the program in it, as whoever gets an archive has one: it opens files, and no network is there. */
const BROWSER = `const { app, BrowserWindow, session } = require('electron')
app.whenReady().then(() => {
  session.defaultSession.webRequest.onBeforeRequest((details, done) => done({ cancel: !details.url.startsWith('file:') }))
  new BrowserWindow({ show: false }).loadFile(process.env.PACK_PAGE)
})`

/** Opens a page in that browser. */
export async function inBrowser(file: string, look: (page: Page) => Promise<void>): Promise<void> {
  const folder = test.info().outputPath('browser')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'main.js'), BROWSER)
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'browser', version: '0.0.0', main: 'main.js' }),
  )
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dirname(process.env['DPO_ELECTRON']!)
  const isRoot = process.getuid?.() === 0
  const browser = await _electron.launch({
    chromiumSandbox: !isRoot,
    args: [folder, ...(isRoot ? ['--no-sandbox'] : []), '--disable-gpu'],
    env: { ...(process.env as Record<string, string>), PACK_PAGE: file },
  })
  try {
    const page = await browser.firstWindow()
    await page.waitForLoadState()
    await look(page)
  } finally {
    await browser.close()
  }
}
