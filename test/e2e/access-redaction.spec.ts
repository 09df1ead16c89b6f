import { execFileSync } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { FAMILY, writeFamilyFile } from '../support/a-family-file.ts'
import { askEngine } from './ask-engine.ts'
import { expect, test } from './fixtures.ts'
import type { NativeDialogs } from './native-dialogs.ts'

test.setTimeout(240_000)
test.use({ register: 'empty' })

const ADDRESS = '1 High Street, Anytown AB1 2CD'

/** A request about which nothing is in doubt, with the file of a family brought in. */
async function bringIn(page: Page, dialogs: NativeDialogs, home: string): Promise<string> {
  const { id: request } = (await askEngine(page, 'records.create', {
    register: 'requests',
    name: `Access request of ${FAMILY.subject}`,
    fields: {
      right: 'R-ACCESS',
      receivedOn: '2026-02-13',
      personName: FAMILY.subject,
      requesterKind: 'self',
      identityDoubted: false,
      healthData: false,
      sendTo: ADDRESS,
    },
  })) as { id: string }
  const paths = await writeFamilyFile(home)
  await dialogs.answerNext({ paths })
  await page.evaluate(() => window.engine.shell('shell.chooseFiles', {}))
  await askEngine(page, 'cases.import', { request, paths, search: null, password: null })
  return request
}

/** Looks somebody up in the ledger, says who they are, and decides. */
async function decide(page: Page, name: string, role: string, key: 'w' | 'd'): Promise<void> {
  const { keyboard } = page
  const list = page.getByRole('listbox', { name: 'People' })
  await keyboard.press('/')
  await keyboard.type(name)
  await expect(list.getByRole('option')).toHaveCount(1)
  await keyboard.press('Enter')
  await expect(list).toBeFocused()
  await expect(page.getByRole('article', { name, exact: true })).toBeVisible()
  if (role !== '') {
    await keyboard.press('e')
    await keyboard.type(role)
    await keyboard.press('Enter')
    await expect(page.getByRole('combobox', { name: 'Role' })).toHaveValue(new RegExp(`^${role}`, 'iu'))
    await expect(list).toBeFocused()
  }
  await keyboard.press(key)
  await expect(list.getByRole('option')).toContainText(key === 'w' ? 'Removed' : 'Stays')
}

test('two siblings, a referrer and a social worker: decided, checked, proved and handed over by keyboard alone', async ({
  page,
  dialogs,
  home,
}) => {
  const { keyboard } = page
  const request = await bringIn(page, dialogs, home)
  const go = (to: string) =>
    page.evaluate((hash) => void (location.hash = hash), `#/requests/${request}/${to}`)

  // One decision about each person.
  await go('people')
  await page.getByRole('button', { name: 'Find people' }).first().focus()
  await keyboard.press('Enter')
  const list = page.getByRole('listbox', { name: 'People' })
  await expect(list.getByRole('option', { name: new RegExp(FAMILY.sibling, 'u') })).toBeVisible()
  await decide(page, FAMILY.sibling, 'Another child', 'w')
  await decide(page, FAMILY.referrer, 'Referrer', 'w')
  await decide(page, FAMILY.socialWorker, 'Social work', 'd')
  await keyboard.press('/')
  await keyboard.press('Escape')
  const { people } = (await askEngine(page, 'cases.people', { request, show: 'undecided', text: '' })) as {
    people: { name: string; role: string | null }[]
  }
  // A telephone number and a date of birth stand for themselves until somebody says whose they are.
  for (const { name, role } of people)
    if (role !== 'subject') await decide(page, name, '', /^\d/u.test(name) ? 'w' : 'd')

  // Every page is released, with what is marked on it.
  await go('review')
  const sheet = page.locator('[data-part="page"]')
  for (let number = 1; number <= 4; number += 1) {
    await expect(sheet).toHaveAccessibleName(`Page ${number} of 4`)
    await expect(page.getByRole('button', { name: 'Release A', exact: true })).toBeEnabled()
    await keyboard.press('a')
    await expect(page.getByText(`${number} of 4 pages reviewed`)).toBeVisible()
    await keyboard.press('j')
  }

  // Somebody else looks at all of it.
  await go('check')
  await page.getByRole('radio', { name: /^A sample/u }).focus()
  await keyboard.press('ArrowDown')
  await keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'Who checks' })).toBeFocused()
  await keyboard.type('Bea Ng')
  await keyboard.press('Enter')
  await expect(sheet).toBeFocused()
  const progress = page.getByRole('status').filter({ hasText: 'checked' })
  for (let number = 1; number <= 4; number += 1) {
    await keyboard.press('y')
    await expect(progress).toContainText(`${number} of 4 checked`)
  }
  await page.getByRole('textbox', { name: 'Who signs for the review' }).focus()
  await keyboard.type('Joan Lee')
  await keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Sign-off' })).toContainText('Signed off by Bea Ng')

  // What is left to accept is accepted with a reason; then the pack is frozen and proved.
  await go('pack')
  const checks = page.getByRole('region', { name: 'Before anything is handed over' })
  await expect(checks).toContainText('The pack would hold 4 pages')
  const accept = checks.getByRole('button', { name: 'Accept', exact: true })
  for (let left = await accept.count(); left > 0; left -= 1) {
    await checks.getByPlaceholder('Why this is accepted').first().focus()
    await keyboard.type('Compared with the request')
    await accept.first().focus()
    await keyboard.press('Enter')
    await expect(accept).toHaveCount(left - 1)
  }
  await expect(checks).toContainText('Nothing stands in the way.')
  await checks.getByRole('button', { name: 'Freeze the pack' }).focus()
  await keyboard.press('Enter')
  const pack = page.getByRole('article', { name: /RR-0001\/0001/u })
  const proof = pack.getByRole('region', { name: 'Proof' })
  await proof.getByRole('button', { name: /^Prove/u }).focus()
  await keyboard.press('Enter')
  await expect(proof).toContainText('The gate is open', { timeout: 60_000 })

  // Handed over without encryption, in person, so that other programs can look into it here.
  const { pack: id } = (await askEngine(page, 'cases.packs', { request }).then((packs) => ({
    pack: (packs as { id: number }[])[0]!.id,
  }))) as { pack: number }
  const to = join(home, 'pack.zip')
  await dialogs.answerNext({ path: to })
  await page.evaluate(() =>
    window.engine.shell('shell.chooseSavePath', { suggestedName: 'pack', kind: 'zip' }),
  )
  const way = { delivery: 'open', passphrase: null, keepPassphrase: false, openBecause: 'In person' }
  await askEngine(page, 'cases.build', { request, pack: id, ...way, to })
  await pack.getByRole('button', { name: 'It was handed over…' }).focus()
  await keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Where it went').focus()
  await keyboard.type(ADDRESS)
  await dialog.getByRole('combobox', { name: /How/u }).focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await keyboard.press(key)
  await expect(dialog.getByRole('combobox', { name: /How/u })).toHaveValue(/in person/iu)
  await dialog.getByRole('button', { name: 'Record it' }).focus()
  await keyboard.press('Enter')
  await expect(pack).toContainText('Handed over')

  // With other programs: nothing of the two is left, and everything else is.
  const unpacked = join(home, 'unpacked')
  await mkdir(unpacked)
  execFileSync('unzip', ['-q', to, '-d', unpacked])
  const found = execFileSync('find', [unpacked, '-type', 'f'], { encoding: 'utf8' }).trim().split('\n')
  const volume = found.find((path) => path.endsWith('volume-01.pdf'))!
  execFileSync('qpdf', ['--check', volume])
  const text = execFileSync('pdftotext', ['-layout', volume, '-'], { encoding: 'utf8' })
  for (const gone of ['Idris', 'Pell', 'Margaret', '960 117']) expect(text, gone).not.toContain(gone)
  for (const kept of ['Helen Marsh', 'Amina', 'Meadow Bank School', 'redacted: Person'])
    expect(text, kept).toContain(kept)
  for (const path of found.filter((one) => /\.(?:html|txt)$/u.test(one)))
    expect(await readFile(path, 'utf8'), path).not.toMatch(/Idris|Pell/u)
  const workbook = found.find((path) => path.endsWith('.xlsx'))!
  const inside = execFileSync('unzip', ['-p', workbook], { encoding: 'utf8' })
  expect(inside).not.toMatch(/Idris|2 May 2012/u)
  expect(inside).toContain('Meadow Bank School')
})
