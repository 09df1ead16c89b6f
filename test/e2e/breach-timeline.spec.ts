import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { verifyArchive } from '#engine/archive/verify-archive.ts'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { describedPage } from './pages/described.ts'

// Axe reads every element several times, which takes its time on a small machine.
test.setTimeout(180_000)

const LEAD = 'Case file emailed to the wrong foster carer'

async function openTimeline(page: Page) {
  const breaches = describedPage(page, 'breaches')
  const { id } = await breaches.stored(LEAD)
  await breaches.open(`${id}/timeline`)
  await expect(page.getByRole('heading', { name: 'Chronology' })).toBeVisible()
  return breaches
}

test('the chronology stands day by day, and what happened is added with Enter', async ({ page }) => {
  const { record, saved } = await openTimeline(page)
  const day = record.getByRole('region', { name: 'Thu 19 November 2026' })
  await expect(day.getByRole('listitem').first()).toContainText('08:50 GMT')
  await expect(day.getByText('The organisation became aware')).toBeVisible()
  await expect(day.getByText('Superseded by a later decision')).toBeVisible()
  await expect(
    record
      .getByRole('region', { name: 'Sun 22 November 2026' })
      .getByText('The 72 hours to tell the Commissioner end'),
  ).toBeVisible()
  await expect(record.getByText('1 person was told: 1 by telephone')).toBeVisible()
  await expect(record.getByText('Jordan Sample')).toHaveCount(0)
  expect(await violationsIn(page)).toEqual([])

  const form = record.getByRole('form', { name: 'Add to the chronology' })
  await form.getByLabel('What happened').press('Enter')
  await expect(form.getByText('Say what happened')).toBeVisible()
  await form.getByLabel('What happened').fill('The insurer rings back')
  await form.getByLabel('Who', { exact: true }).fill('Finance')
  await form.getByLabel('How it is known').fill('Telephone note')
  await page.keyboard.press('Enter')
  await saved()
  const added = record.getByRole('region', { name: 'Mon 2 March 2026' }).getByRole('listitem')
  await expect(added).toContainText('09:00 GMT')
  await expect(added).toContainText('The insurer rings back')
  await expect(added).toContainText('Finance · Telephone note')
  await expect(form.getByLabel('What happened')).toBeFocused()
  await expect(form.getByLabel('What happened')).toHaveValue('')
})

test('the incident bundle is written where the person says, and passes every check', async ({
  page,
  dialogs,
  home,
}) => {
  await openTimeline(page)
  const path = join(home, 'bundle.zip')
  await page.getByRole('button', { name: 'Incident bundle…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Incident bundle' })
  await expect(dialog.getByLabel('With the people’s names')).not.toBeChecked()
  expect(await violationsIn(page)).toEqual([])
  await dialogs.answerNext({ path })
  await dialog.getByRole('button', { name: 'Choose where to save…' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Incident bundle written' })).toContainText(path)
  const { ok, kind } = await verifyArchive(path)
  expect({ ok, kind }).toEqual({ ok: true, kind: 'Incident bundle, BagIt 1.0' })
})

test('the log of breaches is handed out from the list', async ({ page, dialogs, home }) => {
  await describedPage(page, 'breaches').open()
  await page.getByRole('button', { name: 'Log to hand out…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Log of breaches' })
  await dialog.getByText('CSV').click()
  expect(await violationsIn(page)).toEqual([])
  const path = join(home, 'log.csv')
  await dialogs.answerNext({ path })
  await dialog.getByRole('button', { name: 'Choose where to save…' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Log of breaches written' })).toContainText(path)
  expect(await readFile(path, 'utf8')).toContain('Reference,What happened,Facts,Effects,Remedial action')
})
