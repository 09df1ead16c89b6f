import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { NO_FILTER } from '#shared/registers/activities/activity.list.ts'
import { askEngine } from './ask-engine.ts'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { pdfText } from './pdf-text.ts'

// Axe reads every element several times, which takes its time on a small machine.
test.setTimeout(180_000)

const ALL = { filter: NO_FILTER, sort: [], groupBy: null, offset: 0, limit: 50 }
type Row = { readonly id: string; readonly reference: string; readonly name: string }

/** An access request of which two activities are chosen, and its page of letters; gives the activities. */
async function openLetters(page: Page): Promise<readonly Row[]> {
  const { rows } = (await askEngine(page, 'activities.list', ALL)) as { rows: Row[] }
  const chosen = rows.slice(0, 2)
  const [own] = (await askEngine(page, 'organisations.list', { relation: 'own' })) as { id: string }[]
  const { id } = (await askEngine(page, 'records.create', {
    register: 'requests',
    name: 'Access request of a test',
    fields: {
      organisationId: own!.id,
      right: 'R-ACCESS',
      receivedOn: '2026-02-13',
      holdSetOn: '2026-02-13',
      requesterName: 'Sam Reader',
      sendTo: '2 Low Road, Leeds',
      activityIds: [chosen[0]!.id],
    },
  })) as { id: string }
  await page.evaluate((hash) => (location.hash = hash), `#/requests/${id}/letters`)
  return rows
}

async function choose(page: Page, field: string, option: string) {
  await page.getByRole('combobox', { name: field, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('the answer tells how the data is used, from ticked activities to a letter that stays', async ({
  page,
  dialogs,
  home,
}) => {
  const rows = await openLetters(page)
  await choose(page, 'Letter', 'Answer')
  const letter = page.getByRole('article', { name: 'The letter', exact: true })
  await expect(letter.getByRole('heading', { name: 'What we use the data for' })).toBeVisible()

  const group = page.getByRole('group', { name: /^How the data is used/u })
  const first = group.getByRole('checkbox', { name: `${rows[0]!.reference} ${rows[0]!.name}` })
  await expect(first).toBeChecked()
  const purpose = letter.getByRole('listitem').first()
  await expect(purpose.getByRole('link')).toHaveAttribute(
    'href',
    `#/activities/${rows[0]!.id}?field=purposes`,
  )
  await expect(purpose.locator('mark')).toHaveAttribute('title', /revision \d+/u)
  const add = group.getByRole('combobox', { name: 'Add an activity' }).or(group.getByLabel('Add an activity'))
  await add.first().fill(rows[1]!.name)
  await page
    .getByRole('option', { name: new RegExp(rows[1]!.reference, 'u') })
    .first()
    .click()
  await expect(group.getByRole('checkbox', { name: `${rows[1]!.reference} ${rows[1]!.name}` })).toBeChecked()

  await choose(page, 'Version', 'Easier to read')
  await expect(letter.getByRole('heading', { name: 'Why we use it' })).toBeVisible()
  await expect(letter).toHaveAttribute('data-large', 'true')
  expect(await violationsIn(page)).toEqual([])
  await choose(page, 'Version', 'Plain English')

  const docx = join(home, 'answer.docx')
  await dialogs.answerNext({ path: docx })
  await page.getByRole('button', { name: 'Save as Word document…' }).click()
  await expect.poll(() => existsSync(docx)).toBe(true)

  await page.getByRole('button', { name: 'Record as sent…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Record as sent: answer' })
  const keep = dialog.getByRole('button', { name: 'Record as sent', exact: true })
  await expect(dialog).toContainText('would read this in brackets')
  await expect(keep).toBeDisabled()
  await dialog.getByLabel('Why it went out without that').fill('The service is still looking it up.')
  expect(await violationsIn(page)).toEqual([])
  await keep.click()
  await expect(dialog).toBeHidden()

  const sent = page.getByRole('region', { name: 'Letters as sent' })
  await sent.getByText(/^Answer, sent on Mon 2 March 2026/u).click()
  await expect(sent.getByRole('article')).toContainText('Dear Sam Reader,')
  const path = join(home, 'as sent.pdf')
  await dialogs.answerNext({ path })
  await sent.getByRole('button', { name: /^Save as PDF/u }).click()
  await expect.poll(() => existsSync(path)).toBe(true)
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
  const text = pdfText(path)
  if (text !== null) {
    expect(text).toContain('What we use the data for')
    expect(text).toContain('Mon 2 March 2026')
  }
  expect(await violationsIn(page)).toEqual([])
})

test('a wording of our own is typed, checked as it is typed, kept, and given back', async ({ page }) => {
  await page.evaluate((hash) => (location.hash = hash), '#/requests/templates')
  const letters = page.getByRole('navigation', { name: 'Letters', exact: true })
  await letters.getByRole('button', { name: 'Refusal or no action, Plain English' }).click()
  const preview = page.getByRole('article', { name: 'Preview of the letter' })
  await expect(preview).toContainText('Dear Sam Example,')

  const first = page.getByRole('textbox', { name: 'Paragraph 1', exact: true })
  const keep = page.getByRole('button', { name: 'Keep this wording' })
  await first.fill('You wrote to us on {receivedOn}. It was {nonsense}.')
  await expect(page.getByText('There is no placeholder called {nonsense}.')).toBeVisible()
  await expect(keep).toBeDisabled()
  await first.fill('You wrote to us on {receivedOn}.')
  await expect(preview).toContainText('You wrote to us on Mon 2 March 2026.')
  await page.getByRole('button', { name: 'Take out paragraph 3' }).click()
  await expect(page.getByRole('list', { name: 'What is wrong' })).toContainText('UK GDPR Art 12(4)')
  // What hovers over a button stands outside the landmarks.
  await preview.hover()
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  expect(await violationsIn(page)).toEqual([])
  await page.getByRole('button', { name: 'Discard changes' }).click()

  await first.fill('You wrote to us on {receivedOn}.')
  await first.press('ControlOrMeta+s')
  await expect(
    letters.getByRole('button', { name: 'Refusal or no action, Plain English, our own wording' }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Back to the wording the program brings' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take the program’s wording' }).click()
  await expect(first).toHaveValue('We received your request on {receivedOn}. You asked {asked}.')
})
