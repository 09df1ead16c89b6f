import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { askEngine } from './ask-engine.ts'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { startPages } from './pages/start.ts'
import { inBrowser } from './own-browser.ts'

const SLOW = { timeout: 30_000 }

/** How much a register holds, as its screens say it. */
async function countsOf(page: Page): Promise<readonly unknown[]> {
  const ask = (procedure: string, input: unknown) => askEngine(page, procedure, input)
  return Promise.all([
    ask('records.counts', {}),
    ask('organisations.list', { relation: null }),
    ask('search.everything', { text: 'records', limit: 20 }),
  ])
}

test.use({ register: 'empty' })

/** A register with something in it; small, since what is proved here is the way, not the amount. */
async function fill(page: Page): Promise<void> {
  await askEngine(page, 'organisations.create', { legalName: 'Acorns Fostering', relation: 'own' })
  for (const name of ['Recruit carers', 'Keep training records', 'Plan placements'])
    await askEngine(page, 'activities.create', { name, organisationId: null, role: 'controller' })
}

test('the whole register leaves in one file, is found whole, and comes back as a new register', async ({
  page,
  dialogs,
  home,
}) => {
  const zip = join(home, 'whole.zip')
  await fill(page)
  await page.goto('app://workbench/index.html#/reports/leave')
  await expect(page.getByRole('heading', { name: 'Leave with everything' })).toBeFocused()
  const before = await countsOf(page)
  await dialogs.answerNext({ path: zip })
  await page.getByRole('button', { name: 'Choose where to save everything…' }).click()
  await expect(page.getByRole('group', { name: 'The file that was written' })).toContainText('Written.', SLOW)
  const passphrase = await page
    .getByRole('group', { name: 'The passphrase of the file' })
    .locator('code')
    .innerText()
  expect(await violationsIn(page, 'section[aria-labelledby="leave"]')).toEqual([])
  await page.getByRole('button', { name: 'It is written down' }).click()

  await page.getByLabel('Passphrase, where it is encrypted').fill(passphrase)
  await dialogs.answerNext({ path: zip })
  await page.getByRole('button', { name: 'Choose an archive…' }).click()
  const found = page.getByRole('group', { name: 'What was found' })
  await expect(found).toContainText('Everything fits. Whole register', SLOW)
  await expect(found).toContainText('each following from the one before')
  const bytes = await readFile(zip)
  const tampered = Buffer.from(bytes)
  const at = bytes.indexOf('data/revisions.jsonl') + 120
  tampered[at] = tampered[at]! ^ 1
  await writeFile(join(home, 'tampered.zip'), tampered)
  await dialogs.answerNext({ path: join(home, 'tampered.zip') })
  await page.getByRole('button', { name: 'Choose an archive…' }).click()
  await expect(found).toContainText('Something does not fit.', SLOW)
  await expect(found).toContainText('data/revisions.jsonl')

  await page.keyboard.press('Control+l')
  const start = startPages(page)
  await page.getByRole('button', { name: 'Another register' }).click()
  await dialogs.answerNext({ path: zip })
  await page.getByRole('button', { name: /^Bring back an archive/u }).click()
  await page.getByLabel('Passphrase of the archive', { exact: true }).fill('not this one at all')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('Passphrase of the archive', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(start.heading).toHaveText('Bring back Empty')
  await dialogs.answerNext({ path: join(home, 'Back.dpo') })
  await page.getByRole('button', { name: 'Choose where it shall stand…' }).click()
  await expect(page.getByText('Back in ')).toBeVisible()
  await page.getByLabel('New passphrase', { exact: true }).fill('four unrelated words here')
  await page.getByLabel('Passphrase again', { exact: true }).fill('four unrelated words here')
  expect(await violationsIn(page)).toEqual([])
  await page.getByRole('button', { name: 'Bring it back' }).click()
  await expect(start.heading).toHaveText('The register is back', SLOW)
  expect(await violationsIn(page)).toEqual([])
  await page.getByRole('button', { name: 'Go on to the recovery key' }).click()
  await start.typeBack(await start.recoveryKey())
  await page.goto('app://workbench/index.html#/activities')
  await expect(page.getByText('Keep training records')).toBeVisible()
  expect(await countsOf(page)).toEqual(before)
})

test('what is written can be checked in any browser by the page that lies in it', async ({
  page,
  dialogs,
  home,
}) => {
  const zip = join(home, 'open.zip')
  await fill(page)
  await page.goto('app://workbench/index.html#/reports/leave')
  await page.getByRole('checkbox', { name: 'Encrypt the file' }).uncheck()
  await dialogs.answerNext({ path: zip })
  await page.getByRole('button', { name: 'Choose where to save everything…' }).click()
  await expect(page.getByRole('group', { name: 'The file that was written' })).toContainText('Written.', SLOW)
  await expect(page.getByRole('group', { name: 'The passphrase of the file' })).toHaveCount(0)
  execFileSync('python3', ['-m', 'zipfile', '-e', zip, join(home, 'out')])
  const folder = join(home, 'out/whole-register')
  await inBrowser(join(folder, 'verify.html'), async (other) => {
    const problems: string[] = []
    other.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    await other.locator('#zip').setInputFiles(zip)
    await expect(other.locator('#verdict')).toContainText('files are there and as they were made.', SLOW)
    await expect(other.locator('#checks')).toContainText('Passed Chain of revisions')
    await expect(other.locator('#kind')).toHaveText('Kind of archive: whole register.')

    const trail = join(folder, 'data/revisions.jsonl')
    await writeFile(trail, (await readFile(trail, 'utf8')).replace('"seq":2,', '"seq":9,'))
    await other.locator('#folder').setInputFiles(folder)
    await expect(other.locator('#verdict')).toContainText(
      'Failed: Payload manifests, Chain of revisions',
      SLOW,
    )
    await expect(other.locator('#checks')).toContainText('After revision 1 stands revision 9.')
    await expect(other.getByRole('heading', { name: 'Result' })).toBeFocused()
    expect(await violationsIn(other)).toEqual([])
    expect(problems).toEqual([])
  })
})
