import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { textShape } from '#shared/cases/mark-shapes.ts'
import type { PageWords } from '#shared/cases/page.ts'
import { aPdf } from '../support/a-pdf.ts'
import { askEngine } from './ask-engine.ts'
import { violationsInBothColours } from './axe.ts'
import { expect, test } from './fixtures.ts'
import type { NativeDialogs } from './native-dialogs.ts'

// Axe reads every element several times, which takes its time on a small machine.
test.setTimeout(120_000)
test.use({ register: 'empty' })

const UNCLE = 'The uncle, Robert Marsh of 14 Elm Grove, was seen at the school gate in May.'
const FILE = aPdf([
  ['Contact record', 'Social worker: Peter Okafor', UNCLE, 'The children were well.'],
  ['Home visit', 'The garden was tidy, and there was enough to eat for everybody in the house.'],
  ['Case note', 'Robert Marsh telephoned. He asked for the date of the next review meeting.'],
])

/** A request with the file brought in; all its pages are flagged to be released. */
async function bringIn(page: Page, dialogs: NativeDialogs, home: string, name: string): Promise<string> {
  const { id: request } = (await askEngine(page, 'records.create', {
    register: 'requests',
    name,
    fields: { right: 'R-ACCESS', receivedOn: '2026-02-13' },
  })) as { id: string }
  const paths = [join(home, 'family file.pdf')]
  await writeFile(paths[0]!, FILE)
  await dialogs.answerNext({ paths })
  await page.evaluate(() => window.engine.shell('shell.chooseFiles', {}))
  await askEngine(page, 'cases.import', { request, paths, search: null, password: null })
  const said = { flag: 'release', because: '', exemption: '' }
  await askEngine(page, 'cases.flag', { request, pages: [1, 2, 3], ...said })
  return request
}

/** Marks words where they stand first on a page. */
async function markWords(page: Page, request: string, id: number, words: string): Promise<void> {
  const found = (await askEngine(page, 'cases.pageWords', { request, page: id })) as PageWords
  const start = found.text.indexOf(words)
  await askEngine(page, 'cases.mark', {
    request,
    page: id,
    shape: textShape(found.words, start, start + words.length),
    target: { kind: 'plain' },
    said: {
      exemption: 'CT-2',
      answers: { 'ct2-purpose': 'Detecting crime', 'ct2-prejudice': 'He would know that he was seen' },
      reason: 'About the uncle only',
      label: 'Person A, a relative',
    },
    person: null,
  })
}

test('a second person checks, returns, agrees and signs off by keyboard alone', async ({
  page,
  dialogs,
  home,
}) => {
  const { keyboard } = page
  const request = await bringIn(page, dialogs, home, 'Access request of a girl')
  const sibling = await bringIn(page, dialogs, home, 'Access request of her brother')
  await markWords(page, request, 1, UNCLE)
  await page.evaluate((hash) => (location.hash = hash), `#/requests/${request}/check`)

  // Whoever decided about the pages cannot check them.
  await expect(page.getByRole('radio', { name: /^A sample: 1 page of 3/ })).toBeChecked()
  expect(await violationsInBothColours(page)).toEqual([])
  const by = page.getByRole('textbox', { name: 'Who checks' })
  const [reviewer] = ((await askEngine(page, 'cases.checkScope', { request })) as { reviewers: string[] })
    .reviewers
  await page.getByRole('radio', { name: /^A sample/ }).focus()
  await keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'All 3 pages' })).toBeChecked()
  await keyboard.press('Tab')
  await expect(by).toBeFocused()
  await keyboard.type(reviewer!)
  await keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('A second check is made by somebody else.')
  await by.fill('Bea Ng')
  await keyboard.press('Enter')

  // Page by page, as the requester sees them.
  const sheet = page.locator('[data-part="page"]')
  const list = page.getByRole('listbox', { name: 'Pages of the check' })
  const progress = page.getByRole('status').filter({ hasText: 'checked' })
  await expect(sheet).toHaveAccessibleName('Page 1 of 3')
  await expect(sheet).toContainText('As the requester sees it')
  await expect(sheet).toBeFocused()
  await expect(page.locator('canvas[data-drawn="1"]')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Marks of the page' })).toContainText('About the uncle only')
  await expect(sheet).not.toContainText('Robert Marsh')
  await keyboard.press('y')
  await expect(sheet).toHaveAccessibleName('Page 2 of 3')
  await keyboard.press('.')
  await expect(progress).toContainText('2 of 3 checked · 0 % returned')
  await expect(sheet).toHaveAccessibleName('Page 3 of 3')
  await keyboard.press('x')
  await expect(page.getByRole('textbox', { name: 'What is wrong' })).toBeFocused()
  await keyboard.type('The uncle is named in line 2')
  await keyboard.press('Enter')
  await expect(progress).toContainText('3 of 3 checked · 33.3 % returned')
  await expect(list.getByRole('option', { name: /Page 3/ })).toContainText('Returned')
  await keyboard.press('z')
  await expect(list.getByRole('option', { name: /Page 3/ })).toContainText('To check')
  await keyboard.press('Shift+Z')
  await expect(list.getByRole('option', { name: /Page 3/ })).toContainText('Returned')
  const signOff = page.getByRole('region', { name: 'Sign-off' })
  await expect(signOff).toContainText('1 page was returned and waits for the reviewer.')
  await keyboard.press('k')
  await keyboard.press('k')
  await expect(sheet).toHaveAccessibleName('Page 1 of 3')
  await expect(page.locator('canvas[data-drawn="1"]')).toBeVisible()
  expect(await violationsInBothColours(page)).toEqual([])

  // The reviewer sees why, puts it right, and the checker looks at it again.
  await page.evaluate((hash) => (location.hash = hash), `#/requests/${request}/review?page=3`)
  await expect(page.getByRole('note')).toContainText('returned by Bea Ng: The uncle is named in line 2')
  await keyboard.press('w')
  await expect(page.getByText('returned by Bea Ng')).toHaveCount(0)
  await page.evaluate((hash) => (location.hash = hash), `#/requests/${request}/check`)
  await expect(list.getByRole('option', { name: /Page 3/ })).toContainText('Changed since')
  await expect(sheet).toHaveAccessibleName('Page 3 of 3')
  await keyboard.press('y')
  await expect(signOff).toContainText('Every page is checked and nothing is open.')
  await page.getByRole('textbox', { name: 'Who signs for the review' }).focus()
  await keyboard.type('Joan Lee')
  await keyboard.press('Enter')
  await expect(signOff).toContainText('Signed off by Bea Ng, who checked, and Joan Lee, for the review')
  await expect(signOff).toContainText('1 of 3 pages returned: 33.3 %')
  await keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Next page that is to be checked')
  await keyboard.press('Escape')

  // What is removed here stays in the brother's case, and the page withheld here is released there.
  await page.getByRole('radio', { name: 'Second check' }).focus()
  await keyboard.press('ArrowRight')
  await expect(page.getByText('Nobody compared them yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Compare with the other cases' }).focus()
  await keyboard.press('Enter')
  const table = page.getByRole('table', { name: 'Decided otherwise elsewhere' })
  await expect(table.getByRole('row')).toHaveCount(3)
  const passage = table.getByRole('row', { name: /Removed: “The uncle, Robert Marsh/ })
  await expect(passage).toContainText('RR-0002')
  await expect(passage.getByRole('link', { name: 'RR-0002' })).toHaveAttribute(
    'href',
    `#/requests/${sibling}/review?page=1`,
  )
  await expect(table.getByRole('row', { name: /Withheld.*Released/ })).toContainText('Page 3')
  expect(await violationsInBothColours(page)).toEqual([])
  await page.getByRole('radio', { name: 'Decided otherwise elsewhere' }).focus()
  await keyboard.press('ArrowRight')
  await expect(page.getByText(/nothing was handed over yet/)).toBeVisible()
})
