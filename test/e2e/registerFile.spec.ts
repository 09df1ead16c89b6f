import { chmod, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, PASSPHRASE, test } from './fixtures.ts'
import { listPage } from './pages/list.ts'
import { startPages } from './pages/start.ts'

test.describe('without a register', () => {
  test.use({ register: 'none', freshProgram: true })

  test('a register is created, its recovery key typed back, and its empty list teaches', async ({
    page,
    dialogs,
    home,
  }) => {
    const start = startPages(page)
    await dialogs.answerNext({ path: join(home, 'Ours.dpo') })
    await page.getByRole('button', { name: 'Create a register…' }).click()
    await start.create('four unrelated words here')
    const groups = await start.recoveryKey()
    expect(groups).toHaveLength(8)
    await start.typeBack(groups)
    await expect(page.getByRole('region', { name: 'No activities yet' })).toContainText('Life story work')
  })

  test('a passphrase that is too short or typed differently is refused at its field', async ({
    page,
    dialogs,
    home,
  }) => {
    const start = startPages(page)
    await dialogs.answerNext({ path: join(home, 'Ours.dpo') })
    await page.getByRole('button', { name: 'Create a register…' }).click()
    await start.create('short')
    await expect(page.getByRole('alert')).toContainText('at least 12 characters')
    await page.getByLabel('New passphrase', { exact: true }).fill('four unrelated words here')
    await expect(page.getByRole('alert')).toHaveText('The two do not match')
  })

  test('groups that are not the key’s are refused', async ({ page, dialogs, home }) => {
    const start = startPages(page)
    await dialogs.answerNext({ path: join(home, 'Ours.dpo') })
    await page.getByRole('button', { name: 'Create a register…' }).click()
    await start.create('four unrelated words here')
    await start.recoveryKey()
    await start.typeBack(['0', '0', '0', '0', '0', '0', '0', '0'])
    await expect(page.getByRole('alert')).toHaveCount(2)
    await expect(page.getByRole('heading', { name: 'The recovery key' })).toBeVisible()
  })

  test('the sample is tried from the first page', async ({ page, dialogs, home }) => {
    const start = startPages(page)
    await dialogs.answerNext({ path: join(home, 'Try.dpo') })
    await page.getByRole('button', { name: 'Try the sample…' }).click()
    await start.create('four unrelated words here')
    await start.typeBack(await start.recoveryKey())
    await expect(listPage(page).row('HS-01')).toBeVisible()
  })
})

test.describe('with a locked register', () => {
  test.use({ unlocked: false })

  test('a wrong passphrase is said beside the field, and the right one opens', async ({ page }) => {
    const start = startPages(page)
    await start.unlock('not this one at all')
    await expect(page.getByRole('alert')).toContainText('does not open this register')
    await expect(start.passphrase).toBeFocused()
    await start.unlock(PASSPHRASE)
    await expect(listPage(page).row('HS-01')).toBeVisible()
  })

  test('a damaged register says so, and that a backup can take its place', async ({ page, registerPath }) => {
    await truncate(join(registerPath, 'register.db'), 40_000)
    await writeFile(join(registerPath, 'register.db'), Buffer.alloc(40_000, 7))
    await startPages(page).unlock(PASSPHRASE)
    await expect(startPages(page).heading).toHaveText('The register is damaged')
    await page.getByRole('button', { name: 'Restore a backup' }).click()
    await expect(page.getByText('The register has no backups.')).toBeVisible()
  })

  test('a register in a folder that cannot be written opens for reading only, and says why', async ({
    page,
    registerPath,
  }) => {
    test.skip(process.getuid?.() === 0, 'root may write everywhere')
    await chmod(registerPath, 0o500)
    await startPages(page).unlock(PASSPHRASE)
    await expect(page.getByRole('contentinfo')).toContainText('Read-only')
    await expect(page.getByRole('button', { name: 'New activity' })).toBeDisabled()
    await chmod(registerPath, 0o700)
  })
})

test('locking forgets the page, says why, and unlocking returns to the same place', async ({ page }) => {
  const start = startPages(page)
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible()
  await page.keyboard.press('Control+l')
  await expect(page.getByRole('status')).toHaveText('The register is locked.')
  await start.unlock(PASSPHRASE)
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible()
})

test('the passphrase is changed, and the recovery key made anew opens with yet another', async ({ page }) => {
  const start = startPages(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Change the passphrase…' }).click()
  await page.getByLabel('Present passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('New passphrase', { exact: true }).fill('another set of words')
  await page.getByLabel('Passphrase again', { exact: true }).fill('another set of words')
  await page.getByRole('button', { name: 'Change it' }).click()
  await expect(page.getByText('The passphrase was changed.')).toBeVisible()

  await page.getByRole('button', { name: 'Make a new recovery key…' }).click()
  await start.passphrase.fill('another set of words')
  await page.getByRole('button', { name: 'Make it' }).click()
  const groups = await start.recoveryKey()
  await start.typeBack(groups)
  await expect(page.getByText('The new recovery key is in force')).toBeVisible()

  await page.keyboard.press('Control+l')
  await start.unlock(PASSPHRASE)
  await expect(page.getByRole('alert')).toContainText('does not open this register')
  await page.getByRole('button', { name: 'Use the recovery key' }).click()
  await page.getByLabel('Recovery key', { exact: true }).fill(groups.join('-').toLowerCase())
  await page.getByLabel('New passphrase', { exact: true }).fill('a third set of words')
  await page.getByLabel('Passphrase again', { exact: true }).fill('a third set of words')
  await page.getByRole('button', { name: 'Open and set the passphrase' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
})

test('a backup is made, everything is checked, and the backup is put in place again', async ({ page }) => {
  const list = listPage(page)
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('Backed up, and the copy was read back.')).toBeVisible()
  await page.getByRole('button', { name: 'Check every page and revision' }).click()
  await expect(page.getByText(/^Every page and all \d+ revisions fit together/)).toBeVisible()

  await page.getByRole('link', { name: 'Register' }).click()
  await list.focus()
  await list.press('Space')
  await page.getByRole('button', { name: 'Remove…' }).click()
  await page.getByRole('button', { name: 'Remove 1 activity' }).click()
  await expect(list.row('HS-01')).toHaveCount(0)

  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: /^Restore the backup of/ }).click()
  await startPages(page).passphrase.fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(page.getByText('The backup is in place.')).toBeVisible()
  await page.getByRole('link', { name: 'Register' }).click()
  await expect(list.row('HS-01')).toBeVisible()
})
