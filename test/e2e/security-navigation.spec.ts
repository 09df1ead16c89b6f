import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { LINKS } from '#shared/rpc/shell-contract.ts'
import { expect, test } from './fixtures.ts'

// Electron's security checklist, items 13 to 15, read from the running program.
// Numbers and names are those of its documentation (docs/tutorial/security.md).
test.use({ register: 'none' })

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

test.describe(() => {
  test.use({ freshProgram: true })

  test('15 only listed https addresses open outside, and only after the person saw them', async ({
    program,
    page,
    dialogs,
  }) => {
    await program.evaluate(({ shell }) => {
      Reflect.set(globalThis, 'openedOutside', [])
      shell.openExternal = async (url) => void Reflect.get(globalThis, 'openedOutside').push(url)
    })
    const open = (id: string) =>
      page.evaluate((input) => window.engine.shell('shell.openLink', input), { id })

    expect((await open('https://example.org/')).ok).toBe(false)
    expect((await open('constructor')).ok).toBe(false)
    await dialogs.answerNext({ button: 1 })
    expect(await open('ico-home')).toMatchObject({ ok: true, value: { opened: false } })
    await dialogs.answerNext({ button: 0 })
    expect(await open('ico-home')).toMatchObject({ ok: true, value: { opened: true } })

    expect(await program.evaluate(() => Reflect.get(globalThis, 'openedOutside'))).toEqual([
      LINKS['ico-home'],
    ])
    const shown = (await dialogs.seen()).map(({ options }) => String(options['detail']))
    expect(shown).toHaveLength(2)
    for (const detail of shown) expect(detail).toContain(LINKS['ico-home'])
    expect(Object.values(LINKS).filter((url) => !url.startsWith('https://'))).toEqual([])
  })
})

test.describe('no request ever', () => {
  test.use({
    freshProgram: true,
    expectedProblems: [/Content Security Policy|connections refused: 1|Failed to fetch/],
  })

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
