import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'

// Axe reads every element several times, which takes its time on a small machine.
test.setTimeout(180_000)
test.use({ place: '#/breaches/exercises' })

test('case 16 is run by the keys alone, from the list to its evidence', async ({ page }) => {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Breach exercises' })).toBeVisible()
  expect(await violationsIn(page)).toEqual([])
  await page.getByRole('link', { name: 'Two letters in one envelope' }).focus()
  await press('Enter')
  await expect(page.getByRole('button', { name: 'Start the 72 hours' })).toBeFocused()
  await press('Enter')
  await expect(page.getByRole('heading', { name: 'Two letters in one envelope' })).toBeFocused()
  await expect(page.getByRole('timer')).toHaveText('72:00:00')

  const suggestion = page.getByRole('region', { name: 'What the answers suggest' })
  await press('Tab', '2', '3', '1', '2')
  await expect(suggestion.getByRole('status')).toHaveText('1 of 5 questions not answered yet')
  await press('1')
  await expect(suggestion.getByRole('status')).toHaveText(
    'Reportable to the Commissioner: a risk to people is likely, a high one is not.',
  )
  await expect(
    page.getByRole('group', { name: 'Tell the Commissioner?' }).getByRole('radio').first(),
  ).toBeFocused()
  await press('1')
  await expect(page.getByLabel('Commissioner: because')).toBeFocused()
  await page.keyboard.type('A stranger has more than an address.')
  await press('Tab', '2')
  await press('Control+Enter')
  await expect(page.getByRole('alert')).toHaveText('Give a reason for each of the two decisions.')
  await expect(page.getByLabel('People: because')).toBeFocused()
  await page.keyboard.type('Annoyance, and nothing to divert money with.')
  await expect(page.getByRole('alert')).toHaveCount(0)
  expect(await violationsIn(page)).toEqual([])
  await press('Control+Enter')

  await expect(page.getByRole('heading', { name: 'Agrees on both decisions.' })).toBeFocused()
  await expect(page.getByText('EDPB Guidelines 01/2021, case 16')).toBeVisible()
  const answers = page.getByRole('table', { name: 'The five answers' })
  await expect(answers.getByRole('cell', { name: 'Same', exact: true })).toHaveCount(5)
  expect(await violationsIn(page)).toEqual([])
  const evidence = page.getByRole('region', { name: 'Training evidence' })
  await evidence.getByLabel('Who took part').focus()
  await expect(evidence.getByLabel('Who took part')).toBeFocused()
  await page.keyboard.type('Duty managers')
  await press('Tab')
  await page.keyboard.type('3')
  await press('Enter')
  await expect(evidence.getByRole('status')).toContainText(/Recorded as EV-\d{4}/u)
  await evidence.getByRole('link', { name: /^EV-/u }).focus()
  await press('Enter')
  await expect(page.getByRole('article', { name: /Two letters in one envelope/u })).toBeVisible()
})

test('late events come in as the clock jumps ahead, and a wrong answer is named', async ({ page }) => {
  await page.evaluate(() => (location.hash = '#/breaches/exercises/S3'))
  await page.getByRole('button', { name: 'Start the 72 hours' }).click()
  const events = page.getByRole('region', { name: 'What came in since' })
  await expect(events).toContainText('Nothing yet.')
  const jump = page.getByRole('button', { name: 'Jump ahead 12 hours' })
  await jump.click()
  await jump.click()
  await expect(events.getByRole('listitem')).toHaveCount(1)
  await expect(events).toContainText('A journalist calls')
  await expect(page.getByRole('timer')).toHaveText('48:00:00')
  for (const [name, label] of [
    ['Has personal data been lost', 'Yes, or it is likely'],
    ['Who may have the data', 'People we know and can trust'],
    ['Is the data gone', 'No, or it was back'],
    ['What is the worst', 'Danger, discrimination'],
    ['How many people', 'Few, with children'],
    ['Tell the Commissioner?', /^Report/u],
    ['Tell the people?', 'Do not'],
  ] as const) {
    await page.getByRole('group', { name }).getByRole('radio', { name: label }).check()
  }
  await page.getByLabel('Commissioner: because').fill('A whole file.')
  await page.getByLabel('People: because').fill('It will turn up.')
  await page.getByRole('button', { name: 'Decide, and see the debrief' }).click()
  await expect(
    page.getByRole('heading', { name: 'Agrees on telling the Commissioner, differs on telling the people.' }),
  ).toBeVisible()
  await expect(page.getByText('Our reading, not the guideline’s')).toBeVisible()
  await expect(
    page
      .getByRole('row', { name: /Who may have the data/u })
      .getByRole('cell', { name: 'Made the difference' }),
  ).toBeVisible()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  expect(await violationsIn(page)).toEqual([])
})
