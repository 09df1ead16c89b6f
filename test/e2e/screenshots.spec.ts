import { readdir, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, NOW } from './fixtures.ts'
import { describedPage } from './pages/described.ts'
import { guidedPage } from './pages/guided.ts'
import { recordPage } from './pages/record.ts'
import { goTo, launchAt, shoot, test, withoutPaths } from './pictures.ts'

// The pictures of the guide, from the real program on the sample register: `npm run screenshots`.
test.skip(!process.env['DPO_SCREENSHOTS'], 'made only when asked for')

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
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Recipients/ })
    .click()
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
    const { program, page } = await launchAt(LATER, home, registerPath)
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
    const { program, page } = await launchAt(DAY, home, registerPath)
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
