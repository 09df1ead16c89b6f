import type { Page } from '@playwright/test'
import { askEngine } from './ask-engine.ts'
import { violationsInBothColours } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { describedPage } from './pages/described.ts'

// The clock of every test stands at Mon 2 March 2026, 09:00.
test.use({ register: 'empty', place: '#/breaches' })
// Axe reads every element several times, which takes its time on a small machine.
test.setTimeout(180_000)

const QUESTIONS = ['isBreach', 'whoHasIt', 'whatIsMissing', 'whatHarm', 'howMany'] as const

async function openBreach(page: Page, fields: object = {}, inside = '') {
  const breaches = describedPage(page, 'breaches')
  await breaches.make('Letter to the wrong house', {
    status: 'confirmed',
    ourRole: 'controller',
    noticedAt: '2026-02-28T09:00:00.000Z',
    noticedBy: 'a support worker',
    awareAt: '2026-02-28T10:30:00.000Z',
    ...fields,
  })
  const { id } = await breaches.stored('Letter')
  await breaches.open(`${id}${inside && `/${inside}`}`)
  return breaches
}

test('a suspicion logged by its keys leads to its room, which is two clicks from the start', async ({
  page,
}) => {
  await page.keyboard.press('Control+Shift+B')
  const dialog = page.getByRole('dialog', { name: 'Log a suspected breach or near miss' })
  await expect(dialog.getByLabel('What happened')).toBeFocused()
  await page.keyboard.type('Laptop gone')
  await page.keyboard.press('Enter')
  const room = page.getByRole('region', { name: 'Room of the breach' })
  await expect(room.getByRole('timer')).toHaveText('72 hours left')
  await expect(room).toContainText('counted from the earliest moment it can have been')
  await expect(room).toContainText('The 72 hours end on Thu 5 March 2026, 09:00 GMT.')
  await page.evaluate(() => void (location.hash = '#/today'))
  await page
    .getByRole('main')
    .getByRole('link', { name: /Laptop gone/ })
    .first()
    .click()
  await expect(room.getByRole('timer')).toBeVisible()
})

test('the room counts in UK time wherever the machine is, and its steps lead to where they are done', async ({
  page,
}) => {
  const breaches = await openBreach(page)
  const room = page.getByRole('region', { name: 'Room of the breach' })
  await expect(room.getByRole('timer')).toHaveText('25 hours 30 minutes left')
  await expect(room).toContainText('The 72 hours end on Tue 3 March 2026, 10:30 GMT.')
  const times = room.getByRole('list', { name: 'Who knew when' }).getByRole('listitem')
  await expect(times.nth(1)).toContainText('By: a support worker')
  await expect(times.nth(2)).toContainText('Sat 28 February 2026, 10:30 GMT')
  await expect(times.nth(2)).toContainText('1 hour 30 minutes later')
  await times.first().getByRole('link').click()
  await expect(page).toHaveURL(/\?field=happenedFrom$/)
  await expect(breaches.slot('happenedFrom')).toHaveAttribute('data-target', 'true')
  await room.getByRole('link', { name: 'Decide whether to tell the Commissioner' }).click()
  await expect(page).toHaveURL(/\/decide$/)
})

test('five questions by the keyboard alone, a decision with reasons, and one that takes its place', async ({
  page,
}) => {
  const breaches = await openBreach(
    page,
    { people: { state: 'exact', from: 3, to: null }, involvesChildren: true },
    'decide',
  )
  const suggestion = page.getByRole('region', { name: 'What the answers point to' })
  await expect(suggestion).toContainText('This is a suggestion. You decide.')
  const record = page.getByRole('region', { name: 'Tell the Commissioner?' })
  await record.getByRole('button', { name: 'Record the decision…' }).waitFor()
  await page.getByRole('group', { name: /^1\. / }).getByRole('radio', { name: 'Not known yet' }).focus()
  for (const [index, number] of ['2', '2', '1', '2', '2'].entries()) {
    await page.keyboard.press(number)
    await expect(
      page
        .getByRole('group', { name: new RegExp(`^${index + 1}\\. `) })
        .getByRole('radio')
        .nth(Number(number) - 1),
    ).toBeFocused()
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText('5 of 5 answered')).toBeVisible()
  await expect
    .poll(async () => {
      const stored = await breaches.stored('Letter')
      return QUESTIONS.map((key) => stored[key])
    })
    .toEqual(['yes', 'trusted', 'nothing', 'limited', 'fewAtRisk'])
  await expect(suggestion.getByRole('status')).toContainText('This decides')

  await record.getByRole('button', { name: 'Record the decision…' }).press('Enter')
  const form = record.getByRole('form', { name: 'Record a decision' })
  await form.getByRole('radio').first().focus()
  await page.keyboard.press('2')
  await form.getByRole('button', { name: 'Record the decision' }).press('Enter')
  await expect(form.getByRole('alert')).toContainText('Write down why')
  await form.getByRole('textbox', { name: 'Because' }).fill('Returned unopened by a school we know.')
  await form.getByRole('textbox', { name: 'Decided by' }).fill('Data protection officer')
  await form.getByRole('textbox', { name: 'Decided by' }).press('Enter')
  const inForce = record.getByRole('article', { name: 'Do not report, because a risk is unlikely' })
  await expect(inForce).toContainText('Returned unopened by a school we know.')
  await expect(inForce).toContainText('Decided by Data protection officer on Mon 2 March 2026, 09:00 GMT.')
  await inForce.getByText('What it rested on, as it stood then').click()
  await expect(inForce).toContainText('The five questions')
  await expect(inForce).toContainText('People we know and can trust')

  await page.getByRole('group', { name: /^2\. / }).getByRole('radio').nth(3).check()
  await record.getByRole('button', { name: /^Record a new decision/ }).click()
  await form.getByRole('radio', { name: 'Report', exact: true }).check()
  await form.getByRole('textbox', { name: 'Because' }).fill('A second copy went to people we do not know.')
  await form.getByRole('textbox', { name: 'Decided by' }).fill('Data protection officer')
  await form.getByRole('button', { name: 'Record the decision' }).click()
  await expect(record.getByRole('article', { name: 'Report', exact: true })).toBeVisible()
  await record.getByText('The decision before').click()
  await expect(inForce).toContainText('Returned unopened by a school we know.')
  const { decisions } = (await breaches.stored('Letter')) as unknown as {
    decisions: { supersedes: string | null }[]
  }
  expect(decisions).toHaveLength(2)
  expect(decisions[1]!.supersedes).not.toBeNull()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('alert').filter({ hasText: 'stay as they were recorded' })).toBeVisible()
})

test('an outcome under Article 34(3) asks for its ground, and what the record says is proposed', async ({
  page,
}) => {
  const breaches = await openBreach(page, { isUnintelligible: true }, 'decide')
  const second = page.getByRole('listitem').filter({ hasText: '2. Who may have the data' })
  await expect(second).toContainText('Proposed from the record, because nobody else can read the data')
  await second.getByRole('button', { name: 'Take it over' }).click()
  await expect.poll(() => breaches.stored('Letter')).toMatchObject({ whoHasIt: 'nobody' })
  const people = page.getByRole('region', { name: 'Tell the people?' })
  await people.getByRole('button', { name: 'Record the decision…' }).click()
  await people.getByRole('radio', { name: /nobody else can read/ }).check()
  await people.getByRole('textbox', { name: 'Because' }).fill('Encrypted.')
  await people.getByRole('textbox', { name: 'Decided by' }).fill('DPO')
  await people.getByRole('button', { name: 'Record the decision', exact: true }).click()
  await expect(people.getByRole('alert')).toContainText('How is the data protected')
  await people
    .getByLabel(/^How is the data protected/)
    .fill('Full disk encryption; the key was in the office.')
  await people.getByRole('button', { name: 'Record the decision', exact: true }).click()
  await expect(people.getByRole('article')).toContainText('the key was in the office')
})

test('what the activities concerned bring with them is added by one button', async ({ page }) => {
  const create = async (procedure: string, input: object) =>
    (await askEngine(page, procedure, input)) as { id: string }
  const people = await create('vocabulary.create', { vocabulary: 'people', name: 'Pupils' })
  const { id } = await create('activities.create', {
    name: 'Reviews',
    organisationId: null,
    role: 'controller',
  })
  await askEngine(page, 'activities.change', { id, changes: { peopleIds: [people.id] } })
  const breaches = await openBreach(page, { activityIds: [id] })
  const proposals = page.getByRole('region', { name: 'From the activities concerned' })
  await expect(proposals).toContainText('Pupils')
  await proposals.getByRole('button', { name: 'Add it to the breach' }).click()
  await expect(proposals).toHaveCount(0)
  await expect.poll(async () => (await breaches.stored('Letter'))['peopleIds']).toHaveLength(1)
})

test('room and decisions have no violation in light and in dark colours', async ({ page }) => {
  await openBreach(page, {
    whoHasIt: 'unknown',
    isBreach: 'yes',
    dataCategories: ['DPC-SENS'],
    identification: 'EI-MAX',
    confidentiality: 'CB-CONF-50',
    involvesChildren: true,
    people: { state: 'exact', from: 3, to: null },
    otherBodies: [
      { id: 'o', body: 'The council', because: 'Clause 9', hours: 24, toldAt: null, reference: '' },
    ],
  })
  await expect(page.getByRole('timer')).toBeVisible()
  expect.soft(await violationsInBothColours(page)).toEqual([])
  await page
    .getByRole('navigation', { name: 'Pages of the record' })
    .getByRole('link', { name: 'Decide' })
    .click()
  await expect(page.getByRole('heading', { name: 'Five questions' })).toBeVisible()
  const people = page.getByRole('region', { name: 'Tell the people?' })
  await people.getByRole('button', { name: 'Record the decision…' }).click()
  await people.getByRole('radio', { name: /exemption/ }).check()
  expect.soft(await violationsInBothColours(page)).toEqual([])
})
