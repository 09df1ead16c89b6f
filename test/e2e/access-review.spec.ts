import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { aPdf } from '../support/a-pdf.ts'
import { askEngine } from './ask-engine.ts'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'
import type { NativeDialogs } from './native-dialogs.ts'

// Axe reads every element several times, which takes its time on a small machine.
test.setTimeout(180_000)

const PROSE = Array.from(
  { length: 24 },
  (_, line) => `Line ${line + 1} of what was said at home and at school.`,
)
const SCAN = aPdf([
  ['Initial Assessment', 'Date: 3 May 2019', ...PROSE],
  ['More about the family and the garden.', ...PROSE],
  ['Nothing else was raised.', ...PROSE],
  ['From: Joan Lee', 'Sent: 1 February 2018 09:00', 'To: Duty Team', 'Subject: School place', ...PROSE],
  ['LAC review', '4 June 2020', ...PROSE, 'Page 1 of 2'],
  ['Agreed: contact goes on in the garden.', ...PROSE, 'Page 2 of 2'],
])
const PHOTOGRAPH = aPdf(['picture'])

/** A request with two files brought in as a person brings them in; goes to its review. */
async function bringIn(page: Page, dialogs: NativeDialogs, home: string): Promise<string> {
  const { id: request } = (await askEngine(page, 'records.create', {
    register: 'requests',
    name: 'Access request of a test',
    fields: { right: 'R-ACCESS', receivedOn: '2026-02-13' },
  })) as { id: string }
  const paths = [join(home, 'care file.pdf'), join(home, 'photograph.pdf')]
  await writeFile(paths[0]!, SCAN)
  await writeFile(paths[1]!, PHOTOGRAPH)
  await dialogs.answerNext({ paths })
  await page.evaluate(() => window.engine.shell('shell.chooseFiles', {}))
  await askEngine(page, 'cases.import', { request, paths, search: null, password: null })
  await askEngine(page, 'cases.proposeSplits', { request })
  await page.evaluate((hash) => (location.hash = hash), `#/requests/${request}/review`)
  return request
}

test('a case is read and decided by keyboard alone, and every step can be taken back', async ({
  page,
  dialogs,
  home,
}) => {
  await bringIn(page, dialogs, home)
  const sheet = page.locator('[data-part="page"]')
  const progress = page.getByText(/pages reviewed/)
  await expect(sheet).toHaveAccessibleName('Page 1 of 7')
  await expect(page.locator('canvas[data-drawn]')).toBeVisible()
  await expect(progress).toHaveText('0 of 7 pages reviewed')
  await expect(page.getByRole('option', { name: /Initial Assessment/ })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(sheet.getByText('Nothing else was raised.')).toHaveCount(0)

  // What is decided shows with its word, and goes on with the next page.
  await page.keyboard.press('a')
  await expect(sheet).toContainText('Release')
  await page.keyboard.press('j')
  await expect(sheet).toHaveAccessibleName('Page 2 of 7')
  await expect(sheet).toContainText('Not reviewed')
  await page.keyboard.press('w')
  await expect(sheet).toContainText('Withhold')
  await page.keyboard.press('r')
  await expect(page.getByRole('combobox', { name: 'Exemption' })).toBeFocused()
  await page.keyboard.type('identifiable')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Exemption' })).toHaveValue(/identifiable/)
  await expect(sheet).toBeFocused()
  await page.keyboard.press('j')
  await expect(sheet).toHaveAccessibleName('Page 3 of 7')
  await page.keyboard.press('.')
  await expect(sheet).toContainText('Withhold')
  await page.keyboard.press('q')
  await expect(progress).toHaveText('2 of 7 pages reviewed · 1 queried')
  await page.keyboard.press('z')
  await expect(page.getByText('Undone: Query: page 3')).toBeVisible()
  await expect(sheet).toContainText('Withhold')
  await page.keyboard.press('Shift+Z')
  await expect(sheet).toContainText('Query')

  // Where documents begin is corrected, and what they are.
  await page.keyboard.press('Shift+J')
  await expect(sheet).toHaveAccessibleName('Page 4 of 7')
  await expect(page.getByLabel('Document', { exact: true })).toContainText('The header of a mail')
  await page.keyboard.press('m')
  await expect(sheet).toContainText('page 4 of 4')
  await page.keyboard.press('s')
  await expect(sheet).toContainText('School place, page 1 of 1')
  await page.keyboard.press('t')
  await expect(page.getByRole('combobox', { name: 'Type' })).toBeFocused()
  await page.keyboard.type('letter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Type' })).toHaveValue('Letter')
  await expect(sheet).toBeFocused()
  await page.keyboard.press('d')
  await expect(page.getByRole('textbox', { name: 'Date' })).toBeFocused()
  await page.keyboard.type('2/2/2018')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { name: /School place/ })).toContainText(
    'Letter · Fri 2 February 2018',
  )
  await page.keyboard.press('Shift+J')
  await expect(sheet).toHaveAccessibleName('Page 5 of 7')
  await page.keyboard.press('Shift+A')
  await expect(page.getByText('2 pages released.')).toBeVisible()

  // Finding and going somewhere else.
  await page.keyboard.press('/')
  await expect(page.getByRole('textbox', { name: 'Find in the case' })).toBeFocused()
  await page.keyboard.type('"the garden"')
  await expect(page.getByLabel('Found')).toContainText('2 pages.')
  expect(await violationsIn(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(sheet).toBeFocused()
  const first = await sheet.getAttribute('aria-label')
  await page.keyboard.press('n')
  await expect(sheet).not.toHaveAccessibleName(first!)
  await page.keyboard.press('/')
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await expect(page.getByRole('textbox', { name: 'Go to page' })).toBeFocused()
  await page.keyboard.type('7')
  await page.keyboard.press('Enter')
  await expect(sheet).toHaveAccessibleName('Page 7 of 7')

  // A picture is veiled until it is asked for; the text is there for whoever listens.
  await expect(page.getByRole('button', { name: /Show the picture/ })).toBeVisible()
  await page.keyboard.press('i')
  await expect(page.getByRole('button', { name: /Show the picture/ })).toHaveCount(0)
  await page.keyboard.press('Shift+V')
  await expect(page.locator('canvas')).toHaveCount(0)
  await page.keyboard.press('Shift+V')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('The last decision again')
})

test('reading goes on where it was left, and the next page is there at once', async ({
  page,
  dialogs,
  home,
}) => {
  const request = await bringIn(page, dialogs, home)
  const sheet = page.locator('[data-part="page"]')
  await expect(page.locator('canvas[data-drawn="1"]')).toBeVisible()
  expect(await violationsIn(page)).toEqual([])
  // Those ahead are drawn while the first is looked at.
  await expect.poll(() => timeToNext(page), { timeout: 20_000 }).toBeGreaterThan(0)
  const times: number[] = []
  for (let turn = 0; turn < 4; turn += 1) times.push(await timeToNext(page))
  console.log(`next page, drawn ahead: ${times.map((time) => `${time.toFixed(0)} ms`).join(', ')}`)

  await page.keyboard.press('g')
  await expect(page.getByRole('textbox', { name: 'Go to page' })).toBeFocused()
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await expect(sheet).toHaveAccessibleName('Page 3 of 7')
  await expect
    .poll(async () => ((await askEngine(page, 'cases.overview', { request })) as { leftAt: number }).leftAt)
    .toBe(3)
  await page.getByRole('link', { name: 'Documents' }).click()
  await page.getByRole('link', { name: 'Review' }).click()
  await expect(sheet).toHaveAccessibleName('Page 3 of 7')
  await expect(sheet).toContainText('You left off here')

  const strip = page.getByRole('slider', { name: 'Place in the case' })
  await strip.press('End')
  await expect(sheet).toHaveAccessibleName('Page 7 of 7')
  await expect(strip).toHaveAttribute('aria-valuetext', /Page 7 of 7. Around it: 1 not reviewed/)
})

/** Milliseconds from pressing the key to the next page on the canvas; 0 where it did not come in five seconds. */
async function timeToNext(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const canvas = document.querySelector<HTMLCanvasElement>('canvas[data-drawn]')!
    const before = canvas.dataset.drawn
    const began = performance.now()
    dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }))
    while (canvas.dataset.drawn === before) {
      if (performance.now() - began > 5000) return 0
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return performance.now() - began
  })
}
