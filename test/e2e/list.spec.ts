import { expect, test } from './fixtures.ts'
import { listPage } from './pages/list.ts'

// The program opens on what is due today.
test.beforeEach(({ page }) => page.evaluate(() => void (location.hash = '#/activities')))

test('words and conditions narrow the list, and clearing them brings it back', async ({ page }) => {
  const list = listPage(page)
  await expect(list.count).toHaveText(/\d+ activities/)
  const all = await list.count.textContent()
  await list.filterText.fill('marketing post')
  await expect(list.row('HS-10')).toBeVisible()
  await expect(list.row('HS-01')).toHaveCount(0)
  await list.tick('Basis', /^6\(1\)\(a\)/)
  await expect(list.row('HS-10')).toHaveCount(0)
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(list.count).toHaveText(all ?? '')
})

test('a filter that lets nothing through says so', async ({ page }) => {
  await listPage(page).filterText.fill('no such words anywhere')
  await expect(page.getByRole('region', { name: 'Nothing matches the filter' })).toBeVisible()
})

test('the list sorts by several columns', async ({ page }) => {
  const list = listPage(page)
  await expect(list.row('HS-01')).toBeVisible()
  await list.grid.getByRole('columnheader', { name: 'Organisation' }).click()
  await list.grid.getByRole('columnheader', { name: 'Activity' }).click({ modifiers: ['Shift'] })
  await list.grid.getByRole('columnheader', { name: 'Activity' }).click({ modifiers: ['Shift'] })
  await expect(list.grid.getByRole('columnheader', { name: 'Activity' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await expect
    .poll(async () => {
      const [organisations, names] = [await list.column('organisation'), await list.column('name')]
      const first = names.filter((_, at) => organisations[at] === organisations[0])
      return (
        first.length > 1 &&
        first.join() === first.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? 1 : -1)).join()
      )
    })
    .toBe(true)
})

test('groups show their counts and fold', async ({ page }) => {
  const list = listPage(page)
  await list.tick('Group', 'Organisation')
  const head = list.grid.getByRole('gridcell', { name: /^Home-Start Ashford & District \(\d+\)/ })
  await expect(head).toHaveAttribute('aria-expanded', 'true')
  await expect(list.row('HS-01')).toBeVisible()
  await head.click()
  await expect(head).toHaveAttribute('aria-expanded', 'false')
  await expect(list.row('HS-01')).toHaveCount(0)
})

test('a bulk change is previewed, applied in one step and undone in one step', async ({ page }) => {
  const list = listPage(page)
  await list.focus()
  await list.press('Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space')
  await expect(list.bulkBar).toContainText('3 selected')
  await list.bulkBar.getByRole('button', { name: 'Change…' }).click()
  await page.getByRole('combobox', { name: 'Value' }).click()
  await page.getByRole('option', { name: 'In review' }).click()
  const preview = page.getByRole('region', { name: 'Preview' })
  await expect(preview.getByRole('status')).toContainText('3 would change, 0 would stay')
  await expect(preview.getByRole('row').nth(1)).toContainText(/HS-01.*draft.*in review/i)
  await page.getByRole('button', { name: 'Change 3 activities' }).click()
  await expect
    .poll(async () => (await list.column('status')).slice(0, 4))
    .toEqual(['In review', 'In review', 'In review', 'Draft'])

  await list.focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^Undone: bulk change/)).toBeVisible()
  await expect
    .poll(async () => (await list.column('status')).slice(0, 3))
    .toEqual(['Draft', 'Draft', 'Draft'])
})

test('all in the filter but one are changed', async ({ page }) => {
  const list = listPage(page)
  await list.filterText.fill('HS-1')
  await expect(list.row('HS-01')).toHaveCount(0)
  const count = await list.shown()
  await list.focus()
  await list.press('Control+a', 'Space')
  await expect(list.bulkBar).toContainText(`${count - 1} selected`)
  await list.bulkBar.getByRole('button', { name: 'Change…' }).click()
  await page.getByRole('combobox', { name: 'Field' }).click()
  await page.getByRole('option', { name: 'Owner' }).click()
  await page.getByRole('textbox', { name: 'Value' }).fill('Data team')
  await page.getByRole('button', { name: `Change ${count - 1} activities` }).click()
  await expect.poll(() => list.column('owner')).toEqual(['', ...Array<string>(count - 1).fill('Data team')])
})

test('a view is saved with its count, changed, renamed and deleted', async ({ page }) => {
  const list = listPage(page)
  const menu = page.getByRole('button', { name: 'Save or change a view' })
  await list.filterText.fill('marketing')
  await expect(list.row('HS-01')).toHaveCount(0)
  const count = await list.shown()
  await menu.click()
  await page.getByRole('menuitem', { name: 'Save as a view…' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Marketing')
  await page.keyboard.press('Enter')
  const view = page.getByRole('group', { name: 'Saved views' }).getByRole('button', { name: /^Marketing/ })
  await expect(view).toHaveText(`Marketing${count}`)

  await page.getByRole('button', { name: 'All', exact: true }).click()
  await expect(list.row('HS-01')).toBeVisible()
  await view.click()
  await expect(list.filterText).toHaveValue('marketing')
  await list.filterText.fill('marketing post')
  await expect(view).toContainText('(changed)')
  await menu.click()
  await page.getByRole('menuitem', { name: 'Save changes to “Marketing”' }).click()
  await expect(view).not.toContainText('(changed)')

  await menu.click()
  await page.getByRole('menuitem', { name: 'Rename “Marketing”…' }).click()
  await page.getByLabel('Name', { exact: true }).fill('By post')
  await page.keyboard.press('Enter')
  const renamed = page.getByRole('group', { name: 'Saved views' }).getByRole('button', { name: /^By post/ })
  await expect(renamed).toBeVisible()
  await menu.click()
  await page.getByRole('menuitem', { name: 'Delete “By post”' }).click()
  await expect(renamed).toHaveCount(0)
})

test('columns are chosen, pinned and resized', async ({ page }) => {
  const list = listPage(page)
  await expect(list.row('HS-01')).toBeVisible()
  const panel = await list.menu('Columns')
  await panel.getByLabel('Systems', { exact: true }).check()
  await panel.getByLabel('Role', { exact: true }).uncheck()
  await panel.getByRole('button', { name: 'Keep Status in place' }).click()
  await page.keyboard.press('Escape')
  await expect(list.grid.getByRole('columnheader', { name: 'Systems' })).toBeAttached()
  await expect(list.grid.getByRole('columnheader', { name: 'Role' })).toHaveCount(0)
  await expect(list.grid.getByRole('columnheader').nth(3)).toHaveText('Status')

  const name = list.grid.getByRole('columnheader', { name: 'Activity' })
  const before = (await name.boundingBox())?.width ?? 0
  await list.focus()
  await list.press('ArrowRight', 'ArrowRight', 'Alt+ArrowRight')
  await expect.poll(async () => (await name.boundingBox())?.width).toBe(before + 16)
})

test('the register as at a past day cannot be changed, and leads back', async ({ page }) => {
  await expect(listPage(page).row('HS-01')).toBeVisible()
  await page.getByLabel('As at').fill('2026-03-01')
  await expect(page.getByText('Register as at Sun 1 March 2026')).toBeVisible()
  await expect(page.getByRole('button', { name: 'New activity' })).toBeDisabled()
  await page.getByRole('button', { name: 'Back to today' }).click()
  await expect(listPage(page).row('HS-01')).toBeVisible()
  await expect(page.getByRole('button', { name: 'New activity' })).toBeEnabled()
})

test('the view on screen is exported, and the file written is named', async ({ page, dialogs, home }) => {
  const list = listPage(page)
  await list.filterText.fill('marketing')
  await expect(list.row('HS-01')).toHaveCount(0)
  const count = await list.shown()
  await dialogs.answerNext({ path: `${home}/view.csv` })
  await page.getByRole('button', { name: 'Export this view' }).click()
  await page.getByRole('menuitem', { name: 'CSV' }).click()
  await expect(page.getByText(`Record of ${count} activities written`)).toBeVisible()
})
