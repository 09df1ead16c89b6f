import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { describedPage } from './pages/described.ts'

test.setTimeout(240_000)

/** A breach the organisation became aware of on Fri 27 February 2026 at 14:00. */
const FIELDS = {
  status: 'confirmed',
  account: 'A review report was emailed to the parent of another child.',
  cause: 'emailed-wrong',
  kinds: ['confidentiality'],
  noticedAt: '2026-02-27T13:20:00.000Z',
  noticedBy: 'A support worker',
  awareAt: '2026-02-27T14:00:00.000Z',
  people: { state: 'exact', from: 3, to: null },
  involvesChildren: true,
  risk: 'risk',
}

async function openReport(page: Page, fields: object = FIELDS): Promise<string> {
  const breaches = describedPage(page, 'breaches')
  const made = (await breaches.make('Review report sent to the wrong parent', fields)) as { id: string }
  await page.evaluate((hash) => void (location.hash = hash), `#/breaches/${made.id}/report`)
  await expect(page.getByRole('heading', { name: 'Report to the Commissioner' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'About your report' })).toBeVisible()
  return made.id
}

test('the report is filled in from the record, changed in place, saved and recorded as sent', async ({
  page,
  dialogs,
  home,
}) => {
  await openReport(page)
  await expect(page.getByRole('timer')).toContainText('left')
  const people = page.getByRole('textbox', { name: 'Number of people who could be affected' })
  await expect(people).toHaveValue('3')
  const row = page.locator('[data-code="B23"]')
  await expect(row.getByRole('link', { name: 'People affected' })).toHaveAttribute('href', /field=people$/u)
  await expect(page.getByText('Still open of what Article 33(3) asks for', { exact: false })).toBeVisible()
  expect(await violationsIn(page)).toEqual([])
  await page.getByRole('button', { name: /^Data and people/u }).click()
  await expect(page.getByRole('region', { name: 'Data and people' })).toBeFocused()

  await people.fill('3, one of them a child')
  await people.blur()
  await expect(row).toContainText('Typed by hand; the record says: 3')
  const notKnown = row.getByRole('checkbox', { name: /^Not known yet/u })
  await notKnown.click()
  await expect(notKnown).toBeChecked()
  await expect(people).toHaveValue('')
  await row.getByRole('button', { name: /^Back to what the record says/u }).click()
  await expect(people).toHaveValue('3')
  await page.getByRole('combobox', { name: 'Told the people affected?' }).selectOption('No, but planning to')
  await page.getByRole('checkbox', { name: 'Health data' }).click()
  await expect(page.locator('[data-code="B20"]')).toContainText('Typed by hand')

  const path = join(home, 'report.txt')
  await dialogs.answerNext({ path })
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.getByRole('menuitem', { name: 'As text…' }).click()
  await expect(page.getByText(/^Saved, [\d,]+ bytes/u)).toBeVisible()
  const text = await readFile(path, 'utf8')
  expect(text).toContain('DRAFT, not sent')
  expect(text).toContain('\nTold the people affected?\nNo, but planning to\n')
  expect(text).toContain('\nCategories of personal data\nHealth data\n')

  await page.getByRole('button', { name: 'Record as sent…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Record as sent: initial report' })
  await dialog.getByLabel('Sent by').fill('R. Field')
  expect(await violationsIn(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Record as sent' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('radio', { name: 'Follow-up report' })).toBeChecked()

  await people.fill('4')
  await people.blur()
  await expect(row).toContainText('Changed since the last report. It said: 3')
  const sent = page.getByRole('region', { name: 'Reports as sent' })
  await sent.getByText(/^Initial report, sent on Mon 2 March 2026/u).click()
  await expect(sent.getByRole('definition').filter({ hasText: /^3$/u })).toHaveCount(1)
  expect(await violationsIn(page)).toEqual([])
})

test('after the 72 hours the reasons for the delay are demanded', async ({ page }) => {
  await openReport(page, { ...FIELDS, awareAt: '2026-02-25T14:00:00.000Z', noticedAt: null })
  await page.getByRole('button', { name: 'Record as sent…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('The 72 hours ended on Sat 28 February 2026, 14:00 GMT')
  const confirm = dialog.getByRole('button', { name: 'Record as sent' })
  await expect(confirm).toBeDisabled()
  await dialog.getByLabel('Reasons for the delay').fill('The number of people was not known before.')
  await confirm.click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('region', { name: 'Correspondence with the Commissioner' })).toContainText(
    'Sent: Initial report',
  )
})

test('the questions are reworded, set aside, added and taken back', async ({ page }) => {
  await page.evaluate(() => void (location.hash = '#/settings'))
  await page.getByRole('link', { name: 'Questions of the report to the Commissioner' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Questions of the breach report' })).toBeVisible()
  const first = page.getByRole('region', { name: 'About your report' })
  await first.getByText('Size of organisation').click()
  const wording = first.getByRole('textbox', { name: 'Question', exact: true })
  await wording.fill('How many people work for you?')
  await wording.blur()
  await expect(first.locator('summary').filter({ hasText: 'How many people work for you?' })).toBeVisible()
  await first.getByLabel('New question in “About your report”').fill('Which authority placed the child?')
  await page.keyboard.press('Enter')
  await expect(first.getByText('Which authority placed the child?')).toBeVisible()
  await page.getByRole('region', { name: 'Overseas' }).getByText('People in other countries').click()
  await page.getByRole('region', { name: 'Overseas' }).getByRole('button', { name: 'Set aside' }).click()
  await expect(page.getByRole('region', { name: 'Overseas' })).toContainText('set aside')
  expect(await violationsIn(page)).toEqual([])

  await openReport(page)
  await expect(page.getByRole('textbox', { name: 'Which authority placed the child?' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Overseas' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Our own list of questions' }).click()
  await page.getByRole('button', { name: 'Back to the list the program brings' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take the program’s list' }).click()
  await expect(page.getByText('Which authority placed the child?')).toHaveCount(0)
})
