import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { describedPage } from './pages/described.ts'

// Axe reads every element several times, which takes its time on a small machine.
test.setTimeout(180_000)

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Opens a new breach at its evidence. */
async function openEvidence(page: Page) {
  const breaches = describedPage(page, 'breaches')
  await breaches.open()
  await breaches.create('Review sent to the wrong parent')
  const evidence = page.getByRole('group', { name: 'Evidence files' })
  await evidence.scrollIntoViewIfNeeded()
  return { ...breaches, evidence }
}

test('files are attached, described, saved as they were, taken off and put back', async ({
  page,
  dialogs,
  home,
}) => {
  const { evidence, record } = await openEvidence(page)
  await expect(evidence).toContainText('None attached')
  const log = Buffer.from('time;who\n09:00;a support worker\n')
  const scan = Buffer.alloc(3_145_729, 7)
  await writeFile(join(home, 'access log.csv'), log)
  await writeFile(join(home, 'رسالة 👩‍👧.pdf'), scan)
  await mkdir(join(home, 'Case files'))

  await dialogs.answerNext({
    paths: [join(home, 'access log.csv'), join(home, 'Case files'), join(home, 'رسالة 👩‍👧.pdf')],
  })
  await evidence.getByRole('button', { name: 'Attach files…' }).click()
  const csv = evidence.getByRole('listitem', { name: 'access log.csv' })
  const pdf = evidence.getByRole('listitem', { name: 'رسالة 👩‍👧.pdf' })
  await expect(csv).toContainText(sha256Of(log).slice(0, 16))
  await expect(pdf).toContainText('3.1 MB')
  await expect(evidence.getByRole('alert')).toHaveText(
    '“Case files” is a folder. Attach the files in it, or a zip of the folder.',
  )
  await csv.getByRole('textbox', { name: 'What access log.csv shows' }).fill('Who opened the report')
  await page.keyboard.press('Enter')
  await expect(csv.getByRole('textbox')).toHaveValue('Who opened the report')
  expect(await violationsIn(page, '[data-field="evidenceFiles"]')).toEqual([])

  const to = join(home, 'copy.pdf')
  await dialogs.answerNext({ path: to })
  await pdf.getByRole('button', { name: /^Save a copy of/u }).click()
  await expect(evidence.getByRole('status')).toContainText('It has the SHA-256 in the record')
  expect(sha256Of(await readFile(to))).toBe(sha256Of(scan))
  const wishes = (await dialogs.seen()).filter(({ kind }) => kind === 'save')
  expect(wishes.at(-1)?.options['defaultPath']).toBe('رسالة 👩‍👧.pdf')

  await csv.getByRole('button', { name: /^Take off/u }).click()
  await expect(csv).toBeHidden()
  await expect(evidence.getByRole('button', { name: 'Attach files…' })).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(csv.getByRole('textbox')).toHaveValue('Who opened the report')
  await expect(record).toContainText('access log.csv')
})

test('files let fall from the desktop are attached; a folder among them is named', async ({ page, home }) => {
  const { evidence } = await openEvidence(page)
  await writeFile(join(home, 'screen.png'), 'png')
  await mkdir(join(home, 'Folder'))
  await letFall(page, '[data-takes-files]', [join(home, 'screen.png'), join(home, 'Folder')])
  await expect(evidence.getByRole('listitem', { name: 'screen.png' })).toBeVisible()
  await expect(evidence.getByRole('alert')).toContainText('“Folder” is not a file')
})

test.describe('a page that was taken over', () => {
  test('cannot feign a drop, name a file itself, or write to what was only let fall', async ({
    page,
    home,
  }) => {
    await openEvidence(page)
    const path = join(home, 'secret.txt')
    await writeFile(path, 'as it was')
    const ask = (procedure: string, input: object) =>
      page.evaluate(([name, value]) => window.engine.shell(name, value), [procedure, input] as const)
    const takeIn = () => page.evaluate((it) => window.engine.call('documents.takeIn', it), { path })

    await page.evaluate((name) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['x'], name))
      const place = document.querySelector('[data-takes-files]')
      place?.addEventListener('drop', (event) => event.stopImmediatePropagation(), {
        once: true,
        capture: true,
      })
      place?.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: transfer }))
    }, path)
    expect(await ask('shell.takeDropped', {})).toMatchObject({ ok: true, value: { paths: [], refused: [] } })
    expect(await takeIn()).toMatchObject({ ok: false, error: { code: 'rule' } })

    await page.evaluate(() => {
      const place = document.querySelector('[data-takes-files]')
      place?.addEventListener('drop', (event) => event.stopImmediatePropagation(), {
        once: true,
        capture: true,
      })
    })
    await letFall(page, '[data-takes-files]', [path])
    expect(await ask('shell.takeDropped', {})).toMatchObject({ ok: true, value: { paths: [path] } })
    expect(await ask('shell.takeDropped', {})).toMatchObject({ ok: true, value: { paths: [] } })
    expect(await takeIn()).toMatchObject({ ok: true })
    expect(await ask('shell.saveText', { path, text: 'overwritten' })).toMatchObject({ ok: false })
    expect(await readFile(path, 'utf8')).toBe('as it was')
  })

  test('hears nothing of files that fall beside the place for them', async ({ page, home }) => {
    await openEvidence(page)
    const path = join(home, 'beside.txt')
    await writeFile(path, 'x')
    await letFall(page, 'h1', [path])
    const reply = await page.evaluate(() => window.engine.shell('shell.takeDropped', {}))
    expect(reply).toMatchObject({ ok: true, value: { paths: [] } })
  })
})

/** Lets files fall on an element as the desktop does: through the browser's own input, not by an event of the page. */
async function letFall(page: Page, selector: string, files: string[]): Promise<void> {
  const place = page.locator(selector).first()
  await place.scrollIntoViewIfNeeded()
  const box = (await place.boundingBox())!
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files, dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: box.x + 10, y: box.y + 10, data })
  await devtools.detach()
}
