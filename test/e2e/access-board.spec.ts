import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { askEngine } from './ask-engine.ts'
import { violationsInBothColours } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { pdfText } from './pdf-text.ts'
import type { NativeDialogs } from './native-dialogs.ts'

test.setTimeout(240_000)
test.use({ register: 'empty' })

type Fields = Readonly<Record<string, unknown>>

async function makeRequest(page: Page, name: string, fields: Fields): Promise<string> {
  const made = await askEngine(page, 'records.create', {
    register: 'requests',
    name,
    fields: { right: 'R-ACCESS', receivedOn: '2026-02-13', ...fields },
  })
  return (made as { id: string }).id
}

const go = (page: Page, hash: string) => page.evaluate((to) => void (location.hash = to), hash)

/** Brings two files of text in, on the page of documents. */
async function bringIn(page: Page, dialogs: NativeDialogs, home: string, request: string): Promise<void> {
  const paths = [join(home, 'visit note.txt'), join(home, 'letter.txt')]
  await writeFile(paths[0]!, 'Home visit on 3 May 2019. Amina was well.\n')
  await writeFile(paths[1]!, 'Dear Mrs Khan,\n\nthank you for your letter about school.\n')
  await go(page, `#/requests/${request}/documents`)
  await dialogs.answerNext({ paths })
  await page.getByRole('button', { name: 'Bring in files…' }).click()
  await expect
    .poll(() => askEngine(page, 'cases.overview', { request }), { timeout: 60_000 })
    .toMatchObject({ sources: { read: 2, waiting: 0 } })
}

test('the board shows open requests by stage, and a record its documents in numbers', async ({
  page,
  dialogs,
  home,
}) => {
  const request = await makeRequest(page, 'Former foster child, Feb', {
    stage: 'reviewing',
    owner: 'J. Okafor',
  })
  await makeRequest(page, 'Parent of two', { stage: 'searching', receivedOn: '2026-01-05' })
  await makeRequest(page, 'Answered long ago', { stage: 'sent', closedOn: '2026-02-20' })
  await bringIn(page, dialogs, home, request)

  await go(page, '#/requests')
  await page.getByRole('link', { name: 'Board', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Access requests' })).toBeVisible()
  await expect(page.getByText('2 open, 1 late or on the way to it')).toBeVisible()
  const reviewing = page.getByRole('region', { name: /^Reviewing what was found 1/u })
  await expect(reviewing.getByRole('listitem')).toContainText('J. Okafor')
  await expect(reviewing.getByRole('listitem')).toContainText('2 of 2 pages left')
  await expect(reviewing.getByRole('listitem')).toContainText('Last day Fri 13 March 2026: 11 days left')
  const searching = page.getByRole('region', { name: /^Searching 1/u })
  await expect(searching.getByRole('img', { name: 'Late or on the way to it' })).toBeVisible()
  await expect(page.getByText('Answered long ago')).toHaveCount(0)
  expect(await violationsInBothColours(page)).toEqual([])

  await reviewing.getByRole('link', { name: /Former foster child, Feb$/u }).press('Enter')
  const numbers = page.getByRole('region', { name: 'Documents in numbers' })
  await expect(numbers).toContainText('2 read')
  await expect(numbers).toContainText('0 of 2, 2 left')
  await numbers.getByRole('link', { name: '0 of 2, 2 left' }).click()
  await expect(page).toHaveURL(new RegExp(`#/requests/${request}/review$`, 'u'))
})

test('the documents of an answered request are destroyed, and a certificate says what they were', async ({
  page,
  dialogs,
  home,
  registerPath,
}) => {
  const request = await makeRequest(page, 'Former foster child, Feb', { holdSetOn: '2026-02-13' })
  const change = (changes: Fields) =>
    askEngine(page, 'records.change', { register: 'requests', id: request, changes })
  await bringIn(page, dialogs, home, request)
  await askEngine(page, 'registerFile.backUp', {})
  const end = page.getByRole('region', { name: 'End of the case' })
  await expect(end).toContainText('An evidence hold is on.')
  await change({ holdLiftedOn: '2026-02-20', sentOn: '2026-02-20', caseDestroyAfter: '2026-02-28' })
  await expect(end).toContainText('kept until Sat 28 February 2026')
  await end.getByRole('button', { name: 'Destroy the documents…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Destroy the documents of RR-0001' })
  await expect(dialog).toContainText('Backups: these files')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Kept as long as the schedule says')
  await dialog.getByRole('textbox', { name: 'Type RR-0001 to confirm' }).fill('RR-0002')
  await dialog.getByRole('button', { name: 'Destroy them for good' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Type the reference of the request')
  await dialog.getByRole('textbox', { name: 'Type RR-0001 to confirm' }).fill('RR-0001')
  await dialog.getByRole('button', { name: 'Destroy them for good' }).click()
  await expect(dialog).toBeHidden()
  await expect(end).toContainText(/^End of the case2 files destroyed on Mon 2 March 2026 by /u)
  for (const place of ['cases', 'backups/cases']) expect(await readdir(join(registerPath, place))).toEqual([])

  const path = join(home, 'certificate.pdf')
  await dialogs.answerNext({ path })
  await end.getByRole('button', { name: 'Certificate as PDF…' }).click()
  await expect(page.getByText('Certificate written')).toBeVisible()
  const text = pdfText(path)?.replaceAll(/\s+/gu, ' ')
  test.skip(text === undefined, 'qpdf or pdftotext is missing')
  expect(text).toContain('Certificate of destruction')
  expect(text).toContain('Reason: Kept as long as the schedule says')
  expect(text).toContain('Pages: 2, in 2 documents')
  expect(text).toMatch(/Backups: these files in the folder of the register .* backups\/\d{8}-\d{9}\.db/u)
  expect(text).toContain('Packs: none was released.')
})
