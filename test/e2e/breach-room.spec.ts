import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { pdfText } from './pdf-text.ts'

// One night from the suspicion to both papers, through the screens alone. The clock stands at Mon 2 March 2026, 09:00.
test.setTimeout(240_000)

const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages of the record' }).getByRole('link', { name })

/** Fills in a long field of the record and leaves it, which saves it. */
async function write(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await field.fill(text)
  await field.blur()
}

/** Expects a PDF to be whole and to say all this, where there are tools to read it. */
function expectSaid(path: string, ...sentences: string[]): void {
  const text = pdfText(path)?.replaceAll(/\s+/gu, ' ')
  for (const sentence of sentences) expect(text ?? sentence).toContain(sentence)
}

async function decide(page: Page, question: string, outcome: string, because: string): Promise<void> {
  const asked = page.getByRole('region', { name: question })
  await asked.getByRole('button', { name: 'Record the decision…' }).click()
  const form = asked.getByRole('form', { name: 'Record a decision' })
  await form.getByRole('radio', { name: outcome, exact: true }).check()
  await form.getByRole('textbox', { name: 'Because' }).fill(because)
  await form.getByRole('textbox', { name: 'Decided by' }).fill('Data protection officer')
  await form.getByRole('button', { name: 'Record the decision', exact: true }).click()
  await expect(asked.getByRole('article', { name: outcome, exact: true })).toContainText(because)
}

test('from Ctrl+Shift+B to the report and the letters', async ({ page, dialogs, home }) => {
  await page.keyboard.press('Control+Shift+B')
  await expect(page.getByRole('dialog').getByLabel('What happened')).toBeFocused()
  await page.keyboard.type('Case file emailed to the wrong foster carer')
  await page.keyboard.press('Enter')
  const room = page.getByRole('region', { name: 'Room of the breach' })
  await expect(room.getByRole('timer')).toHaveText('72 hours left')

  await write(page, 'What happened, and how', 'A case file went to a foster carer of another child.')
  await write(page, 'Effects', 'The carer read the first page.')
  await write(page, 'Remedial action', 'The carer deleted the file and confirmed it in writing.')

  await room.getByRole('link', { name: 'Decide whether to tell the Commissioner' }).click()
  for (const [number, answer] of [
    [1, 2],
    [2, 3],
    [3, 1],
    [4, 4],
    [5, 2],
  ] as const)
    await page
      .getByRole('group', { name: new RegExp(`^${number}\\. `, 'u') })
      .getByRole('radio')
      .nth(answer)
      .check()
  await expect(page.getByRole('region', { name: 'What the answers point to' })).toContainText('You decide')
  await decide(
    page,
    'Tell the Commissioner?',
    'Report',
    'A child’s file is in the hands of somebody unknown to them.',
  )
  await decide(page, 'Tell the people?', 'Tell them', 'They can only protect the child if they know.')

  await part(page, 'Report').click()
  const told = page
    .getByRole('region', { name: 'About the breach' })
    .getByLabel('What happened', { exact: true })
  await expect(told).toHaveValue(/A case file went/u)
  const report = join(home, 'report.pdf')
  await dialogs.answerNext({ path: report })
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.getByRole('menuitem', { name: /PDF/u }).click()
  await expect(page.getByText(/^Saved, [\d,]+ bytes/u)).toBeVisible()
  expectSaid(report, 'A case file went to a foster carer of another child.', 'The carer read the first page.')
  await page.getByRole('button', { name: 'Record as sent…' }).click()
  const sent = page.getByRole('dialog', { name: /^Record as sent/u })
  await sent.getByLabel('Sent by').fill('Data protection officer')
  await sent.getByRole('button', { name: 'Record as sent' }).click()
  await expect(sent).toBeHidden()

  await part(page, 'Letters').click()
  for (const [label, words] of [
    ['Letter: what happened', 'We emailed your child’s file to another foster carer by mistake.'],
    ['Letter: what it may mean for the person', 'Somebody outside our team has read about your child.'],
    ['Letter: what was done', 'The carer has deleted the file and told us so in writing.'],
  ] as const)
    await write(page, label, words)
  await page.getByRole('button', { name: 'Add one by hand' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Sam Carer')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: 'Person to tell Sam Carer' })).toBeVisible()
  await write(page, 'Where the letter goes', '2 Low Road\nLeeds LS2 2BB')
  await page
    .getByRole('article')
    .getByRole('link', { name: /Case file emailed/u })
    .first()
    .click()
  await part(page, 'Letters').click()
  await dialogs.answerNext({ path: home })
  await page.getByRole('button', { name: 'Make letters…' }).click()
  await page
    .getByRole('dialog', { name: 'Something is still missing' })
    .getByRole('button', { name: 'Make them all the same…' })
    .click()
  await expect(page.getByRole('status').filter({ hasText: /letters? written to/u })).toBeVisible()
  const folder = (await readdir(home)).find((name) => name.startsWith('Letters BR-'))!
  const letters = (await readdir(join(home, folder))).filter((name) => /^PT-\d+\.pdf$/u.test(name))
  expect(letters).toHaveLength(1)
  expectSaid(
    join(home, folder, letters[0]!),
    'Sam Carer',
    'We emailed your child’s file to another foster carer by mistake.',
    'The carer has deleted the file and told us so in writing.',
  )
})
