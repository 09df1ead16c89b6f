import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { askEngine } from './ask-engine.ts'
import { violationsIn, violationsInBothColours } from './axe.ts'
import { expect, test } from './fixtures.ts'

// Axe reads every element several times, which takes its time on a small machine.
test.setTimeout(180_000)

const ANALYSIS = '#/breaches/analysis'

const logBreach = (page: Page, name: string, fields: object) =>
  askEngine(page, 'records.create', { register: 'breaches', name, fields })

const WRONG_ADDRESS = { cause: 'emailed-wrong', team: 'Fostering North', kinds: ['confidentiality'] }

test.describe('with breaches in the log', () => {
  test.beforeEach(async ({ page }) => {
    await logBreach(page, 'Plan to another school', { ...WRONG_ADDRESS, awareAt: '2025-08-15T10:00:00.000Z' })
    await logBreach(page, 'Minutes to another family', {
      ...WRONG_ADDRESS,
      awareAt: '2025-12-10T10:00:00.000Z',
      people: { state: 'range', from: 2, to: 6 },
    })
    await logBreach(page, 'List to a former carer', {
      ...WRONG_ADDRESS,
      team: 'fostering north',
      awareAt: '2026-02-10T10:00:00.000Z',
      actions: [
        { id: 'a', what: 'Turn off address completion', owner: 'IT', due: '2026-02-20', doneOn: null },
      ],
    })
    await page.evaluate((hash) => void (location.hash = hash), ANALYSIS)
    await expect(page.getByRole('heading', { level: 1, name: 'Analysis of breaches' })).toBeVisible()
  })

  test('what came again is named, and leads to the entries it counts', async ({ page }) => {
    const again = page.getByRole('region', { name: 'Again within twelve months' })
    await expect(again).toContainText('In common: team Fostering North')
    await again.getByRole('link', { name: /^Third time in six months/u }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Breaches' })).toBeVisible()
    const grid = page.getByRole('grid')
    await expect(grid.getByRole('row', { name: /List to a former carer/u })).toBeVisible()
    await expect(grid.getByRole('row', { name: /Plan to another school/u })).toBeVisible()
    await expect(grid.getByRole('row', { name: /Review report/u })).toHaveCount(0)
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: 'Analysis of breaches' })).toBeVisible()
  })

  test('a row of the numbers of a chart leads to its entries; the period and the quarter can be chosen', async ({
    page,
  }) => {
    await page.getByText('By quarter', { exact: true }).click()
    const time = page.getByRole('figure', { name: 'Breaches and near misses by quarter' })
    await time.getByText('Numbers').click()
    await expect(time.getByRole('row', { name: /^Oct–Dec 2025 1 0 1/u })).toBeVisible()
    await page.getByRole('combobox', { name: 'Period' }).click()
    await page.getByRole('option', { name: 'The last 3 months' }).click()
    await expect(time.getByRole('row', { name: /^Jul/u })).toHaveCount(0)
    const cause = page.getByRole('figure', { name: 'Breaches by cause' })
    await cause.getByText('Numbers').click()
    await cause.getByRole('button', { name: 'Data emailed to incorrect recipient' }).click()
    const grid = page.getByRole('grid')
    await expect(grid.getByRole('row', { name: /Minutes to another family/u })).toBeVisible()
    await expect(grid.getByRole('row', { name: /Plan to another school/u })).toHaveCount(0)
  })

  test('is saved as a PDF', async ({ page, dialogs, home }) => {
    const path = join(home, 'analysis.pdf')
    await dialogs.answerNext({ path })
    await page.getByRole('button', { name: 'Save as PDF…' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Analysis written' })).toContainText(path)
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('has no violation in light and in dark colours', async ({ page }) => {
    await expect(page.getByRole('region', { name: 'When, why and where' })).toBeVisible()
    expect(await violationsInBothColours(page)).toEqual([])
  })
})

test.describe('with nothing in the log', () => {
  test.use({ register: 'empty' })

  test('says so with an example', async ({ page }) => {
    await page.evaluate((hash) => void (location.hash = hash), ANALYSIS)
    await expect(page.getByRole('heading', { name: 'Nothing came to be known in this period' })).toBeVisible()
    expect(await violationsIn(page)).toEqual([])
  })
})
