import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { hostileLines, hostileXlsx } from '../support/hostile-recipients.ts'
import { askEngine } from './ask-engine.ts'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'

// Axe reads every element several times, which takes its time on a small machine.
test.setTimeout(180_000)

const LIST = [
  'Full name;E-mail;Address line 1;Postcode;Relationship;Safe to write?;Case',
  'Zoë Müller;zoe@example.org;1 High Street;B60 4AD;Mother;Yes;17',
  'محمد عبد الله;;2 High Street;B60 4AD;Young person;check first;18',
  `"=cmd|' /C calc'!A0";none;;;Liaison;;19`,
  'zoë  MÜLLER;ZOE@example.org;;;;;20',
  ';nobody@example.org;;;;;21',
].join('\r\n')

test('a list of people is brought in from CSV with its columns mapped, and taken back in one step', async ({
  page,
  dialogs,
  home,
}) => {
  const breach = await logBreach(page)
  const path = join(home, 'people.csv')
  await writeFile(path, Buffer.from(`${LIST}\r\n`, 'utf16le'))
  await page.evaluate(() => (location.hash = '#/recipients'))
  await page.getByRole('button', { name: 'Bring in a list' }).click()
  const dialog = page.getByRole('dialog', { name: 'Bring in a list of people to tell' })
  await dialog.getByRole('combobox', { name: 'Breach they are told of' }).fill('wrong parent')
  await page.getByRole('option', { name: new RegExp(breach, 'u') }).click()
  await expect(dialog).toHaveAccessibleName(
    `Bring in a list of people to tell: ${breach} Report sent to the wrong parent`,
  )
  await dialogs.answerNext({ path })
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()

  await expect(dialog.getByRole('status').first()).toContainText('people.csv: UTF-16, little-endian (likely)')
  await expect(dialog.getByRole('combobox', { name: '“Relationship” goes to' })).toHaveValue('Who it is')
  await expect(dialog.getByRole('combobox', { name: '“Case” goes to' })).toHaveValue('Leave out')
  expect(await violationsIn(page)).toEqual([])
  await dialog.getByRole('combobox', { name: '“Case” goes to' }).click()
  await page.getByRole('option', { name: 'Notes', exact: true }).click()
  await dialog.getByRole('button', { name: 'Look at the rows' }).press('Enter')

  await expect(dialog.getByRole('status')).toContainText(
    '3 people of 5 rows would be taken in; one looks like a double; one cannot be taken.',
  )
  expect(await violationsIn(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Take in 3 people' }).press('Enter')
  await expect(dialog.getByRole('status')).toContainText('3 people from people.csv taken in as PT-')
  expect(await violationsIn(page)).toEqual([])

  const saved = join(home, 'outcome.csv')
  await dialogs.answerNext({ path: saved })
  await dialog.getByRole('button', { name: 'Save what became of each row…' }).click()
  await expect(dialog.getByRole('status')).toContainText(saved)
  const outcome = await readFile(saved, 'utf8')
  expect(outcome).toContain('6,,Not taken,There is no name.')
  expect(outcome).toContain(`4,'=cmd|' /C calc'!A0,Taken in,`)
  expect(outcome).toContain('5,zoë  MÜLLER,Left out,Looks like a double: row 2 names the same person.')

  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('row', { name: /محمد عبد الله/u })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('row', { name: /محمد عبد الله/u })).toHaveCount(0)
})

test('five hundred hostile names come in from a workbook, and a PDF is refused with the way out', async ({
  page,
  dialogs,
  home,
}) => {
  const breach = await logBreach(page)
  const pdf = join(home, 'list.xlsx')
  await writeFile(pdf, '%PDF-1.7\n')
  const path = join(home, 'people.xlsx')
  await writeFile(path, await hostileXlsx(hostileLines()))
  await page.evaluate(() => (location.hash = '#/recipients'))
  await page.getByRole('button', { name: 'Bring in a list' }).click()
  const dialog = page.getByRole('dialog', { name: 'Bring in a list of people to tell' })
  await dialog.getByRole('combobox', { name: 'Breach they are told of' }).fill('wrong parent')
  await expect(page.getByRole('option', { name: new RegExp(breach, 'u') })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog).toHaveAccessibleName(/wrong parent/u)
  await dialogs.answerNext({ path: pdf })
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(dialog.getByRole('alert')).toContainText('it is a PDF. Copy the list into a spreadsheet')
  await dialogs.answerNext({ path })
  await dialog.getByRole('button', { name: 'Choose a file…' }).click()
  await expect(dialog.getByRole('status').first()).toContainText('the sheet “People” of a workbook; 500 rows')
  await dialog.getByRole('button', { name: 'Look at the rows' }).click()
  await expect(dialog.getByRole('status')).toContainText('500 people of 500 rows would be taken in')
  await dialog.getByRole('button', { name: 'Take in 500 people' }).click()
  await expect(dialog.getByRole('status')).toContainText('500 people from people.xlsx taken in')
})

async function logBreach(page: Page): Promise<string> {
  const { reference } = (await askEngine(page, 'breaches.log', {
    what: 'Report sent to the wrong parent',
    noticedAt: null,
    noticedBy: 'a support worker',
    people: { state: 'unknown', from: null, to: null },
    nearMiss: false,
  })) as { reference: string }
  return reference
}
