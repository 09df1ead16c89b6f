import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { openRegister, PASSPHRASE, test as base } from './fixtures.ts'
import { launch } from './program.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'images')

/** A test that makes pictures of the guide: the window has their size, and changes have a name put to them. */
export const test = base.extend({
  freshProgram: true,
  page: async ({ page, program }, use) => {
    await resize(program)
    await use(page)
  },
})

process.env['DPO_ACTOR'] = 'Jo Bennett'

/** Starts the program on a register at a moment at which both its clocks stand still. */
export async function launchAt(now: string, home: string, registerPath: string) {
  const { program } = await launch(join(home, 'profile'), { DPO_NOW: now })
  const page = await program.firstWindow()
  await resize(program)
  await page.clock.setFixedTime(now)
  await openRegister(page, registerPath, PASSPHRASE)
  await page.reload()
  return { program, page }
}

/** Follows a link of the rail. */
export async function goTo(page: Page, section: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: section }).click()
}

/** Where the picture was made is nobody's business: the folder of the test becomes one people know. */
export async function withoutPaths(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      node.data = node.data.replace(/\/\S*\/dpo-e2e-\w+\//, '/home/dpo/Registers/')
    }
  })
}

/** Makes a picture of the window for the guide. */
export async function shoot(page: Page, name: string): Promise<void> {
  const path = join(FOLDER, `${name}.png`)
  mkdirSync(FOLDER, { recursive: true })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  makeSmall(path)
}

/** The size of every picture; the window's own, so that nothing is scaled. */
async function resize(program: ElectronApplication): Promise<void> {
  await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1280, 800))
}

/** Brings a picture down to 256 colours, a third of its size. ImageMagick does it; without, the picture stays large. */
function makeSmall(path: string): void {
  const few = ['+dither', '-colors', '256', '-strip', '-define', 'png:compression-level=9']
  try {
    execFileSync('convert', [path, ...few, `PNG8:${path}`], { stdio: 'ignore' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
