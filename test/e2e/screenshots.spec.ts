import { mkdir, readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, launch, NOW, openRegister, PASSPHRASE, test as base } from './fixtures.ts'
import { describedPage } from './pages/described.ts'
import { guidedPage } from './pages/guided.ts'
import { recordPage } from './pages/record.ts'

// The pictures of the guide, from the real program on the sample register: `npm run screenshots`.
const test = base.extend({
  page: async ({ page, program }, use) => {
    await resize(program)
    await use(page)
  },
})
const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'guide', 'images')

// The name put to changes, for these pictures.
process.env['DPO_ACTOR'] = 'Jo Bennett'

test.skip(!process.env['DPO_SCREENSHOTS'], 'made only when asked for')
test.beforeAll(() => mkdir(FOLDER, { recursive: true }))

test.describe('before a register is open', () => {
  test.use({ register: 'none' })

  test('the first page', async ({ page }) => {
    await expect(page.getByRole('button', { name: /Create a register/ })).toBeVisible()
    await shoot(page, 'first-start')
  })
})

test('the list', async ({ page }) => {
  await expect(page.getByRole('grid').getByRole('row').nth(5)).toBeVisible()
  await shoot(page, 'list')
})

test('a bulk change', async ({ page }) => {
  await page.getByRole('searchbox', { name: 'Filter by words' }).fill('survey')
  await expect(page.getByText(/^\d activities$/)).toBeVisible()
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Change…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Field' }).click()
  await page.getByRole('option', { name: 'Owner' }).click()
  await dialog.getByRole('textbox', { name: 'Value' }).fill('Head of services')
  await expect(dialog.getByText(/would change/)).toBeVisible()
  await shoot(page, 'bulk-change')
})

test('a record', async ({ page }) => {
  await recordPage(page).open('PCS-04')
  await expect(page.getByRole('article').getByText(/\d+ gaps/)).toBeVisible()
  await shoot(page, 'record')
})

test('the guided capture', async ({ page }) => {
  const guided = guidedPage(page)
  await guided.begin('Supervised contact sessions')
  await guided.next()
  await guided.addTerm('Categories of people', 'Children and young people')
  await guided.addTerm('Categories of data', 'Contact details')
  await guided.answered(1)
  await shoot(page, 'guided-capture')
})

test('the gaps', async ({ page }) => {
  await goTo(page, 'Gaps')
  await expect(page.getByRole('grid').getByRole('row').nth(5)).toBeVisible()
  await shoot(page, 'gaps')
})

test('the library', async ({ page }) => {
  await goTo(page, 'Library')
  await page.getByRole('link', { name: /^Recipients/ }).click()
  await page.getByRole('grid').getByText('Children’s centres').click()
  await expect(page.getByText('Where it is used')).toBeVisible()
  await shoot(page, 'library')
})

test('an organisation and a contract', async ({ page }) => {
  await goTo(page, 'Organisations')
  await page.getByRole('grid').getByText('Home-Start Ashford').click()
  await expect(page.getByText('Names and group')).toBeVisible()
  await shoot(page, 'organisation')
  await goTo(page, 'Contracts')
  await page.getByRole('grid').getByRole('row').nth(1).click()
  await expect(page.getByText('Who is controller for what')).toBeVisible()
  await shoot(page, 'contract')
})

test('a data flow', async ({ page }) => {
  await recordPage(page).open('HS-05', 'flow')
  await expect(page.getByRole('table')).toBeVisible()
  await shoot(page, 'data-flow')
})

test.describe('some weeks after the register was made', () => {
  const LATER = '2026-04-20T10:30:00.000Z'

  test('the history and a past day', async ({ home, registerPath }) => {
    const program = await launch(home, { DPO_NOW: LATER })
    const page = await program.firstWindow()
    await resize(program)
    await page.clock.setFixedTime(LATER)
    await openRegister(page, registerPath, PASSPHRASE)
    await page.reload()
    const record = recordPage(page)
    await record.open('HS-02')
    await record.field('Name of the activity').fill('Take referrals and welcome new families')
    await record.field('Owner').fill('Head of family support')
    await record.field('Owner').blur()
    await expect(page.getByRole('article').getByText(/^Saved/)).toBeVisible()
    await goTo(page, 'History')
    const changes = page.getByRole('button', { name: /Changed activity/ })
    await expect(changes).toHaveCount(2)
    for (const change of await changes.all()) await change.click()
    await shoot(page, 'history')
    await goTo(page, 'Register')
    await page.getByLabel('As at').fill('2026-03-31')
    await expect(page.getByText('Changes are made in the present.')).toBeVisible()
    await expect(page.getByRole('grid').getByText('Take referrals and register families')).toBeVisible()
    await page.getByLabel('As at').blur()
    await shoot(page, 'as-at')
    await program.close()
  })
})

test.describe('on a day with much to do', () => {
  const DAY = '2026-11-22T10:30:00.000Z'

  test('today, a clock, a map, what is needed, and a search', async ({ home, registerPath }) => {
    const program = await launch(home, { DPO_NOW: DAY })
    const page = await program.firstWindow()
    await resize(program)
    await page.clock.setFixedTime(DAY)
    await openRegister(page, registerPath, PASSPHRASE)
    await page.reload()
    await goTo(page, 'Today')
    await expect(page.getByRole('heading', { name: /Overdue/ })).toBeVisible()
    await shoot(page, 'today')
    const requests = describedPage(page, 'requests')
    await requests.open(`${(await requests.stored('RR-0002')).id}/clock`)
    await expect(page.getByRole('article').getByRole('table').first()).toBeVisible()
    await shoot(page, 'clock')
    await goTo(page, 'Transfers')
    await page.getByRole('button', { name: 'Map', exact: true }).click()
    await expect(page.getByRole('button', { name: /^United States of America/u })).toBeVisible()
    await shoot(page, 'map')
    const breaches = describedPage(page, 'breaches')
    await breaches.open((await breaches.stored('BR-0001')).id)
    await expect(page.getByRole('article')).toBeVisible()
    await shoot(page, 'breach')
    await goTo(page, 'Assessments')
    await expect(page.getByRole('grid').getByText('AS-0001')).toBeVisible()
    await shoot(page, 'assessments')
    await page.keyboard.press('Control+Shift+f')
    await page.getByRole('searchbox').first().fill('foster carer')
    await expect(page.locator('mark').first()).toBeVisible()
    await shoot(page, 'search')
    await program.close()
  })
})

test('a report, and an archive that is checked', async ({ page, dialogs, home }) => {
  const path = join(home, 'Record of processing.zip')
  await goTo(page, 'Reports')
  await page.getByRole('radio', { name: /Register archive/ }).check()
  await dialogs.answerNext({ path })
  await page.getByRole('button', { name: 'Choose where to save…' }).click()
  await expect(page.getByRole('group', { name: 'The file that was written' })).toContainText('Written.', {
    timeout: 30_000,
  })
  await withoutPaths(page)
  await shoot(page, 'reports')
  await dialogs.answerNext({ path })
  await page.getByRole('button', { name: 'Choose an archive…' }).click()
  const found = page.getByRole('group', { name: 'What was found' })
  await expect(found).toContainText('Everything fits.', { timeout: 30_000 })
  await withoutPaths(page)
  await found.scrollIntoViewIfNeeded()
  await shoot(page, 'verify')
})

test('backups', async ({ page, registerPath }) => {
  await page.evaluate(() => window.engine.call('registerFile.backUp', {}))
  // The list shows when the file system says that a copy was made; the picture's clock stands still.
  for (const name of await readdir(join(registerPath, 'backups')))
    await utimes(join(registerPath, 'backups', name), new Date(NOW), new Date(NOW))
  await goTo(page, 'Settings')
  await expect(page.getByRole('button', { name: /^Restore the backup/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Check every page and revision' }).click()
  await expect(page.getByText(/revisions fit together/)).toBeVisible({ timeout: 30_000 })
  await withoutPaths(page)
  await shoot(page, 'backups')
})

test('the keys', async ({ page }) => {
  await goTo(page, 'Reports')
  await page.getByRole('button', { name: 'Keys' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await shoot(page, 'keys')
})

async function goTo(page: Page, section: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: section }).click()
}

/** The size of every picture; the window's own, so that nothing is scaled. */
async function resize(program: ElectronApplication): Promise<void> {
  await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1280, 800))
}

/** Where the picture was made is nobody's business: the folder of the test becomes one people know. */
async function withoutPaths(page: Page): Promise<void> {
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode as Text
      node.data = node.data.replace(/\/\S*\/dpo-e2e-\w+\//, '/home/dpo/Registers/')
    }
  })
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' })
}
