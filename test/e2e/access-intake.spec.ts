import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { askEngine } from './ask-engine.ts'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'

test.setTimeout(180_000)

const MESSAGE = `From: Joanna Whitlock <jo.whitlock@example.org>
Sent: 24 February 2026 21:47
To: Duty Team <duty@polariscommunity.co.uk>
Subject: my son's records

Hi, I am the mother of Callum Whitlock (dob 14/03/2015), he is a looked after child. I would like a copy of everything you hold on my son since he came into care in 2021.

Kind regards
Joanna Whitlock
18 Mill Lane
Ashford
TN23 4QX`

test('a pasted message becomes a request, its search record, and drafts to those who search', async ({
  page,
  dialogs,
  home,
}) => {
  await page.evaluate(() => void (location.hash = '#/requests/intake'))
  const message = page.getByRole('textbox', { name: 'The message, with its head if you have it' })
  await expect(message).toBeFocused()
  await message.fill(MESSAGE)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')

  const form = page.getByRole('form', { name: 'The request' })
  await expect(form.getByRole('textbox', { name: 'Title in lists' })).toHaveValue(
    'Access request, mother for her son, 24 Feb',
  )
  await expect(form.getByRole('group', { name: 'Last day for the answer' })).toContainText(
    'Answer by Tue 24 March 2026',
  )
  await expect(form).toContainText('A date of birth is given.')
  await expect(form.getByRole('checkbox', { name: 'Set the evidence hold today' })).toBeChecked()
  await expect(page.getByRole('region', { name: 'What is missing' })).toContainText('Authority to act')
  const organisation = form.getByRole('combobox', { name: 'Organisation it went to' })
  await expect(organisation).toHaveValue('Polaris Community')
  await organisation.click()
  await page.getByRole('option', { name: "Worcestershire County Council Children's Services" }).click()
  await expect(form.getByRole('button', { name: 'Use Polaris Community' })).toBeVisible()
  expect(await violationsIn(page)).toEqual([])

  const received = form.getByRole('textbox', { name: 'Received on' })
  await received.fill('26/2/2026')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: /^RR-\d{4} is made$/ })).toBeFocused()
  await expect(page.getByRole('link', { name: 'Asking for proof of identity' })).toBeVisible()
  await page.getByRole('link', { name: 'Begin the search' }).click()

  await page.getByRole('button', { name: 'Propose from the register' }).click()
  const proposals = page.getByRole('region', { name: 'Proposed from the register' })
  await expect(proposals).toContainText('Care files of Childrens Service')
  await expect(proposals).toContainText('Looked after children')
  await proposals.getByRole('button', { name: /^Add \d+ places?$/ }).click()
  const table = page.getByRole('region', { name: 'Search record as a table' })
  const holder = table.getByRole('textbox', {
    name: 'Who searches, Care files of Childrens Service',
    exact: true,
  })
  await holder.fill('Records team')
  await holder.press('Tab')
  const email = table.getByRole('textbox', {
    name: 'Email of who searches, Care files of Childrens Service',
    exact: true,
  })
  await email.fill('records@example.org')
  await email.press('Enter')
  await expect(page.getByRole('article', { name: 'Statement of the search' })).toContainText('not asked yet')

  const drafts = join(home, 'drafts')
  await mkdir(drafts)
  await table.getByRole('checkbox', { name: 'Choose Care files of Childrens Service', exact: true }).check()
  await page.getByRole('button', { name: 'Commission…' }).click()
  await dialogs.answerNext({ path: drafts })
  await page.getByRole('button', { name: 'Write the drafts into a folder…' }).click()
  await expect(page.getByText('One draft is written, 3 files.')).toBeVisible()
  const [folder] = await readdir(drafts)
  const mail = await PostalMime.parse(await readFile(join(drafts, folder!, 'Records team.eml')))
  expect(mail.to).toEqual([{ name: 'Records team', address: 'records@example.org' }])
  expect(mail.text).toContain('Name: Callum Whitlock')
  await expect(
    table.getByRole('textbox', { name: 'Asked on, Care files of Childrens Service', exact: true }),
  ).toHaveValue('2 Mar 2026')

  const pages = table.getByRole('textbox', {
    name: 'Pages found, Care files of Childrens Service',
    exact: true,
  })
  await pages.fill('412')
  await pages.press('Enter')
  await table
    .getByRole('combobox', { name: 'What came of it, Care files of Childrens Service' })
    .selectOption('Found')
  const statement = page.getByRole('article', { name: 'Statement of the search' })
  await expect(statement).toContainText('found: 412 pages')
  await page.getByRole('button', { name: 'Put it into the record' }).click()
  await expect(page.getByText('The record holds it as it reads now')).toBeVisible()
  expect(await violationsIn(page)).toEqual([])
  await expect(
    table.getByRole('link', {
      name: 'Bring in what was found, Care files of Childrens Service',
      exact: true,
    }),
  ).toHaveAttribute('href', /documents\?search=/)
})

test('a message let fall as a file is read, also from the palette', async ({ page, dialogs, home }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('request from a message')
  await page
    .getByRole('option', { name: /New request from a message/ })
    .first()
    .click()
  const path = join(home, 'message.eml')
  await writeFile(
    path,
    `From: a@example.org\r\nTo: b@example.org\r\nDate: Mon, 2 Feb 2026 10:00:00 +0000\r\nSubject: x\r\n\r\nPlease delete all my data.\r\n`,
  )
  await dialogs.answerNext({ paths: [path] })
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByRole('form', { name: 'The request' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Title in lists' })).toHaveValue('Erasure request, 2 Feb')
  await page.getByRole('button', { name: 'Another message' }).click()
  await expect(page.getByRole('button', { name: 'Read the message' })).toBeDisabled()
  const counts = (await askEngine(page, 'records.counts', {})) as { register: string; total: number }[]
  expect(counts.find(({ register }) => register === 'requests')!.total).toBeGreaterThan(0)
})
