import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { findAssessmentKind } from '#shared/law/assessment-kinds.ts'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { describedPage } from './pages/described.ts'
import { pdfText } from './pdf-text.ts'

// Axe reads every element of a page several times, which takes its time on a small machine.
test.setTimeout(180_000)

test('what is needed is begun from the record, answered, refused, approved and printed', async ({
  page,
  dialogs,
  home,
}) => {
  const assessments = describedPage(page, 'assessments')
  await assessments.open()
  const needed = page.getByRole('region', { name: 'What is needed' })
  await needed.getByRole('button', { name: /^DPIA: \d+$/u }).click()
  expect(await violationsIn(page)).toEqual([])
  await needed.getByRole('button', { name: 'Start it: WCC-07 Support children with disabilities' }).click()

  const questions = assessments.record.getByRole('group', { name: /^Questions: /u })
  await expect(questions.getByText(/^\d+ of 16 answered$/u)).toBeVisible()
  const scope = questions.getByRole('textbox', { name: /^How much, of whom/u })
  await expect(scope).toHaveValue(/^From the record: People: Children with disabilities/u)
  await expect(assessments.record.getByRole('region', { name: 'What the screening found' })).toContainText(
    'usually indicate an assessment',
  )
  expect(await violationsIn(page)).toEqual([])

  await approve(page, 'Head of Service')
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('have no answer yet')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()

  for (const { question, key } of findAssessmentKind('DPIA')!.questions) {
    const field = questions.getByRole('textbox', { name: question })
    if ((await field.inputValue()) !== '') continue
    await field.fill(`Thought through: ${key}`)
    await field.blur()
  }
  await expect(questions.getByText('16 of 16 answered')).toBeVisible()
  await assessments.choose('Outcome', 'It may go ahead with the measures named')
  await assessments.saved()
  await approve(page, 'Head of Service')
  await expect(
    assessments.record.getByText(/^Approved by Head of Service on Mon 2 March 2026\.$/u),
  ).toBeVisible()
  await expect(assessments.record.getByRole('button', { name: 'Replace by a new version' })).toBeVisible()

  const path = join(home, 'assessment.pdf')
  await assessments.row('Support children with disabilities').click({ modifiers: ['Control'] })
  await assessments.bulkBar.getByRole('button', { name: 'Export selected' }).click()
  await dialogs.answerNext({ path })
  await page.getByRole('menuitem', { name: /^PDF/u }).click()
  await expect(page.getByText(path)).toBeVisible()
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
  const text = pdfText(path)
  if (text === null) return
  expect(text).toContain('What could happen to people, how likely, how bad?')
  expect(text).toContain('Thought through: risks')
})

test('a notice is gone through point by point at the keyboard', async ({ page }) => {
  const notices = describedPage(page, 'notices')
  const { id } = await notices.stored('Leaving care services')
  await notices.open(id)
  const points = notices.record.getByRole('group', { name: /point by point$/u })
  await expect(points.getByText('0 of 21 looked at')).toBeVisible()
  expect(await violationsIn(page)).toEqual([])
  await points.getByRole('combobox').first().focus()
  for (const [answer, words] of [
    ['y', 'We are the Polaris Community'],
    ['n', 'Ask for it'],
    ['a', ''],
  ] as const) {
    await expect(page.locator(':focus')).toHaveRole('combobox')
    await page.keyboard.press(answer)
    await expect(page.locator(':focus')).toHaveRole('textbox')
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  await expect(points.getByRole('combobox').nth(3)).toBeFocused()
  await expect(points.getByText('3 of 21 looked at')).toBeVisible()
  await notices.saved()
  const stored = await notices.stored('Leaving care services')
  expect(stored['contents']).toMatchObject([
    { item: 'N01', said: 'yes', where: 'We are the Polaris Community' },
    { item: 'N02', said: 'no', note: 'Ask for it' },
    { item: 'N03', said: 'notApplicable' },
  ])
  await expect(
    notices.slot('contents').getByText(/does not say how to reach the data protection officer/u),
  ).toBeVisible()
})

async function approve(page: Page, by: string): Promise<void> {
  await page.getByRole('article').getByRole('button', { name: 'Approve…' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Approved by' }).fill(by)
  await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click()
}
