import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { describedPage } from './pages/described.ts'

// Axe reads every element of a page several times, which takes its time on a small machine.
test.setTimeout(180_000)

test('the map filters the list at the keyboard, says the same in a table, and is saved as a drawing', async ({
  page,
  dialogs,
  home,
}) => {
  const transfers = describedPage(page, 'transfers')
  await transfers.open()
  await page.getByRole('button', { name: 'Map', exact: true }).click()
  const map = page.getByRole('region', { name: 'Map of transfers' })
  const states = map.getByRole('button', { name: /^United States of America: Nothing recorded/u })
  await expect(states).toBeVisible()
  await expect(map.getByRole('row').filter({ hasText: 'Meta Platforms, Inc.' })).toContainText(
    'Nothing recorded that lets it happen',
  )
  expect(await violationsIn(page)).toEqual([])

  await states.focus()
  await page.keyboard.press('Enter')
  await expect(states).toHaveAttribute('aria-pressed', 'true')
  await expect(map.getByText('Transfers to United States of America')).toBeVisible()
  await expect(transfers.grid.getByRole('row').filter({ hasText: 'Google Ireland' })).toHaveCount(0)
  await expect(transfers.row('Meta Platforms')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(states).toHaveAttribute('aria-pressed', 'false')

  const path = join(home, 'Transfers.svg')
  await dialogs.answerNext({ path })
  await map.getByRole('button', { name: 'Save as SVG' }).click()
  await expect(map.getByText(`Written to ${path}`)).toBeVisible()
  expect(await readFile(path, 'utf8')).toContain('United States of America: Nothing recorded')
})

test('asking what hangs on Ireland names transfers, partners and activities, and saves nothing', async ({
  page,
}) => {
  const transfers = describedPage(page, 'transfers')
  await transfers.open()
  await page.getByRole('button', { name: 'If a country loses adequacy' }).click()
  const panel = page.getByRole('region', { name: 'If a country loses adequacy' })
  await panel.getByRole('combobox').click()
  await expect(panel.getByRole('combobox')).toBeFocused()
  await page.keyboard.type('Irel')
  await expect(page.getByRole('option')).toHaveText(['Ireland'])
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(
    panel.getByText(
      /^If Ireland lost approval today, it would hit 3 transfers, 3 processors and recipients/u,
    ),
  ).toBeVisible()
  await expect(panel.getByRole('table', { name: /^Processors and recipients/u })).toContainText(
    'Google Ireland Limited',
  )
  await expect(panel.getByRole('table', { name: /^Activities/u })).toContainText('PC-13')
  expect(await violationsIn(page)).toEqual([])
})

test('a transfer says how it stands, and follows what is recorded', async ({ page }) => {
  const transfers = describedPage(page, 'transfers')
  const { id } = await transfers.stored('Meta Platforms')
  await transfers.open(id)
  const part = transfers.record.getByRole('region', { name: 'How it stands' })
  await expect(part).toContainText('Nothing recorded that lets it happen')
  await expect(part).toContainText('SI 2023/1028')
  await transfers.choose('Transfer mechanism', 'Approved binding corporate rules')
  await expect(part).toContainText('Mechanism without a current test')
})

test('a contract is gone through at the keyboard, and the chain behind it is drawn', async ({ page }) => {
  const processors = describedPage(page, 'processors')
  const { id } = await processors.stored('Provider of esafe')
  await processors.open(`${id}/article-28`)
  const table = processors.record.getByRole('table', { name: 'Points of Article 28' })
  await expect(table.getByRole('row')).toHaveCount(22)
  expect(await violationsIn(page)).toEqual([])
  await table.getByRole('combobox').first().focus()
  for (const keys of ['y', 'p', 'n']) {
    await expect(page.locator(':focus')).toHaveRole('combobox')
    await page.keyboard.press(keys)
    await expect(page.locator(':focus')).toHaveRole('textbox')
    await page.keyboard.type('12')
    await page.keyboard.press('Enter')
  }
  await expect(table.getByRole('combobox').nth(3)).toBeFocused()
  await expect(processors.record.getByText('3 of 21 looked up, 1 in order')).toBeVisible()
  await processors.saved()
  await expect
    .poll(async () => (await processors.stored('Provider of esafe'))['clauses'])
    .toMatchObject([
      { clause: '28-1', answer: 'yes', page: '12' },
      { clause: '28-2-auth', answer: 'partly', page: '12' },
      { clause: '28-2-notice', answer: 'no', page: '12' },
    ])

  const supplier = await processors.stored('Supplier of the case system')
  await processors.open(`${supplier.id}/chain`)
  await expect(processors.record.getByRole('img', { name: /^Chain of .*4 steps/u })).toBeVisible()
  const chain = processors.record.getByRole('table', { name: 'Chain, step by step' })
  await expect(chain.getByRole('row')).toHaveCount(5)
  expect(await violationsIn(page)).toEqual([])
  await chain
    .getByRole('link', { name: /Survey tool/u })
    .first()
    .click()
  await expect(processors.record.getByRole('heading', { name: 'Used by' })).toBeVisible()
})
