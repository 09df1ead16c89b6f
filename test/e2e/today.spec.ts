import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { askEngine } from './ask-engine.ts'
import { violationsInBothColours } from './axe.ts'
import { expect, PASSPHRASE, test } from './fixtures.ts'
import { describedPage } from './pages/described.ts'

// The clock of every test stands at Mon 2 March 2026, 09:00.
test.use({ register: 'empty', place: '' })
// Axe reads every element of a page several times, which takes its time on a small machine.
test.setTimeout(180_000)

/** What a person can do with what is due. */
function todayPage(page: Page) {
  const bucket = (name: string) => page.getByRole('region', { name: new RegExp(`^${name} `) })
  return {
    bucket,
    line: (text: string) => page.getByRole('listitem').filter({ hasText: text }),
    link: (text: string) => page.getByRole('main').getByRole('link', { name: text }),
    async makeDates() {
      const assessments = describedPage(page, 'assessments')
      const review = (name: string, reviewOn: string) => assessments.make(name, { kind: 'DPIA', reviewOn })
      await review('Lone working app', '2026-02-20')
      await review('Photos at events', '2026-03-02')
      await review('New case system', '2026-03-05')
      await review('Volunteer checks', '2026-06-30')
      await describedPage(page, 'requests').make('Copy of the file of Jo Bloggs', {
        right: 'R-ACCESS',
        receivedOn: '2026-02-10',
        clarifications: [
          { id: 'c1', what: 'Which years', askedOn: '2026-02-12', answeredOn: null, answer: '' },
        ],
      })
      await describedPage(page, 'breaches').make('Laptop left on a train', {
        ourRole: 'controller',
        awareAt: '2026-02-28T10:30:00.000Z',
        commissionerDecision: 'report',
      })
    },
    async open(inside = '') {
      await page.evaluate((hash) => void (location.hash = hash), `#/today${inside}`)
      await expect(page.getByRole('heading', { level: 1, name: /^(Today|Calendar)$/ })).toBeVisible()
    },
  }
}

test('with nothing due the page says so, and what would stand there', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Nothing is due' })).toContainText('answers to requests')
  await expect(page.getByRole('link', { name: /^Today/ })).toHaveAttribute('aria-current', 'page')
})

test('each date stands in its bucket, with its day, its distance and who sets it', async ({ page }) => {
  const today = todayPage(page)
  await today.makeDates()
  await expect(today.bucket('Overdue').getByRole('listitem')).toHaveText(/Fri 20 February 2026.*10 days late/)
  await expect(today.bucket('Today').getByRole('listitem')).toContainText('Photos at events')
  const week = today.bucket('Next 7 days').getByRole('listitem')
  await expect(week).toHaveCount(2)
  await expect(week.first()).toContainText('Tue 3 March 2026, 10:30 GMT')
  await expect(week.first()).toContainText('25 hours left')
  await expect(week.first()).toContainText('The law')
  await expect(week.nth(1)).toContainText('in 3 days')
  await expect(week.nth(1)).toContainText('Our own')
  await expect(today.bucket('Paused').getByRole('listitem')).toContainText('clarification awaited')
  await expect(today.line('Volunteer checks')).toHaveCount(0)
  await page.getByRole('button', { name: /^Later/ }).click()
  await expect(today.bucket('Later').getByRole('listitem').first()).toBeVisible()
  await expect(today.line('Volunteer checks')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Today 2 due' })).toBeVisible()
})

test('the keyboard alone shows why, opens a record, puts a reminder off and takes that back', async ({
  page,
}) => {
  const today = todayPage(page)
  await today.makeDates()
  await expect(today.line('Lone working app')).toBeVisible()
  await page.keyboard.press('Alt+0')
  await today.link('Lone working app').focus()
  await page.keyboard.press('ArrowRight')
  await expect(today.line('Lone working app')).toContainText('The record sets its review for')
  await page.keyboard.press('ArrowLeft')
  await expect(today.line('Lone working app')).not.toContainText('The record sets its review for')

  await page.keyboard.press('ArrowDown')
  await expect(today.link('Photos at events')).toBeFocused()
  await page.keyboard.press('z')
  const putOff = page.getByRole('dialog', { name: 'Put off the reminder' })
  await expect(putOff.getByRole('button', { name: 'Tomorrow' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(today.link('Photos at events')).toBeFocused()
  await page.keyboard.press('z')
  await expect(putOff.getByRole('button', { name: 'Tomorrow' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(today.line('Photos at events')).toHaveCount(0)
  await expect(page.getByRole('alert')).toContainText('put off until Thu 5 March 2026')
  await page.getByRole('button', { name: /^Reminders put off/ }).click()
  await expect(today.line('Photos at events')).toContainText('Mon 2 March 2026')
  await expect(today.line('Photos at events')).toContainText('Reminder on Thu 5 March 2026')
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(today.bucket('Today').getByRole('listitem')).toContainText('Photos at events')

  await today.link('Photos at events').press('Enter')
  await expect(page).toHaveURL(/#\/assessments\/[^/]+$/)
  await page.getByRole('link', { name: 'See it in Today' }).press('Enter')
  await expect(today.link('Photos at events')).toBeFocused()
})

test('what may be done next leads to its field or its page', async ({ page }) => {
  const today = todayPage(page)
  await today.makeDates()
  await today.line('New case system').getByRole('button', { name: 'Set the next review' }).click()
  await expect(page).toHaveURL(/#\/assessments\/[^/]+\?field=reviewOn$/)
  await today.open()
  const breach = today.line('Laptop left on a train')
  await breach.getByRole('button', { name: /^How the date of/ }).click()
  await breach.getByRole('button', { name: 'Not reportable, because …' }).click()
  await expect(page).toHaveURL(/#\/breaches\/[^/]+\/decide$/)
  await expect(page.getByRole('heading', { name: 'Five questions' })).toBeVisible()
})

test('the calendar is walked by keys, names bank holidays, and shows a day in full', async ({ page }) => {
  const today = todayPage(page)
  await today.makeDates()
  await today.open('/calendar')
  const grid = page.getByRole('grid', { name: 'March 2026' })
  await expect(grid.getByRole('columnheader')).toHaveText(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
  await expect(grid.getByRole('gridcell', { name: /^Mon 2 March 2026/ })).toHaveAttribute(
    'aria-current',
    'date',
  )
  await grid.getByRole('gridcell', { selected: true }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('region', { name: 'Tue 3 March 2026' })).toContainText('Laptop left on a train')
  await expect(page.locator('[data-day="2026-03-03"]')).toBeFocused()
  await page.keyboard.press('PageDown')
  const april = page.getByRole('grid', { name: 'April 2026' })
  await expect(april.getByRole('gridcell', { name: /Good Friday/ })).toContainText('Fri 3 April 2026')
  await expect(page.locator('[data-day="2026-04-03"]')).toBeFocused()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('ArrowLeft')
  await page.getByRole('region', { name: 'Mon 2 March 2026' }).getByRole('link').press('Enter')
  await expect(page).toHaveURL(/#\/assessments\//)
})

test('the calendar file leaves titles out unless asked for', async ({ page, home, dialogs }) => {
  const today = todayPage(page)
  await today.makeDates()
  const write = async (name: string, withTitles: boolean) => {
    await dialogs.answerNext({ path: join(home, name) })
    await page.getByRole('button', { name: 'Calendar file…' }).click()
    const panel = page.getByRole('dialog', { name: 'Calendar file' })
    await panel.getByRole('checkbox').setChecked(withTitles)
    await panel.getByRole('button', { name: 'Choose where to save…' }).click()
    await expect(page.getByText(`${name}.ics`)).toBeVisible()
    return readFile(join(home, `${name}.ics`), 'utf8')
  }
  const silent = await write('silent', false)
  expect(silent).toContain('SUMMARY:Review the assessment')
  expect(silent).not.toMatch(/Laptop|Photos|Bloggs/)
  expect(await write('named', true)).toContain('Laptop')
})

test('the organisation narrows the queue', async ({ page }) => {
  const today = todayPage(page)
  await today.makeDates()
  const { id } = (await askEngine(page, 'organisations.create', {
    legalName: 'Little Acorns',
    relation: 'own',
  })) as { id: string }
  await describedPage(page, 'assessments').make('Of the nursery', {
    kind: 'DPIA',
    reviewOn: '2026-03-03',
    organisationId: id,
  })
  await expect(today.line('Of the nursery')).toBeVisible()
  await page.getByRole('combobox', { name: 'Organisation' }).fill('Acorns')
  await page.getByRole('option', { name: 'Little Acorns' }).click()
  await expect(today.line('New case system')).toHaveCount(0)
  await expect(today.line('Of the nursery')).toBeVisible()
})

test.describe('what the desktop is told', () => {
  test.use({ unlocked: false, freshProgram: true })

  test('is numbers, once after unlocking, and never a title; the setting ends it', async ({
    program,
    page,
    registerPath,
  }) => {
    const shown = await listenToNotices(program)
    const unlock = async () => {
      await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible()
    }
    await unlock()
    await todayPage(page).makeDates()
    await expect(todayPage(page).line('Lone working app')).toBeVisible()
    await page.keyboard.press('Control+l')
    await unlock()
    await expect
      .poll(async () => (await shown()).at(-1))
      .toEqual({ title: 'DPO Workbench', body: '1 date is overdue, 1 is due today.' })
    expect(JSON.stringify(await shown())).not.toMatch(/Laptop|Photos|Bloggs|Lone|case/i)
    expect(registerPath).not.toBe('')

    const refused = await page.evaluate(() =>
      window.engine.shell('shell.tellDue', {
        overdue: 1,
        today: 0,
        withinDay: 0,
        withinHours: 0,
        text: 'Jo',
      }),
    )
    expect(refused.ok).toBe(false)
    await askEngine(page, 'settings.change', { changes: { tellsDue: false } })
    const before = (await shown()).length
    await page.keyboard.press('Control+l')
    await unlock()
    await expect(todayPage(page).line('Lone working app')).toBeVisible()
    expect(await shown()).toHaveLength(before)
  })
})

/** What the main process shows through the desktop, which no test can look at. */
async function listenToNotices(program: ElectronApplication) {
  await program.evaluate(({ Notification }) => {
    const shown: { title: string; body: string }[] = []
    Reflect.set(globalThis, 'shownNotices', shown)
    Notification.isSupported = () => true
    Notification.prototype.show = function show() {
      shown.push({ title: this.title, body: this.body })
    }
  })
  return () =>
    program.evaluate(() => Reflect.get(globalThis, 'shownNotices') as { title: string; body: string }[])
}

test('queue, reasons, putting off and calendar have no violation in light and in dark colours', async ({
  page,
}) => {
  const today = todayPage(page)
  await today.makeDates()
  await today
    .line('Laptop')
    .getByRole('button', { name: /^How the date of/ })
    .click()
  await expect(today.line('Laptop')).toContainText('72 hours later is')
  expect.soft(await violationsInBothColours(page)).toEqual([])
  await today
    .line('Photos')
    .getByRole('button', { name: /^Put off the reminder/ })
    .click()
  await expect(page.getByRole('dialog', { name: 'Put off the reminder' })).toBeVisible()
  expect.soft(await violationsInBothColours(page)).toEqual([])
  await page.keyboard.press('Escape')
  await today.open('/calendar')
  await expect(page.getByRole('region', { name: 'Mon 2 March 2026' })).toContainText('Photos')
  expect.soft(await violationsInBothColours(page)).toEqual([])
})
