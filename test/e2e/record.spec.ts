import { expect, test } from './fixtures.ts'
import { recordPage } from './pages/record.ts'

const REFERENCE = 'HS-01'

test('a field is kept by itself when the person leaves it, and only that field changes', async ({ page }) => {
  const record = recordPage(page)
  const id = await record.open(REFERENCE)
  const before = await record.stored(id)
  await record.field('Owner').fill('Head of family support')
  await record.field('Owner').press('Tab')
  await record.saved()
  expect(await record.stored(id)).toEqual({ ...before, owner: 'Head of family support' })
})

test('what is typed is kept even when the next record is opened at once', async ({ page }) => {
  const record = recordPage(page)
  const id = await record.open(REFERENCE)
  await record.field('Owner').fill('Typed and left')
  await record.open('HS-02')
  await expect.poll(async () => (await record.stored(id)).owner).toBe('Typed and left')
  await expect(record.field('Owner')).toHaveValue('')
})

test('a name cannot be emptied: the reason stands at the field and the register keeps the old name', async ({
  page,
}) => {
  const record = recordPage(page)
  const id = await record.open(REFERENCE)
  const { name } = await record.stored(id)
  await record.field('Name of the activity').fill('')
  await record.field('Name of the activity').press('Tab')
  await expect(record.record.getByText('Give the activity a name')).toBeVisible()
  await expect(record.record.getByText('Not saved')).toBeVisible()
  expect((await record.stored(id)).name).toBe(name)
})

test('a gap stands at its field, explains itself, and can be set aside with a reason and taken up again', async ({
  page,
}) => {
  const record = recordPage(page)
  await record.open(REFERENCE)
  const gap = record.gapAt('owner', 'No owner is named.')
  await expect(gap).toContainText('UK GDPR Art 5(2)')
  await gap.getByRole('button', { name: 'Why' }).click()
  await expect(gap).toContainText('from memory')

  await gap.getByRole('button', { name: 'Set aside…' }).click()
  await gap.getByRole('button', { name: 'Set aside', exact: true }).click()
  await expect(gap.getByText('Give the reason for setting this gap aside')).toBeVisible()
  await gap.getByRole('textbox', { name: 'Reason for setting it aside' }).fill('The board owns it together')
  await gap.getByRole('button', { name: 'Set aside', exact: true }).click()
  await expect(gap).toContainText('Set aside on Mon 2 March 2026')
  await expect(gap).toContainText('The board owns it together')

  await gap.getByRole('button', { name: 'Withdraw' }).click()
  await expect(gap.getByRole('button', { name: 'Set aside…' })).toBeVisible()
})

test('the list of gaps leads to the field, opened and focused', async ({ page }) => {
  const record = recordPage(page)
  await record.open(REFERENCE)
  await record.record.locator('summary', { hasText: /^\d+ gaps/u }).click()
  await record.record.getByRole('link', { name: 'No owner is named.' }).click()
  await expect(record.field('Owner')).toBeFocused()
})

test('a purpose is added and its basis chosen with the keyboard alone', async ({ page }) => {
  const record = recordPage(page)
  const id = await record.open(REFERENCE)
  await record.field('Another purpose').focus()
  await page.keyboard.type('Keep in touch with families afterwards')
  await page.keyboard.press('Enter')
  const purposes = record.record.getByRole('group', { name: 'Purposes' })
  await expect(purposes.locator('summary')).toHaveCount(2)
  await purposes.locator('summary').nth(1).focus()
  await page.keyboard.press('Enter')
  const basis = purposes.getByRole('group', { name: 'Lawful basis (Article 6)' })
  await basis.getByRole('radio', { name: 'To be determined' }).focus()
  await page.keyboard.press('ArrowLeft')
  await record.saved()
  await expect
    .poll(async () => ((await record.stored(id))['purposes'] as { basis: unknown }[])[1]?.basis)
    .toMatchObject({ state: 'value' })
})

test('a term that is not in the library is added to it while the record is written', async ({ page }) => {
  const record = recordPage(page)
  await record.open(REFERENCE)
  await record.field('Security measures').fill('Locked cabinet in the north office')
  await page.getByRole('option', { name: 'Add “Locked cabinet in the north office” to the library' }).click()
  await record.saved()
  await expect(record.record.getByText('Locked cabinet in the north office', { exact: true })).toBeVisible()
  const reply = await page.evaluate(async () =>
    window.engine.call('vocabulary.list', { vocabulary: 'measures' }),
  )
  expect(JSON.stringify(reply)).toContain('Locked cabinet in the north office')
})

test('the history says what was changed, old and new, and compares two states', async ({ page }) => {
  const record = recordPage(page)
  await record.open(REFERENCE)
  await record.field('Owner').fill('First owner')
  await record.field('Owner').press('Tab')
  await record.saved()
  await record.record.getByRole('link', { name: 'History', exact: true }).click()
  const states = record.record.getByRole('list', { name: 'States of this record, newest first' })
  await expect(states.getByRole('listitem').first()).toContainText('Owner')
  await expect(states.getByRole('listitem').first()).toContainText('First owner')
  await expect(record.record.getByRole('region', { name: 'Compare two states' })).toContainText('First owner')
})

test('a removed activity comes back with undo', async ({ page }) => {
  const record = recordPage(page)
  const id = await record.open(REFERENCE)
  const { name } = await record.stored(id)
  await page.getByRole('button', { name: 'More about this activity' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(page.getByText('Ctrl+Z brings it back.')).toBeVisible()
  await expect(record.stored(id)).rejects.toThrow()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/^Undone: removed activity/u)).toBeVisible()
  expect((await record.stored(id)).name).toBe(name)
})

test('as at a day before it was entered the record is not there, and the present brings it back', async ({
  page,
}) => {
  const record = recordPage(page)
  await record.open(REFERENCE)
  await page.getByLabel('As at').first().fill('2026-03-01')
  // The sample was entered on 2 March, so on the day before there is nothing.
  await expect(record.record).toBeHidden()
  await page
    .getByRole('button', { name: /present|today/iu })
    .first()
    .click()
  await expect(record.field('Owner')).toBeEnabled()
})
