import type { Page } from '@playwright/test'
import { FAMILY, writeFamilyFile } from '../support/a-family-file.ts'
import { askEngine } from './ask-engine.ts'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'
import type { NativeDialogs } from './native-dialogs.ts'

// Axe reads every element several times, which takes its time on a small machine.
test.setTimeout(180_000)

/** The file of a family, brought in as a person brings it in; goes to its review. */
async function bringIn(page: Page, dialogs: NativeDialogs, home: string): Promise<string> {
  const { id: request } = (await askEngine(page, 'records.create', {
    register: 'requests',
    name: `Access request of ${FAMILY.subject}`,
    fields: { right: 'R-ACCESS', receivedOn: '2026-02-13' },
  })) as { id: string }
  const paths = await writeFamilyFile(home)
  await dialogs.answerNext({ paths })
  await page.evaluate(() => window.engine.shell('shell.chooseFiles', {}))
  await askEngine(page, 'cases.import', { request, paths, search: null, password: null })
  await page.evaluate((hash) => (location.hash = hash), `#/requests/${request}/review`)
  return request
}

const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

/** Looks for words and goes to the page that has them; the keys belong to the page afterwards. */
async function goToPageOf(page: Page, words: string, name: string): Promise<void> {
  await press(page, '/')
  await expect(page.getByRole('textbox', { name: 'Find in the case' })).toBeFocused()
  await page.keyboard.type(`"${words}"`)
  await expect(page.getByLabel('Found', { exact: true })).toContainText('1 page.')
  await press(page, 'Enter')
  const sheet = page.locator('[data-part="page"]')
  await expect(sheet).toHaveAccessibleName(name)
  await press(page, '/', 'Escape')
  await expect(sheet).toBeFocused()
}

test('a page is marked, explained and looked at as others see it, by keyboard alone', async ({
  page,
  dialogs,
  home,
}) => {
  const request = await bringIn(page, dialogs, home)
  const sheet = page.locator('[data-part="page"]')
  const marks = page.getByRole('region', { name: 'Marks' })
  const rows = marks.getByRole('list', { name: 'Marks of the page' }).getByRole('listitem')
  const current = marks.getByRole('group', { name: 'Current mark' })
  const drawn = page.locator('svg[data-view] [data-mark]')
  await expect(sheet).toHaveAccessibleName('Page 1 of 4')
  await goToPageOf(page, 'Visit record', 'Page 2 of 4')
  await expect(sheet.locator('[data-text-of]')).toContainText('Present: Helen Marsh')
  await expect(page.locator('canvas[data-drawn]')).toBeVisible()

  // Words are selected with the arrows; a reason that asks something is kept once that is answered.
  await press(page, 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Enter')
  await expect(rows).toHaveCount(1)
  await expect(current).toContainText('Removed')
  await press(page, '3')
  const asked = current.getByRole('combobox', { name: /Could privilege be claimed/ })
  await expect(asked).toBeFocused()
  await press(page, 'ArrowDown', 'Enter')
  await expect(rows.first()).toContainText('LPP-19 · legal advice')
  await expect(sheet).toBeFocused()
  await press(page, 'e')
  await expect(page.getByRole('status').getByText('Extended by a word.')).toBeVisible()
  await press(page, 'z')
  await press(page, 'Escape', 'Escape', 'ArrowDown', 'Shift+ArrowRight', 'r')
  await expect(rows).toHaveCount(2)
  await expect(rows.filter({ hasText: 'LPP-19 · legal advice' })).toHaveCount(2)

  // A person is decided about once, and marked wherever they are named.
  await goToWord(page, 'Idris')
  await press(page, 'Shift+ArrowRight', 'h')
  const dialog = page.getByRole('dialog', { name: 'The person at the cursor' })
  await expect(dialog.getByRole('textbox', { name: /Name as the documents write it/ })).toHaveValue(
    FAMILY.sibling,
  )
  await press(page, 'Enter')
  await expect(dialog.getByRole('button', { name: /Remove everywhere/ })).toBeFocused()
  await press(page, 'w', 'Enter')
  await expect(page.getByText(/Idris Yusuf is removed: \d+ marks on \d+ pages/)).toBeVisible()
  await expect(dialog).toHaveCount(0)
  const hidden = sheet.locator('[data-text-of]').getByText('[marked: Person')
  await expect(hidden.first()).toBeAttached()
  const before = 4
  await expect(rows.filter({ hasText: 'TP-16 · Person' })).toHaveCount(2)
  await expect(rows).toHaveCount(before)

  // The dialog of somebody who is known opens on the decision, and is left as it was.
  await press(page, 'Escape', 'Escape', 'Tab', 'Tab', 'Tab')
  await expect(current).toContainText('for a person')
  await press(page, 'h')
  await expect(dialog.getByRole('button', { name: /Remove everywhere/ })).toBeFocused()
  await press(page, 'Escape')
  await expect(sheet).toBeFocused()

  // What is found elsewhere is proposed, and accepted or let stay with a reason.
  await press(page, 'Escape', 'Escape')
  await goToWord(page, 'Helen')
  await press(page, 'Shift+ArrowRight', 'Enter')
  await expect(rows).toHaveCount(before + 1)
  await press(page, 'l')
  await expect(page.getByText(/more places? proposed on \d+ pages?/)).toBeVisible()
  await press(page, 'n')
  await expect(current).toContainText('Proposed')
  await press(page, 'y')
  await expect(current).toContainText('Removed')
  await press(page, 'n')
  await expect(current).toContainText('Proposed')
  await press(page, 'x')
  await expect(page.getByRole('textbox', { name: 'Reason', exact: true })).toBeFocused()
  await page.keyboard.type('Signs as the social worker')
  await press(page, 'Enter')
  await expect(current).toContainText('Stays')
  await expect(sheet).toBeFocused()

  // A box, moved and sized by keys; it is the last of the walk, and goes and comes back.
  await goToPageOf(page, 'Visit record', 'Page 2 of 4')
  await press(page, 'Escape', 'Escape')
  const all = before + 3
  await expect(rows).toHaveCount(all)
  await press(page, 'b', 'ArrowDown', 'Shift+ArrowRight', 'Enter')
  await expect(rows).toHaveCount(all + 1)
  await press(page, 'Delete')
  await expect(rows).toHaveCount(all)
  await press(page, 'z')
  await expect(rows).toHaveCount(all + 1)
  await press(page, 'Escape', 'Escape', 'Tab')
  await expect(rows.first().getByRole('button')).toHaveAttribute('aria-current', 'true')
  await expect(sheet).toBeFocused()
  expect(await violationsIn(page)).toEqual([])

  // The requester sees what is left, and what stands in the place of the rest.
  await press(page, 'v')
  await expect(sheet).toContainText('As the requester sees it')
  await expect(drawn.and(page.locator(':not([data-state="accepted"])'))).toHaveCount(0)
  await expect(sheet.getByRole('img', { name: /^redacted: Person/ }).first()).toBeAttached()
  await expect(sheet.locator('[data-text-of]')).not.toContainText('Idris')
  await press(page, 'Shift+V')
  await expect(page.locator('canvas')).toHaveCount(0)
  await expect(sheet.locator('[data-text-of]')).not.toContainText('Idris')
  await press(page, 'Shift+V', 'v')
  await expect(sheet).toContainText('As the regulator sees it')
  await expect(page.locator('svg[data-view="regulator"]')).toContainText('LPP-19')
  await press(page, 'v')

  // A cell of a sheet is marked as a whole, and the sheet of keys names it all.
  await goToPageOf(page, 'Brook Primary School', 'Page 4 of 4')
  await expect(rows).toHaveCount(1)
  await press(page, 'f')
  await expect(page.getByRole('combobox', { name: 'Part' })).toBeFocused()
  await page.keyboard.type('Brook')
  await expect(page.getByRole('option', { name: /Row 3/ })).toHaveAttribute('aria-selected', 'true')
  await press(page, 'Enter')
  await expect(rows).toHaveCount(2)
  await press(page, '?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText(
    'Decide about the person at the cursor',
  )
  await press(page, 'Escape', 'Shift+H')
  await expect(page).toHaveURL(new RegExp(`${request}/people`))
})

/** Goes with the arrows to the first place of a word: word by word, as somebody at the keyboard does. */
async function goToWord(page: Page, word: string): Promise<void> {
  const { text, words } = await page.evaluate(async () => {
    const sheet = document.querySelector<HTMLElement>('[data-part="page"]')!
    const request = location.hash.split('/')[2]!
    const reply = await window.engine.call('cases.pageWords', {
      request,
      page: Number(sheet.dataset['page']),
    })
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.value as { text: string; words: { start: number; end: number }[] }
  })
  const index = words.findIndex(({ start, end }) => text.slice(start, end).startsWith(word))
  await press(page, 'Escape', 'Escape')
  for (let step = 0; step <= index; step += 1) await page.keyboard.press('ArrowRight')
}
