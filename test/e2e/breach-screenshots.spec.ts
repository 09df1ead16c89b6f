import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { stubNativeDialogs } from './native-dialogs.ts'
import { describedPage } from './pages/described.ts'
import { launchAt, shoot, test, withoutPaths } from './pictures.ts'

// The pictures of a breach's room for the guide, from the sample register: `npm run screenshots`.
test.skip(!process.env['DPO_SCREENSHOTS'], 'made only when asked for')

const LEAD = 'Case file emailed to the wrong foster carer'
const DAY = '2026-11-22T09:20:00.000Z'

async function openLead(page: Page, inside = '') {
  const breaches = describedPage(page, 'breaches')
  const { id } = await breaches.stored(LEAD)
  await breaches.open(`${id}${inside && `/${inside}`}`)
  return id
}

/** Brings a place to the top of the part of the window that scrolls. */
async function bringUp(place: Locator): Promise<void> {
  await place.evaluate((element) => element.scrollIntoView({ block: 'start' }))
}

test('a breach that was reported, and the pages of its room', async ({ home, registerPath }) => {
  const { program, page } = await launchAt(DAY, home, registerPath)
  await openLead(page)
  await expect(page.getByRole('region', { name: 'Room of the breach' })).toBeVisible()
  await shoot(page, 'breach')
  await openLead(page, 'decide')
  await expect(page.getByText('5 of 5 answered')).toBeVisible()
  await shoot(page, 'breach-decide')
  const told = page.getByRole('region', { name: 'Tell the Commissioner?' })
  await told.getByText('The decision before').click()
  await told.evaluate((place) => place.scrollIntoView({ block: 'end' }))
  await shoot(page, 'breach-decisions')
  await openLead(page, 'report')
  await bringUp(page.getByRole('heading', { name: 'Report to the Commissioner' }))
  await expect(page.getByRole('region', { name: 'About your report' })).toBeVisible()
  await shoot(page, 'breach-report')
  await openLead(page, 'timeline')
  await bringUp(page.getByRole('heading', { name: 'Chronology' }))
  await shoot(page, 'breach-timeline')
  await page.evaluate(() => void (location.hash = '#/breaches/analysis'))
  await expect(page.getByRole('heading', { level: 1, name: 'Analysis of breaches' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Again within twelve months' })).toBeAttached()
  await shoot(page, 'breach-analysis')
  await program.close()
})

test('who is told of a breach, and the letter as it reads', async ({ home, registerPath }) => {
  const { program, page } = await launchAt(DAY, home, registerPath)
  await openLead(page, 'letters')
  const letter = page.getByRole('article', { name: 'The letter', exact: true })
  await expect(letter).toBeVisible()
  await shoot(page, 'people-to-tell')
  await page.getByRole('combobox', { name: 'To', exact: true }).click()
  await page.getByRole('option', { name: /^PT-0002/u }).click()
  await expect(letter).toContainText('Jordan Sample')
  await bringUp(page.getByRole('combobox', { name: 'To', exact: true }))
  await shoot(page, 'breach-letters')
  await program.close()
})

test('evidence files of a breach', async ({ home, registerPath }) => {
  const { program, page } = await launchAt(DAY, home, registerPath)
  const dialogs = await stubNativeDialogs(program)
  await openLead(page)
  const folder = join(home, 'Evidence')
  await mkdir(folder)
  const names = ['Sent message.eml', 'Report of the mail server.csv', 'Telephone note, 19 November.pdf']
  const paths = names.map((name) => join(folder, name))
  for (const [index, path] of paths.entries())
    await writeFile(path, Buffer.alloc(48_300 * (index + 1), index))
  await dialogs.answerNext({ paths })
  const evidence = page.getByRole('group', { name: 'Evidence files' })
  await evidence.getByRole('button', { name: 'Attach files…' }).click()
  await expect(evidence.getByRole('listitem')).toHaveCount(3)
  const message = evidence.getByRole('textbox', { name: 'What Sent message.eml shows' })
  await message.fill('Which file went to whom, and when')
  await message.press('Enter')
  await bringUp(evidence)
  await shoot(page, 'evidence-files')
  await program.close()
})

test('a night with a new breach: the time runs, and a list is brought in', async ({ home, registerPath }) => {
  const { program, page } = await launchAt('2026-11-22T02:10:00.000Z', home, registerPath)
  const dialogs = await stubNativeDialogs(program)
  const breaches = describedPage(page, 'breaches')
  const organisationId = (await breaches.stored(LEAD))['organisationId']
  await breaches.make('Minutes of a review sent to the wrong school', {
    organisationId,
    status: 'confirmed',
    ourRole: 'controller',
    kinds: ['confidentiality'],
    cause: 'emailed-wrong',
    happenedFrom: '2026-11-20T16:40:00.000Z',
    noticedAt: '2026-11-21T21:05:00.000Z',
    noticedBy: 'a support worker',
    awareAt: '2026-11-21T22:30:00.000Z',
    dpoToldAt: '2026-11-22T01:50:00.000Z',
    people: { state: 'range', from: 3, to: 12 },
    involvesChildren: true,
  })
  await breaches.open((await breaches.stored('Minutes of a review')).id)
  await expect(page.getByRole('timer')).toContainText('left')
  await shoot(page, 'breach-room')
  const path = join(home, 'Parents on the mailing list.csv')
  await writeFile(
    path,
    [
      'Full name;E-mail;Address line 1;Postcode;Relationship;Safe to write?;Case',
      'Zoë Example;zoe@example.org;1 Sample Street;EX1 2MP;Mother;Yes;17',
      'محمد مثال;;2 Sample Street;EX1 2MP;Young person;check first;18',
      'Robin Example;;3 Sample Street;EX1 2MP;Carer;yes;19',
      'zoë EXAMPLE;ZOE@example.org;;;;;20',
    ].join('\r\n'),
  )
  await page
    .getByRole('navigation', { name: 'Pages of the record' })
    .getByRole('link', { name: 'Letters' })
    .click()
  await page.getByRole('button', { name: 'Bring in a list…' }).click()
  await dialogs.answerNext({ path })
  await page.getByRole('dialog').getByRole('button', { name: 'Choose a file…' }).click()
  await expect(page.getByRole('button', { name: 'Look at the rows' })).toBeVisible()
  await withoutPaths(page)
  await shoot(page, 'people-import')
  await program.close()
})

test('an exercise, and its debrief', async ({ page }) => {
  await page.evaluate(() => void (location.hash = '#/breaches/exercises/S3'))
  await page.getByRole('button', { name: 'Start the 72 hours' }).click()
  await page.getByRole('button', { name: 'Jump ahead 12 hours' }).click()
  await page.getByRole('button', { name: 'Jump ahead 12 hours' }).click()
  for (const [name, label] of [
    ['Has personal data been lost', 'Yes, or it is likely'],
    ['Who may have the data', 'People we know and can trust'],
    ['Is the data gone', 'No, or it was back'],
    ['What is the worst', 'Danger, discrimination'],
    ['How many people', 'Few, with children'],
    ['Tell the Commissioner?', /^Report/u],
    ['Tell the people?', 'Do not'],
  ] as const)
    await page.getByRole('group', { name }).getByRole('radio', { name: label }).check()
  await page.getByLabel('Commissioner: because').fill('A whole file with a family’s history is gone.')
  await page.getByLabel('People: because').fill('Railway staff will hand it in.')
  await page.getByRole('button', { name: 'Decide, and see the debrief' }).click()
  await expect(page.getByRole('heading', { name: 'Exercise S3: debrief' })).toBeVisible()
  await shoot(page, 'breach-exercises')
})
