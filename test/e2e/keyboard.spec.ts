import { expect, PASSPHRASE, test } from './fixtures.ts'
import { listPage, openPalette } from './pages/list.ts'

test.describe('from the locked register on', () => {
  test.use({ unlocked: false })

  test('everything is reached without a mouse: unlock, find, open, edit, undo, lock', async ({ page }) => {
    const list = listPage(page)
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused()
    await page.keyboard.type(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expect(list.grid).toBeFocused()
    await expect(list.row('HS-01')).toBeVisible()

    await list.press('Control+Home', 'ArrowRight', 'ArrowRight', 'F2')
    await expect(list.grid.getByRole('textbox')).toBeFocused()
    await page.keyboard.type('Renamed with the keys')
    await page.keyboard.press('Enter')
    await expect(list.row('Renamed with the keys')).toBeVisible()
    await expect(list.grid).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(list.row('Renamed with the keys')).toHaveCount(0)

    await list.press('Control+Home', 'Enter')
    await expect(page).toHaveURL(/#\/activities\/[^/]+$/)
    await expect(page.getByRole('region', { name: 'Record', exact: true })).toBeVisible()

    await page.keyboard.press('Control+l')
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused()
  })
})

test('escape leaves a cell as it was', async ({ page }) => {
  const list = listPage(page)
  await list.focus()
  const before = await list.column('name')
  await list.press('ArrowRight', 'ArrowRight', 'F2')
  await expect(list.grid.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('Not kept')
  await page.keyboard.press('Escape')
  await expect(list.grid).toBeFocused()
  // Changes are made one after the other: once the next one shows, one that was made before would show too.
  await list.press('ArrowDown', 'F2')
  await expect(list.grid.getByRole('textbox')).toBeFocused()
  await page.keyboard.type('Kept')
  await page.keyboard.press('Enter')
  await expect.poll(() => list.column('name')).toEqual([before[0], 'Kept', ...before.slice(2)])
})

test('the list is sorted from its heads with Enter and Shift Enter', async ({ page }) => {
  const list = listPage(page)
  await list.focus()
  await list.press('ArrowUp', 'ArrowRight', 'ArrowRight', 'Enter', 'ArrowRight', 'Shift+Enter')
  await expect(list.grid.getByRole('columnheader', { name: 'Activity' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await expect(list.grid.getByRole('columnheader', { name: 'Organisation' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
})

test('Shift and the arrows select a range, Escape lets it go', async ({ page }) => {
  const list = listPage(page)
  await list.focus()
  await list.press('Shift+ArrowDown', 'Shift+ArrowDown')
  await expect(list.bulkBar).toContainText('3 selected')
  await list.press('Escape')
  await expect(list.bulkBar).toHaveCount(0)
})

test('the last row is one key away, and drawn', async ({ page }) => {
  const list = listPage(page)
  await list.focus()
  await list.press('Control+End')
  const last = Number(await list.grid.getAttribute('aria-rowcount'))
  await expect(list.grid.locator(`[aria-rowindex="${last}"]`)).toBeInViewport()
})

test('the palette finds a record, and Enter goes there', async ({ page }) => {
  await expect(listPage(page).row('HS-01')).toBeVisible()
  await openPalette(page)
  await page.keyboard.type('HS-09')
  await expect(page.getByRole('option', { selected: true })).toContainText('HS-09')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Record', exact: true })).toContainText(
    'Send marketing by email',
  )
})

test('Alt and a digit go to a section, the question mark shows the keys', async ({ page }) => {
  await expect(listPage(page).row('HS-01')).toBeVisible()
  await page.keyboard.press('Alt+7')
  await expect(page.getByRole('heading', { level: 1, name: 'History' })).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Edit the cell')
})

test('the skip link leads past the rail', async ({ page }) => {
  await expect(listPage(page).row('HS-01')).toBeVisible()
  const skip = page.getByRole('link', { name: 'Skip to the page' })
  await skip.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('the line between list and record moves with the arrow keys', async ({ page }) => {
  const list = listPage(page)
  await list.focus()
  await list.press('Enter')
  const line = page.getByRole('separator', { name: 'Width of the list' })
  const before = Number(await line.getAttribute('aria-valuenow'))
  await line.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(line).toHaveAttribute('aria-valuenow', String(before - 2))
})
