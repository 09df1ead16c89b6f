import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

async function openTerm(page: Page, list: string, name: string) {
  await page.getByRole('link', { name: 'Library' }).click()
  await page
    .getByRole('navigation', { name: 'Lists' })
    .getByRole('link', { name: new RegExp(`^${list}`, 'u') })
    .click()
  await page.getByRole('textbox', { name: /^Find in/u }).fill(name)
  await page.getByRole('row', { name }).first().click()
  const term = page.getByRole('article', { name: `Term ${name}` })
  await expect(term).toBeVisible()
  return term
}

test('a term renamed in the library has its new name where it is used', async ({ page }) => {
  const term = await openTerm(page, 'Recipients', 'Police')
  await term.getByRole('textbox', { name: 'Name', exact: true }).fill('Police forces')
  await page.keyboard.press('Tab')
  const renamed = page.getByRole('article', { name: 'Term Police forces' })
  await expect(renamed.getByText(/^Saved/u)).toBeVisible()
  await renamed.getByRole('link', { name: /^HS-05/u }).click()
  await expect(page.getByRole('group', { name: 'Recipients' }).getByText('Police forces')).toBeVisible()
})

test('a merge says first which records it changes, then changes them and keeps the old name as a synonym', async ({
  page,
}) => {
  const term = await openTerm(page, 'Recipients', 'Courts')
  await term.getByRole('combobox', { name: 'Replace it everywhere by' }).fill('Police')
  await page.getByRole('option', { name: 'Police', exact: true }).click()
  const preview = term.getByRole('group', { name: 'What the merge would do' })
  await expect(preview).toContainText('3 records will name “Police” instead')
  await preview.getByRole('button', { name: 'Merge into “Police”' }).click()
  const police = page.getByRole('article', { name: 'Term Police' })
  await expect(police.getByRole('textbox', { name: 'synonym, 1' })).toHaveValue('Courts')
  await page.keyboard.press('Escape')
  await page.locator('h2', { hasText: 'Police' }).click()
  await page.keyboard.press('Control+z')
  const recipients = () =>
    page.evaluate(async () => window.engine.call('vocabulary.list', { vocabulary: 'recipients' }))
  await expect.poll(async () => JSON.stringify(await recipients())).toContain('"name":"Courts"')
})

test('a deprecated term is no longer offered, and records that use it keep it', async ({ page }) => {
  const term = await openTerm(page, 'Recipients', 'Police')
  await term.getByRole('textbox', { name: 'Not to be chosen since' }).fill('1 March 2026')
  await page.keyboard.press('Tab')
  await expect(term.getByText(/^Saved/u)).toBeVisible()
  await term.getByRole('link', { name: /^HS-05/u }).click()
  const recipients = page.getByRole('group', { name: 'Recipients' })
  await expect(recipients.getByText('Police')).toBeVisible()
  await recipients.getByRole('textbox', { name: 'Another recipient' }).fill('Police')
  await expect(page.getByRole('option', { name: /^Police/u })).toHaveCount(0)
})

test('a term in use cannot be removed, and the refusal says so', async ({ page }) => {
  const term = await openTerm(page, 'Recipients', 'Police')
  await term.getByRole('button', { name: 'Remove Police' }).click()
  await expect(page.getByText('Not removed')).toBeVisible()
  await expect(term).toBeVisible()
})

test('a new term is made in its list and opens', async ({ page }) => {
  await page.getByRole('link', { name: 'Library' }).click()
  await page
    .getByRole('navigation', { name: 'Lists' })
    .getByRole('link', { name: /^Systems/u })
    .click()
  await page.getByRole('button', { name: 'New system or place' }).click()
  await page.getByRole('textbox', { name: 'Name of the system or place' }).fill('Card index in the hall')
  await page.keyboard.press('Enter')
  const term = page.getByRole('article', { name: 'Term Card index in the hall' })
  await term.getByRole('combobox', { name: 'Held on' }).click()
  await page.getByRole('option', { name: 'paper' }).click()
  await expect(term.getByText(/^Saved/u)).toBeVisible()
})
