import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { aPdf } from '../support/a-pdf.ts'
import { askEngine } from './ask-engine.ts'
import { violationsInBothColours } from './axe.ts'
import { expect, test } from './fixtures.ts'
import type { NativeDialogs } from './native-dialogs.ts'

// Axe reads every element several times, which takes its time on a small machine.
test.setTimeout(120_000)
test.use({ register: 'empty' })

const FILE = aPdf([
  [
    'From: Jane Smith <jane.smith@example.org>',
    'Sent: 1 February 2018 09:00',
    'To: Peter Okafor <p.okafor@example.net>',
    'Subject: Contact at the weekend',
    'Dear Peter Okafor',
    'Jane Smith would like to see the children on Sunday, at 14 Elm Grove.',
    'Kind regards',
    'Jane Smith',
  ],
  [
    'Contact record',
    'Social worker: Peter Okafor',
    'Present: Jane Smith, Peter Okafor and the children.',
    'Auntie Jane brought a present. Jane Smith left at four.',
  ],
  ['Case note', 'Peter Okafor called Jane Smith about 14 Elm Grove. Elm Grove School was closed.'],
])

/** A request with a file brought in; goes to its people. */
async function bringIn(page: Page, dialogs: NativeDialogs, home: string): Promise<string> {
  const { id: request } = (await askEngine(page, 'records.create', {
    register: 'requests',
    name: 'Access request of a test',
    fields: { right: 'R-ACCESS', receivedOn: '2026-02-13' },
  })) as { id: string }
  const paths = [join(home, 'family file.pdf')]
  await writeFile(paths[0]!, FILE)
  await dialogs.answerNext({ paths })
  await page.evaluate(() => window.engine.shell('shell.chooseFiles', {}))
  await askEngine(page, 'cases.import', { request, paths, search: null, password: null })
  await page.evaluate((hash) => (location.hash = hash), `#/requests/${request}/people`)
  return request
}

test('people are found, decided about and excepted by keyboard alone', async ({ page, dialogs, home }) => {
  const request = await bringIn(page, dialogs, home)
  const { keyboard } = page
  const said = page.getByRole('group', { name: 'What was done' })
  const list = page.getByRole('listbox', { name: 'People' })
  const looked = (name: string) => page.getByRole('article', { name, exact: true })

  const find = page.getByRole('region', { name: 'Nobody is on the list yet' }).getByRole('button', {
    name: 'Find people',
  })
  await find.focus()
  await keyboard.press('Enter')
  await expect(list.getByRole('option', { name: /Jane Smith/u })).toBeVisible({ timeout: 20_000 })
  await expect(said).toContainText('found on 3 pages.')
  await keyboard.press('/')
  await keyboard.type('jane smith')
  await expect(list.getByRole('option')).toHaveCount(1)
  await keyboard.press('Enter')
  await expect(list).toBeFocused()
  await expect(looked('Jane Smith')).toBeVisible()

  // Who she is, and the label that follows.
  await keyboard.press('e')
  await keyboard.type('relative')
  await keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Role' })).toHaveValue('Relative')
  await expect(list).toBeFocused()
  await expect(looked('Jane Smith').locator('output')).toContainText('a family member')
  await keyboard.press('f')
  await keyboard.type('Auntie Jane')
  await keyboard.press('Enter')
  await expect(said).toContainText('“Auntie Jane” is a form of Jane Smith: 1 place on 1 page.')
  await keyboard.press('Escape')
  await expect(list).toBeFocused()

  // Removed in every place, and said what that did.
  await keyboard.press('w')
  await expect(said).toContainText(/Jane Smith is removed: \d+ marks on 3 pages/u)
  await expect(list.getByRole('option', { name: /Jane Smith/u })).toContainText('Removed')
  await keyboard.press('z')
  await expect(said).toContainText('Undone: Withheld “Jane Smith”')
  await keyboard.press('Shift+Z')
  await expect(list.getByRole('option', { name: /Jane Smith/u })).toContainText('Removed')
  await keyboard.press('r')
  await expect(page.getByRole('combobox', { name: 'Exemption' })).toBeFocused()
  await keyboard.press('Escape')
  await keyboard.press('Escape')
  await expect(list).toBeFocused()

  // One place is excepted, with why.
  await keyboard.press('p')
  const places = page.getByRole('listbox', { name: 'Places that name Jane Smith' })
  await expect(places).toBeFocused()
  await expect(places.getByRole('option').first()).toContainText('removed')
  await keyboard.press('x')
  await expect(page.getByRole('textbox', { name: 'It stays here because …' })).toBeFocused()
  await keyboard.type('the requester wrote it')
  await keyboard.press('Enter')
  await expect(places.getByRole('option').first()).toContainText('stays: the requester wrote it')
  expect(await violationsInBothColours(page)).toEqual([])
  await keyboard.press('Escape')

  // Somebody who was entered is the one who was found; he stays.
  await keyboard.press('a')
  await expect(page.getByRole('textbox', { name: 'Name as the documents write it' })).toBeFocused()
  await keyboard.type('P. Okafor')
  await keyboard.press('Enter')
  await expect(said).toContainText('P. Okafor is on the list.')
  await keyboard.press('/')
  await keyboard.type('okafor')
  await expect(list.getByRole('option')).toHaveCount(2)
  await keyboard.press('Enter')
  await keyboard.press('Home')
  await expect(looked('Peter Okafor')).toBeVisible()
  await keyboard.press('Space')
  await keyboard.press('j')
  await keyboard.press('Space')
  await keyboard.press('m')
  await expect(page.getByRole('radio', { name: /Peter Okafor/u })).toBeFocused()
  await keyboard.press('Enter')
  await expect(said).toContainText('2 people are one now: Peter Okafor.')
  await expect(looked('Peter Okafor')).toContainText('P. Okafor')
  await keyboard.press('d')
  await expect(said).toContainText('Peter Okafor stays.')
  await keyboard.press('/')
  await keyboard.press('Escape')
  await keyboard.press('4')
  await expect(list.getByRole('option')).toHaveCount(1)

  // Terms: an address is proposed, and what is to stay is spared.
  await keyboard.press('t')
  await keyboard.press('a')
  await keyboard.type('Elm Grove')
  await keyboard.press('Enter')
  await expect(said).toContainText('“Elm Grove” is saved')
  await askEngine(page, 'cases.saveTerm', {
    request,
    term: null,
    said: { kind: 'exclude', text: 'Elm Grove School', exemption: '', reason: '', label: '' },
  })
  await keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: 'Terms' })).toBeFocused()
  await keyboard.press('Shift+L')
  await expect(said).toContainText('2 marks proposed on 2 pages; 1 place spared by what is to stay.')
  await expect(page.getByRole('grid', { name: 'Terms' })).toContainText('3 on 2 pages')
  expect(await violationsInBothColours(page)).toEqual([])
  await keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Remove in every place')
  await keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden()

  // From a place to its page.
  await keyboard.press('t')
  await keyboard.press('p')
  await expect(page.getByRole('listbox', { name: /^Places that name/u })).toBeFocused()
  await keyboard.press('End')
  await expect(page.getByRole('option', { name: /^Page 3/u })).toHaveAttribute('aria-selected', 'true')
  await keyboard.press('Enter')
  await expect(page.locator('[data-part="page"]')).toHaveAccessibleName('Page 3 of 3')
})
