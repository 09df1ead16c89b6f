import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { askEngine } from './ask-engine.ts'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'

const LETTER = 'Dear colleague,\n\nJordan has settled well this term.\n'
const MAIL = [
  'From: Fostering team <team@example.org>',
  'To: School <school@example.org>',
  'Date: Mon, 3 Mar 2014 10:02:11 +0000',
  'Subject: Visit on Tuesday',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'I will visit on Tuesday.',
  '--b',
  'Content-Type: text/plain; name="agenda.txt"',
  'Content-Disposition: attachment; filename="agenda.txt"',
  '',
  'The summer, and the camp in July.',
  '--b--',
  '',
].join('\r\n')

test('documents are brought in, none vanishes, the same ones are decided once, and originals come out as they were', async ({
  page,
  dialogs,
  home,
}) => {
  test.setTimeout(240_000)
  const folder = join(home, 'What was found')
  await mkdir(join(folder, 'paper'), { recursive: true })
  await writeFile(join(folder, 'letter.txt'), LETTER)
  await writeFile(join(folder, 'paper', 'letter (copy).txt'), `${LETTER}\n`)
  await writeFile(join(folder, 'visit.eml'), MAIL)
  await writeFile(join(folder, 'broken.pdf'), '%PDF-1.7 and nothing else')

  const { id } = (await askEngine(page, 'records.create', {
    register: 'requests',
    name: 'Access request of a care leaver',
    fields: { right: 'R-ACCESS', receivedOn: '2026-11-02' },
  })) as { id: string }
  await page.evaluate((hash) => void (location.hash = hash), `#/requests/${id}/documents`)
  await expect(page.getByText('Nothing is here yet.')).toBeVisible()
  expect.soft(await violationsIn(page)).toEqual([])

  await dialogs.answerNext({ path: folder })
  await page.getByRole('button', { name: 'Bring in a folder…' }).click()
  const files = page.getByRole('list', { name: 'Files' })
  await expect(files.getByRole('listitem')).toHaveCount(5, { timeout: 60_000 })
  await expect(page.getByText(/^5 files: 4 read, 1 not read/u)).toBeVisible()
  await expect(files.getByRole('listitem').filter({ hasText: 'agenda.txt' })).toContainText('Read')
  const broken = files.getByRole('button', { name: /broken\.pdf/u })
  await expect(broken).toContainText('Not read')
  await expect(broken).toContainText('damaged')

  await page.getByRole('combobox', { name: 'How it was read' }).click()
  await page.getByRole('option', { name: 'Not read' }).click()
  await expect(files.getByRole('listitem')).toHaveCount(1)
  await page.getByRole('textbox', { name: 'Part of a name' }).focus()
  await page.keyboard.press('Tab')
  await page.getByRole('combobox', { name: 'How it was read' }).click()
  await page.getByRole('option', { name: 'Not read' }).click()
  await expect(files.getByRole('listitem')).toHaveCount(5)

  const mail = files.getByRole('button', { name: /visit\.eml/u })
  await mail.focus()
  await page.keyboard.press('Enter')
  const details = files.getByRole('listitem').filter({ hasText: 'visit.eml' }).first()
  await expect(details.getByText('Files in it')).toBeVisible()
  expect.soft(await violationsIn(page)).toEqual([])
  const to = join(home, 'as it came.eml')
  await dialogs.answerNext({ path: to })
  await details.getByRole('button', { name: 'Save the original…' }).click()
  await expect.poll(() => readFile(to, 'utf8').catch(() => '')).toBe(MAIL)

  await page.getByText('The same twice').click()
  await page.getByRole('button', { name: 'Keep this one' }).click()
  await expect(page.getByRole('button', { name: 'Change', exact: true })).toBeVisible()
  await page.getByText('Index', { exact: true }).click()
  await expect(page.getByRole('table').getByRole('row')).not.toHaveCount(1)
  expect.soft(await violationsIn(page)).toEqual([])
  const index = join(home, 'index.csv')
  await dialogs.answerNext({ path: index })
  await page.getByRole('button', { name: 'CSV…' }).click()
  await expect.poll(() => readFile(index, 'utf8').catch(() => '')).toContain('letter.txt')
})
