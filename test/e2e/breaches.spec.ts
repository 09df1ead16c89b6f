import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { askEngine } from './ask-engine.ts'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'

// Axe reads every element several times, which takes its time on a small machine.
test.setTimeout(180_000)

test('a breach is logged from another page in a few key presses, and its deadline is shown', async ({
  page,
}) => {
  await page.getByRole('link', { name: 'Organisations' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Organisations' })).toBeVisible()
  await page.keyboard.press('Control+Shift+B')
  const dialog = page.getByRole('dialog', { name: 'Log a suspected breach or near miss' })
  await expect(dialog.getByLabel('What happened')).toBeFocused()
  expect(await violationsIn(page)).toEqual([])
  await page.keyboard.type('Letter to the wrong house')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const notice = page.getByRole('alert').filter({ hasText: 'Logged as BR-' })
  await expect(notice).toContainText('tell the Commissioner by')
  await notice.getByRole('link', { name: /^Open BR-/u }).click()
  const record = page.getByRole('article', { name: 'Breach Letter to the wrong house' })
  await expect(record).toBeVisible()
  await expect(record).toContainText(/Decide whether to tell the Commissioner|Tell the Commissioner/u)
})

test('a list is checked against the suppressions, and what may be contacted is saved', async ({
  page,
  dialogs,
  home,
}) => {
  await page.evaluate(() => (location.hash = '#/suppressions'))
  await page.getByRole('button', { name: 'Check a list' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Check a list' })).toBeVisible()
  await page.getByLabel('The list').fill('Email\nREADER77@example.org\nbob@example.org\nnobody')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  const answers = page.getByRole('region', { name: 'Answers' })
  await expect(answers.getByRole('status')).toContainText(
    '1 may be contacted, 1 suppressed, 1 not understood',
  )
  await expect(answers.getByRole('row', { name: /READER77/u })).toContainText('SU-0002')
  expect(await violationsIn(page)).toEqual([])
  const path = join(home, 'allowed.csv')
  await dialogs.answerNext({ path })
  await answers.getByRole('button', { name: 'Save the allowed lines…' }).click()
  await expect(answers.getByRole('status')).toContainText(path)
  expect(await readFile(path, 'utf8')).toBe('Email\r\nbob@example.org\r\n')
})

test('a file is dropped by choosing it, and is read in the window', async ({ page, home }) => {
  const path = join(home, 'list.txt')
  await writeFile(path, 'reader77@example.org\n')
  await page.evaluate(() => (location.hash = '#/suppressions/check'))
  await page.locator('input[type=file]').setInputFiles(path)
  await expect(page.getByRole('region', { name: 'Answers' }).getByRole('status')).toContainText(
    '1 suppressed',
  )
})

test('what is due for disposal is listed, and a hold stands in place of the button', async ({ page }) => {
  const batch = (what: string) => ({
    id: what,
    what,
    startedOn: '2024-12-31',
    count: { state: 'estimate', from: 40, to: null },
    place: '',
    disposalId: null,
    disposedOn: null,
  })
  const hold = {
    id: 'hold',
    because: 'claim C-7 is open',
    since: '2026-02-02',
    until: null,
    batch: 'Case E-17',
    requestId: null,
    complaintId: null,
    claim: '',
  }
  const rule = {
    trigger: 'the case is closed',
    periodAmount: 1,
    periodUnit: 'years',
    batches: [batch('Cases of 2024'), batch('Case E-17')],
    holds: [hold],
  }
  await askEngine(page, 'records.create', { register: 'retention', name: 'Old cases', fields: rule })
  await page.evaluate(() => (location.hash = '#/retention/due'))
  const table = page.getByRole('table')
  await expect(table.getByRole('row', { name: /Case E-17/u })).toContainText(
    'On hold since Mon 2 February 2026: claim C-7 is open.',
  )
  const due = table.getByRole('row', { name: /Cases of 2024/u })
  await due.getByRole('button', { name: /^Record disposal/u }).click()
  expect(await violationsIn(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Record', exact: true }).click()
  await expect(due).toHaveCount(0)
  await page.evaluate(() => (location.hash = '#/disposals'))
  await expect(page.getByRole('row', { name: /Cases of 2024/u })).toBeVisible()
})
