import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import { aWorkbook } from '../support/a-workbook.ts'
import { askEngine } from './ask-engine.ts'
import { violationsInBothColours } from './axe.ts'
import { expect, test } from './fixtures.ts'

// Axe reads every element several times, which takes its time on a small machine.
test.setTimeout(120_000)

const ACCOUNTS = [
  'carer_id,display_name,email,telephone,language,newsletter,interests,about_household,registered_at,last_login,logins,emergency_contact,engagement_score,supervisor_note,row_version',
  'FC-1042,Maya Okafor,maya@example.org,07700 900123,en,true,Short breaks,"Two boys, Sam and Leo",2024-05-02,2026-02-20T18:04:00Z,112,Ben Okafor,0.82,Calm under pressure,7',
  'FC-2077,Ruth Carter,ruth@example.net,07700 900456,en,false,Emergency care,,2023-01-11,2026-02-11T09:00:00Z,64,Ann Carter,0.41,Ask again in May,3',
  'FC-3001,Ade Bello,ade@example.com,07700 900789,yo,true,,Lives alone,2025-09-30,2026-02-27T21:15:00Z,9,,0.66,,5',
].join('\n')

const BOOKINGS = [
  ['account_email', 'course', 'booked_on', 'dietary_needs', 'trainer_remark'],
  ['maya@example.org', 'First aid', '2026-01-10', 'vegetarian', 'Asked good questions'],
  ['ruth@example.net', 'First aid', '2026-01-12', '', 'Came late'],
  ['MAYA@example.org', 'Attachment', '2026-02-01', 'vegetarian', ''],
]

/** A sheet of a workbook, each cell a text of its own. */
function sheetOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string, at: number, row: number) =>
    `<c r="${'ABCDE'[at]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`
  return rows
    .map(
      (cells, index) =>
        `<row r="${index + 1}">${cells.map((text, at) => cell(text, at, index + 1)).join('')}</row>`,
    )
    .join('')
}

/** The sample's request for portability, with what it knows about the person; goes to its export. */
async function openRequest(page: Page): Promise<void> {
  const [found] = (await askEngine(page, 'records.options', {
    register: 'requests',
    text: 'Portability to another agency',
    including: [],
    limit: 1,
  })) as { id: string }[]
  const id = found!.id
  const changes = { personName: 'Maya Okafor', caseNumbers: ['FC-1042'], sendTo: 'maya@example.org' }
  await askEngine(page, 'records.change', { register: 'requests', id, changes })
  await page.evaluate((hash) => (location.hash = hash), `#/requests/${id}`)
  await page
    .getByRole('navigation', { name: 'Pages of the record' })
    .getByRole('link', { name: 'Portability' })
    .click()
}

test('an export is mapped, looked at, built and remembered, with the keyboard', async ({
  page,
  dialogs,
  home,
}) => {
  await openRequest(page)
  const { keyboard } = page
  const steps = page.getByRole('navigation', { name: 'Steps of the export' })
  const grid = page.getByRole('grid', { name: 'Columns' })
  const done = page.getByRole('group', { name: 'What was done' }).getByRole('status')
  await expect(page.getByRole('region', { name: 'Nothing to take along yet' })).toContainText('accounts.csv')

  // Two files: one that the register knows, and one it has never seen.
  const paths = [join(home, 'accounts.csv'), join(home, 'bookings.xlsx')]
  await writeFile(paths[0]!, ACCOUNTS)
  await writeFile(paths[1]!, await aWorkbook([{ name: 'Bookings', xml: sheetOf(BOOKINGS) }]))
  await dialogs.answerNext({ paths })
  await page.getByRole('button', { name: 'Add a file…' }).focus()
  await keyboard.press('Enter')
  const accounts = page.getByRole('article', { name: 'accounts.csv' })
  const bookings = page.getByRole('article', { name: 'bookings.xlsx' })
  await expect(accounts.getByRole('status')).toContainText('knows all 15 columns. Every column is decided.')
  await expect(bookings.getByRole('status')).toContainText('5 columns to decide.')
  await bookings.getByRole('textbox', { name: 'System' }).focus()
  await keyboard.type('Training bookings')
  await page.getByRole('option', { name: 'Add “Training bookings” to the library' }).click()
  await expect(bookings.getByRole('button', { name: 'Remove Training bookings' })).toBeVisible()
  expect(await violationsInBothColours(page)).toEqual([])

  // The columns, decided with single keys: one by one, several at once, and again.
  await bookings.getByRole('button', { name: 'Decide the columns' }).focus()
  await keyboard.press('Enter')
  await expect(grid).toBeFocused()
  const rowOf = (name: string) => grid.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })
  await keyboard.press('Control+a')
  await keyboard.press('1')
  await keyboard.press('5')
  await keyboard.press('b')
  await keyboard.press('9')
  await keyboard.press('Escape')
  await expect(rowOf('course')).toContainText('Kept')
  await keyboard.press('Home')
  await keyboard.press('m')
  await expect(rowOf('account_email').getByRole('img', { name: 'Says whose row it is' })).toBeVisible()
  await keyboard.press('j')
  await keyboard.press('j')
  await keyboard.press('6')
  await expect(rowOf('booked_on')).toContainText('Observed')
  await keyboard.press('End')
  await keyboard.press('8')
  await expect(rowOf('trainer_remark')).toContainText('Out: not provided')
  await keyboard.press('Delete')
  await expect(rowOf('trainer_remark')).toContainText(/To decide|Proposed/u)
  await keyboard.press('z')
  await expect(rowOf('trainer_remark')).toContainText('Out: not provided')
  await keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Called in the export' })).toBeFocused()
  await keyboard.type('Remark of staff')
  await keyboard.press('Escape')
  await expect(grid).toBeFocused()
  expect(await violationsInBothColours(page)).toEqual([])
  await keyboard.press('s')
  const isKept = 'What is decided is kept for the next time.'
  await expect(done).toHaveText(isKept)
  await keyboard.press('Control+z')
  await expect(done).toHaveText('Not kept yet: bookings.xlsx')
  await keyboard.press('Control+Shift+Z')
  await expect(done).toHaveText(isKept)

  // Whose rows: the request knows the person already.
  await keyboard.press(']')
  await expect(page.getByText('FC-1042')).toBeVisible()
  await page.getByRole('button', { name: 'Count every row' }).focus()
  await keyboard.press('Enter')
  await expect(bookings.getByRole('status')).toContainText('3 rows: 2 kept, 1 others’')
  await expect(accounts.getByRole('status')).toContainText('3 rows: 1 kept, 2 others’')
  expect(await violationsInBothColours(page)).toEqual([])

  // As its reader will see it.
  await page.locator('body').press(']')
  const table = page.getByRole('table')
  await expect(table.getByText('Maya Okafor')).toBeVisible()
  await expect(table.getByText('Ruth Carter')).toBeHidden()
  await expect(table.getByRole('img', { name: 'May say something of others' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Left out, and why' })).toContainText('Engagement score')
  expect(await violationsInBothColours(page)).toEqual([])

  // Built, checked, and known again.
  await page.locator('body').press(']')
  await page.getByRole('checkbox', { name: 'Send to another controller' }).click()
  await page.getByRole('textbox', { name: 'Controller' }).fill('Meadow Fostering')
  const to = join(home, 'maya.zip')
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('seven kind otters sing')
  await dialogs.answerNext({ path: to })
  await page.getByRole('button', { name: 'Build…' }).focus()
  await keyboard.press('Enter')
  const built = page.getByRole('region', { name: 'The export that was built' })
  await expect(built).toContainText('Built and checked: 3 rows', { timeout: 30_000 })
  expect(await violationsInBothColours(page)).toEqual([])
  const { checks } = (await askEngine(page, 'reports.verifyArchive', {
    path: to,
    passphrase: 'seven kind otters sing',
  })) as { checks: { ok: boolean; name: string }[] }
  expect(checks.filter(({ ok }) => !ok)).toEqual([])
  expect(checks.length).toBeGreaterThan(2)
  await steps.getByRole('button', { name: /Exports made/u }).click()
  await expect(page.getByRole('article', { name: basename(to) })).toContainText('For Meadow Fostering.')
  await expect(page.getByRole('article', { name: basename(to) })).toContainText('3 rows in 2 tables')

  // The next time nothing is to be decided.
  await steps.getByRole('button', { name: /Files/u }).click()
  await bookings.getByRole('button', { name: 'Take out bookings.xlsx' }).click()
  await expect(bookings).toBeHidden()
  await dialogs.answerNext({ paths: [paths[1]!] })
  await page.getByRole('button', { name: 'Add a file…' }).click()
  await expect(bookings.getByRole('status')).toContainText('knows all 5 columns. Every column is decided.')

  // What is decided about systems can be read as a register of its own.
  await page.getByRole('link', { name: 'Exports of systems' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Exports of systems' })).toBeVisible()
  await expect(page.getByText('Training bookings, Bookings').first()).toBeVisible()

  // A request for something else has no such page.
  const { id: other } = (await askEngine(page, 'records.create', {
    register: 'requests',
    name: 'Access request of a test',
    fields: { right: 'R-ACCESS', receivedOn: '2026-02-13' },
  })) as { id: string }
  await page.evaluate((hash) => (location.hash = hash), `#/requests/${other}`)
  const pages = page.getByRole('navigation', { name: 'Pages of the record' })
  await expect(pages.getByRole('link', { name: 'Letters' })).toBeVisible()
  await expect(pages.getByRole('link', { name: 'Portability' })).toBeHidden()
})
