import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { askEngine } from './ask-engine.ts'
import { violationsInBothColours } from './axe.ts'
import { expect, test } from './fixtures.ts'

test.setTimeout(240_000)
test.use({ register: 'empty' })

const MESSAGE = `From: Amina Yusuf <amina.yusuf@example.org>
Sent: 13 February 2026 10:05
To: Duty Team <duty@example.net>
Subject: My file

Hello, I was in foster care with you. Please send me a copy of everything you hold about me.

Amina Yusuf
1 High Street
Anytown
AB1 2CD`

test('from the pasted message to a sealed pack that checks out', async ({ page, dialogs, home }) => {
  await page.evaluate(() => void (location.hash = '#/requests/intake'))
  const message = page.getByRole('textbox', { name: 'The message, with its head if you have it' })
  await expect(message).toBeFocused()
  await message.fill(MESSAGE)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const form = page.getByRole('form', { name: 'The request' })
  await expect(form.getByRole('group', { name: 'Last day for the answer' })).toContainText(
    'Fri 13 March 2026',
  )
  await form.getByRole('textbox', { name: 'Received on' }).focus()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'RR-0001 is made' })).toBeFocused()
  const [made] = (await askEngine(page, 'records.options', {
    register: 'requests',
    text: '',
    including: [],
    limit: 1,
  })) as { id: string }[]
  const request = made!.id
  const go = (to: string) =>
    page.evaluate((hash) => void (location.hash = hash), `#/requests/${request}/${to}`)
  const paths = [join(home, 'visit note.txt')]
  await writeFile(paths[0]!, 'Home visit on 3 May 2019. Amina was well.\n')
  await go('documents')
  await dialogs.answerNext({ paths })
  await page.getByRole('button', { name: 'Bring in files…' }).click()
  await expect
    .poll(() => askEngine(page, 'cases.overview', { request }), { timeout: 60_000 })
    .toMatchObject({ sources: { read: 1, waiting: 0 }, pages: 1 })

  await go('pack')
  const checks = page.getByRole('region', { name: 'Before anything is handed over' })
  await expect(checks).toContainText('1 page has not been reviewed.')
  await expect(checks.getByRole('button', { name: 'Freeze the pack' })).toBeDisabled()
  expect(await violationsInBothColours(page)).toEqual([])
  await go('review')
  await expect(page.getByText('0 of 1 page reviewed')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Release A', exact: true })).toBeEnabled()
  await page.keyboard.press('a')
  await expect(page.getByText('1 of 1 page reviewed')).toBeVisible()
  await go('pack')
  await expect(checks).toContainText('The pack would hold 1 page of 1 document.')
  const accept = checks.getByRole('button', { name: 'Accept', exact: true })
  for (let left = await accept.count(); left > 0; left -= 1) {
    await checks.getByPlaceholder('Why this is accepted').first().fill('Compared with the request')
    await accept.first().click()
    await expect(accept).toHaveCount(left - 1)
  }
  await expect(checks).toContainText('Nothing stands in the way.')
  await checks.getByRole('button', { name: 'Freeze the pack' }).click()

  const pack = page.getByRole('article', { name: /RR-0001\/0001/u })
  await dialogs.answerNext({ path: join(home, 'pack.zip') })
  await pack.getByRole('button', { name: 'Build…' }).click()
  const built = pack.getByRole('region', { name: 'The pack that was built' })
  await expect(pack.getByRole('button', { name: 'Stop' })).toHaveCount(0, { timeout: 60_000 })
  await expect(pack).not.toContainText('broke')
  await expect(built).toContainText(/(?:[A-Z2-9]{4}-){4}[A-Z2-9]{4}/u)
  expect(await violationsInBothColours(page)).toEqual([])
  await built.getByRole('button', { name: 'Verify what was written' }).click()
  await expect(built).toContainText('Everything fits: every file is as it was made.')

  await pack.getByRole('button', { name: 'It was handed over…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Where it went').fill(await addressOf(page, request))
  await dialog.getByRole('button', { name: 'Record it' }).click()
  await expect(pack).toContainText('Handed over')
})

/** Where the request says its answer goes. */
async function addressOf(page: Page, id: string): Promise<string> {
  const found = await askEngine(page, 'records.get', { register: 'requests', id })
  return (found as { record: { sendTo: string } }).record.sendTo
}
