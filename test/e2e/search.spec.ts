import type { Page } from '@playwright/test'
import { violationsInBothColours } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { listPage, openPalette } from './pages/list.ts'

test.setTimeout(90_000)

const searchPage = (page: Page) => ({
  field: page.getByRole('searchbox', { name: 'Search every register' }),
  results: page.getByRole('main').getByRole('listitem').getByRole('link'),
  chips: page.getByRole('group', { name: 'Only these registers' }),
  async open() {
    await expect(listPage(page).row('HS-01')).toBeVisible()
    await page.keyboard.press('Control+Shift+F')
    await expect(this.field).toBeFocused()
  },
})

test('a record is found, opened and come back to by keyboard alone', async ({ page }) => {
  const search = searchPage(page)
  await search.open()
  await expect(page.getByRole('region', { name: 'Type what you remember' })).toBeVisible()
  await page.keyboard.type('mark email')
  // The address takes over what was typed last of all: the results are then those of the whole.
  await expect(page).toHaveURL(/#\/search\?text=mark\+email$/)
  await expect(search.results.first()).toBeVisible()
  await expect(search.results.locator('mark').first()).toHaveText(/^(mark|email)/i)

  await page.keyboard.press('ArrowDown')
  await expect(search.results.first()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(search.field).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(search.results.nth(1)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(search.results.first()).toBeFocused()
  await expect(page).toHaveURL(/#\/search\?text=mark\+email$/)
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/#\/search/)

  await page.goBack()
  await expect(search.field).toHaveValue('mark email')
  await expect(search.results.first()).toBeVisible()
})

test('Enter in the field opens the best result, Control Shift F comes back to the field', async ({
  page,
}) => {
  const search = searchPage(page)
  await search.open()
  await page.keyboard.type('HS-09')
  await expect(search.results).toHaveCount(1)
  await search.results.first().focus()
  await page.keyboard.press('Control+Shift+F')
  await expect(search.field).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Record', exact: true })).toContainText(
    'Send marketing by email',
  )
})

test('the chips count the results of each register and narrow them', async ({ page }) => {
  const search = searchPage(page)
  await search.open()
  await page.keyboard.type('famil')
  await expect(page).toHaveURL(/#\/search\?text=famil$/)
  const terms = search.chips.getByRole('button', { name: /^Terms/ })
  const count = Number((await terms.textContent())?.replace(/\D/g, ''))
  expect(count).toBeGreaterThan(0)
  await expect(page.getByRole('region', { name: 'Processing activities' })).toBeVisible()
  await terms.click()
  await expect(terms).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('region', { name: 'Processing activities' })).toHaveCount(0)
  await expect(page.locator('h1 + [role="status"]')).toHaveText(`${count} results`)
  await search.chips.getByRole('button', { name: 'All registers' }).click()
  await expect(page.getByRole('region', { name: 'Processing activities' })).toBeVisible()
})

test('signs are no operators, and nothing found says what to do', async ({ page }) => {
  const search = searchPage(page)
  await search.open()
  await page.keyboard.type('"qqq* OR (')
  await expect(page.getByRole('region', { name: 'Nothing matches' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(search.field).toHaveValue('')
  await expect(page.getByRole('region', { name: 'Type what you remember' })).toBeVisible()
})

test('the palette shows the line that matches', async ({ page }) => {
  await expect(listPage(page).row('HS-01')).toBeVisible()
  await openPalette(page)
  await page.keyboard.type('safeguarding')
  await expect(page.getByRole('option').locator('mark').first()).toHaveText(/^safeguarding/i)
})

test('the page has no violation in light and in dark colours, empty, with results and without', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const search = searchPage(page)
  await search.open()
  expect(await violationsInBothColours(page)).toEqual([])
  await page.keyboard.type('famil')
  await search.chips.getByRole('button').first().click()
  await expect(search.results.first()).toBeVisible()
  expect(await violationsInBothColours(page)).toEqual([])
  await search.field.fill('qqq')
  await expect(page.getByRole('region', { name: 'Nothing matches' })).toBeVisible()
  expect(await violationsInBothColours(page)).toEqual([])
})
