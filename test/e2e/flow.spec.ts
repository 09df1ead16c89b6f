import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { recordPage } from './pages/record.ts'

test('the drawing is walked with the arrows, and the table shows the lines of the chosen box', async ({
  page,
}) => {
  await recordPage(page).open('HS-01', 'flow')
  const drawing = page.getByRole('group', { name: /^Data flow/u })
  const table = page.getByRole('table')
  await expect(table.getByRole('row')).toHaveCount(12)

  await drawing.getByRole('button').first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(drawing.getByRole('button', { name: /^activity, Support families/u })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const chosen = drawing.getByRole('button', { pressed: true })
  await expect(chosen).toHaveAttribute('aria-label', /^recipient/u)
  await expect(table.getByRole('row')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(table.getByRole('row')).toHaveCount(12)
})

test('every disclosure of the record stands in the table', async ({ page }) => {
  const record = recordPage(page)
  const id = await record.open('HS-01', 'flow')
  const { disclosures } = (await record.stored(id)) as unknown as { disclosures: unknown[] }
  await expect(page.getByRole('table').getByRole('row').filter({ hasText: 'Disclosed to' })).toHaveCount(
    disclosures.length,
  )
})

test('the SVG file stands alone: the names of the drawing, and nothing to fetch or to run', async ({
  page,
  dialogs,
  home,
}) => {
  const path = join(home, 'flow.svg')
  await recordPage(page).open('HS-01', 'flow')
  await dialogs.answerNext({ path })
  await page.getByRole('button', { name: 'Save as SVG' }).click()
  await expect(page.getByText(`Written to ${path}`)).toBeVisible()
  const svg = await readFile(path, 'utf8')
  expect(svg).toContain('Support families')
  expect(svg).not.toMatch(/<script|xlink:href|url\(/u)
})

test('the flow of an organisation is drawn from all its activities', async ({ page }) => {
  await page.getByRole('link', { name: 'Organisations' }).click()
  await page.getByRole('row', { name: /^Home-Start/u }).click()
  await page.getByRole('article').getByRole('link', { name: 'Data flow' }).click()
  await expect(page.getByRole('button', { name: /^activity, /u })).toHaveCount(16)
  await expect(page.getByRole('button', { name: /^activity, \+ 3 more/u })).toBeVisible()
})
