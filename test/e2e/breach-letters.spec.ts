import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { WORDS } from '../support/breach-letters.ts'
import { askEngine } from './ask-engine.ts'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'

// Axe reads every element several times, which takes its time on a small machine.
test.setTimeout(180_000)

/** Makes a breach with three people to tell and goes to its letters; gives its id. */
async function makeBreach(page: Page, words: object): Promise<string> {
  const [own] = (await askEngine(page, 'organisations.list', { relation: 'own' })) as { id: string }[]
  const organisationId = own!.id
  const { id } = (await askEngine(page, 'records.create', {
    register: 'breaches',
    name: 'Report sent to the wrong address',
    fields: { organisationId, ...words },
  })) as { id: string }
  for (const [name, fields] of [
    ['Sam Carer', { safeToWrite: 'yes', affected: 'Your bank details.' }],
    ['Jo Child', { kind: 'child', addressee: 'Pat Guardian' }],
    ['Alex Hidden', { safeToWrite: 'no' }],
  ] as const)
    await askEngine(page, 'records.create', {
      register: 'recipients',
      name,
      fields: {
        breachId: id,
        organisationId,
        address: '2 Low Road\nLeeds LS2 2BB',
        state: 'toTell',
        ...fields,
      },
    })
  await page.evaluate((hash) => (location.hash = hash), `#/breaches/${id}/letters`)
  return id
}

const LETTER = { name: 'The letter', exact: true } as const

test('the words stand beside the letter, in each version and for each person', async ({ page }) => {
  await makeBreach(page, {})
  const letter = page.getByRole('article', LETTER)
  await expect(letter).toContainText('[What happened, in plain words]')
  await expect(page.getByRole('group', { name: 'Still missing' })).toContainText('What was done')

  const what = page.getByRole('textbox', { name: 'Letter: what happened' })
  await what.fill('The containment of a report sent to the wrong house is done.')
  await what.blur()
  await expect(letter).toContainText('sent to the wrong house')
  await expect(page.getByText('“containment” is a word of the office')).toBeVisible()
  await what.fill('A report about Sam Carer was sent to the wrong house.')
  await what.blur()
  await expect(page.getByText('Names Sam Carer: these words stand in everybody’s letter.')).toBeVisible()

  await page.getByRole('combobox', { name: 'To', exact: true }).click()
  await page.getByRole('option', { name: /Jo Child/u }).click()
  await expect(letter).toContainText('to read with Jo Child')
  await expect(letter).toContainText('It is not your fault.')
  await expect(page.getByText('Agree who reads this letter with the child')).toBeVisible()
  expect(await violationsIn(page)).toEqual([])
})

test('letters are made into a folder, and kept as they were sent', async ({ page, dialogs, home }) => {
  await makeBreach(page, WORDS)
  await expect(page.getByRole('status').filter({ hasText: '3 in all, 3 still to be told' })).toBeVisible()
  await page.getByText('1 person gets no letter').click()
  await expect(page.getByText('It is not safe to write there: tell them another way.').last()).toBeVisible()

  await dialogs.answerNext({ path: home })
  await page.getByRole('button', { name: 'Make letters…' }).click()
  const asked = page.getByRole('dialog', { name: 'Something is still missing' })
  await expect(asked).toContainText('Name of the data protection officer')
  await asked.getByRole('button', { name: 'Make them all the same…' }).click()
  const written = page.getByRole('status').filter({ hasText: '2 letters written to' })
  await expect(written).toBeVisible()
  const folder = (await readdir(home)).find((name) => name.startsWith('Letters BR-'))!
  const files = await readdir(join(home, folder))
  expect(files.filter((name) => /^PT-\d+\.pdf$/u.test(name))).toHaveLength(2)
  expect(files.join(' ')).not.toMatch(/Sam|Jo/u)
  expect(await readFile(join(home, folder, 'Mail merge.csv'), 'utf8')).toContain('Pat Guardian')

  await page
    .getByRole('region', { name: 'Letters', exact: true })
    .getByRole('button', { name: 'Record as sent…' })
    .click()
  const dialog = page.getByRole('dialog', { name: /^Record the letters/u })
  await dialog.getByLabel('How').fill('First class post')
  expect(await violationsIn(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Record', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: '1 still to be told, 2 told' })).toBeVisible()
  const made = page.getByRole('region', { name: 'Made and sent' })
  await made.getByText(/^Letters to 2 people, sent Mon 2 March 2026/u).click()
  await expect(made.getByRole('article', { name: 'For a child, as sent' })).toContainText(
    'It is not your fault.',
  )
  expect(await violationsIn(page)).toEqual([])
})

test('a public notice is read, saved and kept', async ({ page, dialogs, home }) => {
  await makeBreach(page, WORDS)
  await page.getByText('Public notice', { exact: true }).last().click()
  const notice = page.getByRole('article', { name: 'Public notice', exact: true })
  await expect(notice).toContainText('gives this notice')
  const path = join(home, 'notice.txt')
  await dialogs.answerNext({ path })
  await page.getByRole('button', { name: 'Save as text…' }).click()
  await expect(page.getByText(`Saved to ${path}.`)).toBeVisible()
  expect(await readFile(path, 'utf8')).toContain(WORDS.letterWhat)
  await page
    .getByRole('region', { name: 'Public notice' })
    .getByRole('button', { name: 'Record as sent…' })
    .click()
  await page.getByRole('dialog').getByLabel('How').fill('Website')
  await page.getByRole('dialog').getByRole('button', { name: 'Record', exact: true }).click()
  await expect(page.getByText(/^Public notice, sent .*, Website$/u)).toBeVisible()
})
