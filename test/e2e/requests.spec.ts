import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { askEngine } from './ask-engine.ts'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'

test.setTimeout(180_000)

/** Makes a request received on Fri 13 February 2026 and goes to one of its pages; gives its id. */
async function makeRequest(page: Page, where: string, fields: Record<string, unknown> = {}): Promise<string> {
  const { id } = (await askEngine(page, 'records.create', {
    register: 'requests',
    name: 'Access request of a test',
    fields: { right: 'R-ACCESS', receivedOn: '2026-02-13', holdSetOn: '2026-02-13', ...fields },
  })) as { id: string }
  await page.evaluate((hash) => (location.hash = hash), `#/requests/${id}${where}`)
  return id
}

test('a request shows its last day and how it comes about, and a question pauses it', async ({ page }) => {
  const id = await makeRequest(page, '/clock')
  const recorded = page.getByRole('group', { name: 'Recorded' })
  await expect(recorded).toContainText('Answer by Fri 13 March 2026')
  await expect(recorded).toContainText('One month from Fri 13 February 2026')
  await expect(recorded).toContainText('UK GDPR Art 12A')
  await expect(page.getByRole('link', { name: /Give notice of an extension, by Fri 13 March/ })).toBeVisible()

  await askEngine(page, 'records.change', {
    register: 'requests',
    id,
    changes: {
      clarifications: [
        { id: 'c1', what: 'Which years?', askedOn: '2026-02-20', answeredOn: null, answer: '' },
      ],
    },
  })
  await expect(recorded).toContainText('Paused since Fri 20 February 2026: clarification awaited')
})

test('what if: arrow keys and the pointer move a point, and nothing is saved', async ({ page }) => {
  await makeRequest(page, '/clock')
  const received = page.getByRole('slider', { name: 'Received', exact: true })
  await received.focus()
  await page.keyboard.press('ArrowRight')
  const tried = page.getByRole('group', { name: 'What if', exact: true })
  await expect(tried).toContainText('Answer by Mon 16 March 2026')
  await expect(page.getByRole('group', { name: 'Recorded' })).toContainText('Answer by Fri 13 March 2026')
  await expect(page.getByRole('status').filter({ hasText: 'What if: nothing is saved.' })).toBeVisible()
  await expect(received).toBeFocused()

  const box = (await received.boundingBox())!
  await page.mouse.move(box.x + 10, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + 210, box.y + 10, { steps: 5 })
  await page.mouse.up()
  await expect(received).not.toHaveAttribute('aria-valuetext', 'Sat 14 February 2026')

  await page.getByRole('button', { name: 'Back to what is recorded' }).click()
  await expect(tried).toHaveCount(0)
  await expect(received).toHaveAttribute('aria-valuetext', 'Fri 13 February 2026')

  await page.getByRole('button', { name: /^Try a question today/ }).click()
  await expect(tried).toContainText('days do not count')
  await expect(page.getByRole('row', { name: /^Clarification received/ })).toBeVisible()
})

test('an extension is not offered once its last day has passed, and the page says why', async ({ page }) => {
  await makeRequest(page, '/clock', { receivedOn: '2026-01-26' })
  await expect(page.getByText(/had to be given by Thu 26 February 2026/).first()).toBeVisible()
  await expect(page.getByRole('link', { name: /Give notice of an extension/ })).toHaveCount(0)
})

test('a letter is previewed, copied, saved and noted with its wording', async ({ page, dialogs, home }) => {
  await makeRequest(page, '/letters', { requesterName: 'Sam Reader' })
  const letter = page.getByRole('article', { name: 'The letter' })
  await expect(letter).toContainText('Dear Sam Reader,')
  await expect(letter).toContainText('by Fri 13 March 2026 at the latest')
  await expect(letter.locator('mark[data-missing]').first()).toContainText('[')
  await expect(
    page.getByRole('group', { name: 'Still missing' }).getByRole('link', { name: 'Where the letter goes' }),
  ).toBeVisible()

  const path = join(home, 'letter.pdf')
  await dialogs.answerNext({ path })
  await page.getByRole('button', { name: 'Save as PDF…' }).click()
  await expect(page.getByText('Saved, 1 page.')).toBeVisible()
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')

  await page.getByRole('button', { name: 'Note as made' }).click()
  const made = page.getByRole('region', { name: 'Letters made' })
  await expect(made.locator('summary')).toContainText('Acknowledgement, made on Mon 2 March 2026, not noted')
  await made.locator('summary').click()
  await expect(made).toContainText('Dear Sam Reader,')
})

for (const where of ['/clock', '/letters'])
  test(`axe finds nothing on the page ${where}`, async ({ page }) => {
    await makeRequest(page, where, {
      clarifications: [
        { id: 'c1', what: 'Which years?', askedOn: '2026-02-18', answeredOn: '2026-02-24', answer: '' },
      ],
    })
    await expect(
      page.getByRole('region', { name: where === '/clock' ? 'Clock' : 'Letters' }).first(),
    ).toBeVisible()
    if (where === '/clock') {
      await page.getByRole('slider', { name: 'Received', exact: true }).press('ArrowRight')
      await expect(page.getByRole('group', { name: 'What if', exact: true })).toBeVisible()
    }
    expect(await violationsIn(page)).toEqual([])
  })
