import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'

test('the record is written as a PDF, and what the screen says of the file is true', async ({
  page,
  dialogs,
  home,
}) => {
  const path = join(home, 'ropa.pdf')
  await dialogs.answerNext({ path })
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('button', { name: 'Choose where to save…' }).click()
  const result = page.getByRole('group', { name: 'The file that was written' })
  await expect(result).toContainText('Written.', { timeout: 30_000 })
  const bytes = await readFile(path)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  await expect(result).toContainText(createHash('sha256').update(bytes).digest('hex'))
  await expect(result).toContainText(path)
})

test('one organisation alone can be handed out', async ({ page, dialogs, home }) => {
  await dialogs.answerNext({ path: join(home, 'one.csv') })
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('radio', { name: 'CSV' }).check()
  await page.getByRole('combobox', { name: 'Which activities' }).click()
  await page.getByRole('option', { name: /^Home-Start/u }).click()
  await page.getByRole('button', { name: 'Choose where to save…' }).click()
  await expect(page.getByRole('group', { name: 'The file that was written' })).toContainText('18 activities')
  const text = await readFile(join(home, 'one.csv'), 'utf8')
  expect(text).toContain('Home-Start')
  expect(text).not.toContain('Worcestershire')
})

test('an archive that was handed out is found whole, and one that was tampered with is not', async ({
  page,
  dialogs,
  home,
}) => {
  const path = join(home, 'archive.zip')
  await dialogs.answerNext({ path })
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('radio', { name: /Register archive/u }).check()
  await page.getByRole('button', { name: 'Choose where to save…' }).click()
  await expect(page.getByRole('group', { name: 'The file that was written' })).toContainText('Written.', {
    timeout: 30_000,
  })

  await dialogs.answerNext({ path })
  await page.getByRole('button', { name: 'Choose an archive…' }).click()
  await expect(page.getByRole('group', { name: 'What was found' })).toContainText('Everything fits.', {
    timeout: 30_000,
  })

  const bytes = await readFile(path)
  const inside = Math.floor(bytes.length / 2)
  bytes[inside] = bytes[inside]! ^ 0xff
  await writeFile(path, bytes)
  await dialogs.answerNext({ path })
  await page.getByRole('button', { name: 'Choose an archive…' }).click()
  await expect(page.getByText('Something does not fit.')).toBeVisible({ timeout: 30_000 })
})

test('turning back in the dialog writes nothing and says nothing', async ({ page, dialogs }) => {
  await dialogs.answerNext({ path: null })
  await page.getByRole('link', { name: 'Reports' }).click()
  await page.getByRole('button', { name: 'Choose where to save…' }).click()
  await expect.poll(async () => (await dialogs.seen()).length).toBe(1)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('group', { name: 'The file that was written' })).toHaveCount(0)
})
