import { violationsInBothColours } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { describedPage } from './pages/described.ts'
import { openPalette } from './pages/list.ts'

// Axe reads every element of a page several times, which takes its time on a small machine.
test.setTimeout(180_000)
test.use({ register: 'empty' })

test.describe('beside the activities and terms of the sample', () => {
  test.use({ register: 'sample' })

  test('a disclosure is made and each kind of field is kept', async ({ page }) => {
    const disclosures = describedPage(page, 'disclosures')
    const { record, labelOf } = disclosures
    await disclosures.open()
    await disclosures.create('Solicitor Quill wants a case file')

    await record.getByRole('textbox', { name: labelOf('askedOn'), exact: true }).fill('5/1/2026')
    await page.keyboard.press('Tab')
    await record.getByRole('textbox', { name: labelOf('askedBy'), exact: true }).fill('DC Harper')
    await record.getByRole('textbox', { name: labelOf('asked'), exact: true }).fill('The whole case file')
    await disclosures.choose(labelOf('decision'), 'Disclosed')
    await disclosures.slot('isSigned').getByText('Yes', { exact: true }).click()
    const given = disclosures.slot('disclosedAt')
    await given.getByRole('textbox', { name: `${labelOf('disclosedAt')}: day` }).fill('6/7/2025')
    await page.keyboard.press('Tab')
    await given.getByLabel(`${labelOf('disclosedAt')}: time in the UK`).fill('14:02')
    await record.getByRole('textbox', { name: labelOf('dataIds'), exact: true }).fill('Case notes')
    await expect(page.getByRole('option').first()).toContainText('Case notes')
    await disclosures.press('ArrowDown', 'Enter')
    await page.keyboard.press('Escape')
    await record.getByRole('textbox', { name: labelOf('activityIds'), exact: true }).fill('HS-10')
    await expect(page.getByRole('option').first()).toContainText('HS-10')
    await disclosures.press('ArrowDown', 'Enter')
    await page.keyboard.press('Escape')
    await disclosures.saved()

    await expect
      .poll(() => disclosures.stored('Solicitor Quill'))
      .toMatchObject({
        askedOn: '2026-01-05',
        askedBy: 'DC Harper',
        asked: 'The whole case file',
        decision: 'disclosed',
        isSigned: true,
        disclosedAt: '2025-07-06T13:02:00.000Z',
        dataIds: [expect.any(String)],
        activityIds: [expect.any(String)],
      })
    // A linked record is one step away.
    await disclosures.slot('activityIds').getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1, name: 'Register' })).toBeVisible()
  })
})

test('a breach counts people and lists what is done about it', async ({ page }) => {
  const breaches = describedPage(page, 'breaches')
  const { record, labelOf } = breaches
  await breaches.open()
  await expect(page.getByRole('region', { name: 'Breaches: nothing recorded yet' })).toBeVisible()
  await breaches.create('Laptop left on a train')
  const people = breaches.slot('people')
  await people.getByText('Between', { exact: true }).click()
  await people.getByRole('textbox', { name: `${labelOf('people')}, at least` }).fill('40')
  await people.getByRole('textbox', { name: `${labelOf('people')}, at most` }).fill('1,200')
  await page.keyboard.press('Tab')

  const actions = breaches.slot('actions')
  for (const [index, what] of ['Wipe the laptop', 'Tell the police'].entries()) {
    await actions.getByRole('button', { name: /^Add to/u }).click()
    await expect(actions.locator('summary')).toHaveCount(index + 1)
    await actions.getByRole('textbox', { name: 'Action', exact: true }).last().fill(what)
    await page.keyboard.press('Tab')
    await expect(actions.locator('summary').filter({ hasText: what })).toBeVisible()
  }
  await actions.getByRole('button', { name: 'Move up' }).last().click()
  await expect
    .poll(async () => (await breaches.stored('Laptop'))['actions'])
    .toMatchObject([{ what: 'Tell the police' }, { what: 'Wipe the laptop' }])
  await actions.getByRole('button', { name: 'Remove this entry' }).first().click()
  await expect
    .poll(() => breaches.stored('Laptop'))
    .toMatchObject({
      people: { state: 'range', from: 40, to: 1200 },
      actions: [{ what: 'Wipe the laptop' }],
    })
  await record.getByRole('link', { name: 'History' }).click()
  await expect(record.getByText(labelOf('people'), { exact: true }).first()).toBeVisible()
  await expect(record.getByText('between 40 and 1,200').first()).toBeVisible()
})

test('words, facets and standing narrow the list; groups and several sorts order it', async ({ page }) => {
  const requests = describedPage(page, 'requests')
  await requests.make('Copy of my file', { right: 'R-ACCESS', receivedOn: '2026-02-02' })
  await requests.make('Erase my email', { right: 'R-ERASE', receivedOn: '2026-02-20' })
  await requests.make('Answered long ago', {
    right: 'R-ACCESS',
    receivedOn: '2025-01-02',
    closedOn: '2025-01-20',
  })
  await requests.open()
  await expect(requests.count).toHaveText('3 rights requests')
  await requests.tick('Standing', /^Open$/u)
  await expect(requests.count).toHaveText('2 rights requests')
  const facet = await requests.menu(requests.labelOf('right'))
  await expect(facet.getByRole('group')).toContainText('2')
  await facet.getByRole('checkbox').first().check()
  await page.keyboard.press('Escape')
  await expect(requests.count).toHaveText('1 rights request')
  await page.getByRole('button', { name: 'Clear all' }).click()
  await requests.filterText.fill('email')
  await expect(requests.row('Erase my email')).toBeVisible()
  await expect(requests.row('Copy of my file')).toHaveCount(0)
  await requests.filterText.fill('')

  await requests.grid.getByRole('columnheader', { name: requests.labelOf('right') }).click()
  await requests.grid.getByRole('columnheader', { name: 'Reference' }).click({ modifiers: ['Shift'] })
  await requests.grid.getByRole('columnheader', { name: 'Reference' }).click({ modifiers: ['Shift'] })
  await expect
    .poll(() => requests.column('name'))
    .toEqual(['Answered long ago', 'Copy of my file', 'Erase my email'])
  await requests.tick('Group', 'Organisation')
  await expect(requests.grid.getByRole('gridcell', { name: 'None given (3)' })).toBeVisible()
})

test('a bulk change is previewed, applied and undone in one step', async ({ page }) => {
  const requests = describedPage(page, 'requests')
  for (const name of ['One', 'Two', 'Three']) await requests.make(name)
  await requests.open()
  await requests.focus()
  await requests.press('Control+a', 'Space')
  await expect(requests.bulkBar).toContainText('2 selected')
  await requests.bulkBar.getByRole('button', { name: 'Change…' }).click()
  await page.getByRole('combobox', { name: 'Field' }).click()
  await page.getByRole('option', { name: 'Owner', exact: true }).click()
  await page.getByRole('textbox', { name: 'Value' }).fill('Data team')
  await expect(page.getByRole('region', { name: 'Preview' }).getByRole('status')).toContainText(
    '2 would change, 0 would stay',
  )
  await page.getByRole('button', { name: 'Change 2 rights requests' }).click()
  await expect.poll(() => requests.column('owner')).toEqual(['', 'Data team', 'Data team'])
  await requests.focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Undone: bulk change of rights request', { exact: false })).toBeVisible()
  await expect.poll(() => requests.column('owner')).toEqual(['', '', ''])
})

test('a cell is edited in place, and a view keeps the list as it is looked at', async ({ page }) => {
  const requests = describedPage(page, 'requests')
  await requests.make('Copy of my file')
  await requests.open()
  await requests.focus()
  await requests.press('ArrowRight', 'ArrowRight', 'F2')
  await page.getByRole('textbox', { name: /of Copy of my file$/u }).fill('Copy of my whole file')
  await page.keyboard.press('Enter')
  await expect(requests.row('Copy of my whole file')).toBeVisible()

  await requests.filterText.fill('whole')
  await page.getByRole('button', { name: 'Save or change a view' }).click()
  await page.getByRole('menuitem', { name: 'Save as a view…' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Whole files')
  await page.keyboard.press('Enter')
  const views = page.getByRole('group', { name: 'Saved views' })
  await expect(views.getByRole('button', { name: /^Whole files/u })).toHaveText('Whole files1')
  await page.evaluate(() => void (location.hash = '#/activities'))
  await expect(page.getByRole('heading', { level: 1, name: 'Register' })).toBeVisible()
  await expect(views.getByRole('button', { name: /^Whole files/u })).toHaveCount(0)
})

test('removing says what still refers to a record, and takes it out there when asked', async ({ page }) => {
  const requests = describedPage(page, 'requests')
  const { id } = (await requests.make('The first request')) as { id: string }
  await requests.make('The second request', { linkedIds: [id] })
  await requests.open(id)
  await requests.record.getByRole('link', { name: 'Where used' }).click()
  await expect(requests.record.getByRole('link', { name: /The second request$/u })).toBeVisible()
  await requests.record.getByRole('button', { name: /^More about this/u }).click()
  await page.getByRole('menuitem', { name: 'Remove…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Remove/u })
  await expect(dialog.getByRole('link', { name: /The second request$/u })).toBeVisible()
  await dialog.getByRole('button', { name: 'Take it out there and remove it' }).click()
  await expect(requests.row('The first request')).toHaveCount(0)
  expect(await requests.stored('The second')).toMatchObject({ linkedIds: [] })
  await requests.focus()
  await page.keyboard.press('Control+z')
  await expect(requests.row('The first request')).toBeVisible()
  expect(await requests.stored('The second')).toMatchObject({ linkedIds: [id] })
})

test('a past day cannot be changed', async ({ page }) => {
  const requests = describedPage(page, 'requests')
  await requests.make('Copy of my file')
  await requests.open()
  await expect(requests.row('Copy of my file')).toBeVisible()
  await page.getByLabel('As at').fill('2026-03-01')
  await expect(page.getByRole('button', { name: 'New rights request' })).toBeDisabled()
  await expect(requests.row('Copy of my file')).toHaveCount(0)
  await page.getByRole('button', { name: 'Back to today' }).click()
  await expect(requests.row('Copy of my file')).toBeVisible()
})

test('the keyboard alone makes a record, fills it in, and finds it again', async ({ page }) => {
  const complaints = describedPage(page, 'complaints')
  await complaints.make('An earlier complaint')
  await complaints.open()
  await complaints.focus()
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: complaints.nameLabel, exact: true })).toBeFocused()
  await page.keyboard.type('Letters went to the old address')
  await page.keyboard.press('Enter')
  await expect(complaints.record.getByRole('heading', { name: 'Letters went to' })).toBeAttached()
  const owner = complaints.record.getByRole('textbox', { name: 'Owner', exact: true })
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    if (await owner.evaluate((box) => box === document.activeElement)) break
  }
  await expect(owner).toBeFocused()
  await page.keyboard.type('Ann')
  await page.keyboard.press('Enter')
  await complaints.saved()
  await openPalette(page)
  await page.keyboard.type('old address')
  await expect(page.getByRole('option', { name: /old address/u })).toBeVisible()
  await page.keyboard.press('Escape')
  await complaints.focus()
  await page.keyboard.press('/')
  await expect(complaints.filterText).toBeFocused()
  await page.keyboard.type('old address')
  await expect(complaints.row('An earlier complaint')).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(complaints.grid).toBeFocused()
})

test('list, record and dialogs have no violation in light and in dark colours', async ({ page }) => {
  const breaches = describedPage(page, 'breaches')
  await breaches.make('Laptop left on a train', {
    awareAt: '2026-02-25T10:00:00.000Z',
    people: { state: 'range', from: 1, to: 4 },
    actions: [{ id: 'a1', what: 'Wipe it', owner: '', due: null, doneOn: null }],
  })
  await breaches.open()
  await expect(breaches.row('Laptop')).toBeVisible()
  expect.soft(await violationsInBothColours(page)).toEqual([])
  await breaches.focus()
  await breaches.press('Space', 'Enter')
  await expect(breaches.slot('people')).toBeVisible()
  await breaches.slot('actions').locator('summary').click()
  expect.soft(await violationsInBothColours(page)).toEqual([])
  await breaches.bulkBar.getByRole('button', { name: 'Change…' }).click()
  await expect(page.getByRole('dialog', { name: /^Change/u })).toBeVisible()
  expect.soft(await violationsInBothColours(page)).toEqual([])
})
