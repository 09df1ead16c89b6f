import { expect, test } from './fixtures.ts'
import { guidedPage } from './pages/guided.ts'
import { storedActivity } from './pages/record.ts'

test('six steps lead from a name to the gaps that are left and the picture of the data flow', async ({
  page,
}) => {
  const guided = guidedPage(page)
  await guided.begin('Supervised contact sessions')
  await guided.answered(0)

  await page
    .getByRole('textbox', { name: 'What the data is used for' })
    .fill('Supervise contact between children and parents')
  await page.keyboard.press('Enter')
  await page
    .getByRole('group', { name: 'Lawful basis (Article 6)' })
    .getByText('Answer', { exact: true })
    .click()
  await guided.answered(1)
  await guided.next()

  await expect(guided.question('Whose data is it, and which?')).toBeFocused()
  await guided.addTerm('Categories of people', 'Children and young people')
  await guided.addTerm('Categories of data', 'Contact details')
  await guided.answered(2)
  await guided.next()

  await guided.addTerm('Sources of Contact details', 'The person themselves')
  await guided.answered(3)
  await guided.next()

  await guided.addTerm('Recipients', 'Police')
  await page
    .getByRole('group', { name: 'Does data leave the United Kingdom?' })
    .getByText('Answer', { exact: true })
    .click()
  await guided.answered(4)
  await guided.next()

  await page
    .getByRole('group', { name: 'Contact details' })
    .getByText('Not applicable', { exact: true })
    .click()
  await page.getByRole('textbox', { name: 'Not applicable, because' }).fill('Nothing is written down')
  await page.keyboard.press('Enter')
  await guided.answered(5)
  await guided.next()

  await guided.addTerm('Systems and places, paper included', 'paper')
  await guided.addTerm('Security measures', 'confidentiality')
  await guided.answered(6)
  await page.getByRole('button', { name: 'Finish' }).click()

  await expect(page.getByText(/^\d+ gaps?$/u)).toBeVisible()
  await expect(page.getByRole('button', { name: /^recipient, Police/u })).toBeVisible()
  const stored = await storedActivity(page, await guided.activityId())
  expect(stored).toMatchObject({
    name: 'Supervised contact sessions',
    destinations: { state: 'value', value: [] },
  })
})

test('the capture can be left after the name; the record is there with what was answered', async ({
  page,
}) => {
  const guided = guidedPage(page)
  await guided.begin('Play therapy')
  await page.getByRole('textbox', { name: 'Description' }).fill('Sessions with a therapist')
  await page.getByRole('button', { name: 'Leave and open the record' }).click()
  const record = page.getByRole('article', { name: 'Activity Play therapy' })
  await expect(record.getByRole('textbox', { name: 'Description', exact: true })).toHaveValue(
    'Sessions with a therapist',
  )
})
