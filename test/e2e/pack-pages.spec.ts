import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { verifyPage } from '#engine/archive/verify-page.ts'
import { indexPage } from '#engine/cases/pack/web-pages.ts'
import type { PackPlan } from '#shared/cases/pack-plan.ts'
import { violationsIn } from './axe.ts'
import { inBrowser } from './own-browser.ts'

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

const PLAN = {
  reference: 'RR-0001',
  madeAt: '2026-03-02T09:00:00.000Z',
  workbooks: [{ source: 1, document: 1, file: 'data/spreadsheets/0001.xlsx', title: 'Household' }],
} as unknown as PackPlan
const LISTED = [
  {
    document: { title: 'Letter <from> school', type: 'letter' as const, dated: null },
    file: 'data/volumes/volume-01.pdf',
    page: 1,
    firstNumber: 1,
    pages: 2,
  },
]

/** A folder laid out as a pack is, and its fingerprint. */
async function aPackFolder(): Promise<{ folder: string; fingerprint: string }> {
  const folder = test.info().outputPath('RR-0001-part-1')
  const payload = { 'data/cover-letter.pdf': 'a letter', 'data/volumes/volume-01.pdf': 'two pages' }
  const manifest = Object.entries(payload).map(([path, text]) => `${sha256(text)}  ${path}\n`)
  const own = [{ file: 'data/cover-letter.pdf', title: 'Covering letter' }]
  const tags: Record<string, string | Buffer> = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'manifest-sha256.txt': manifest.join(''),
    'index.html': indexPage(PLAN, { own, listed: LISTED, withTitles: true }),
    'verify.html': verifyPage(),
  }
  const tagManifest = Object.entries(tags).map(([path, bytes]) => `${sha256(bytes)}  ${path}\n`)
  const files = { ...payload, ...tags, 'tagmanifest-sha256.txt': tagManifest.join('') }
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), bytes)
  }
  return { folder, fingerprint: sha256(manifest[1]!) }
}

test('the page that checks a pack finds it whole, and then what was changed, in a browser of its own', async () => {
  const { folder, fingerprint } = await aPackFolder()
  await inBrowser(join(folder, 'verify.html'), async (page) => {
    const problems: string[] = []
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    expect(await violationsIn(page)).toEqual([])
    await page.locator('#folder').setInputFiles(folder)
    await expect(page.locator('#verdict')).toContainText('All 6 files are there and as they were made.')
    await expect(page.getByRole('heading', { name: 'Result' })).toBeFocused()
    await page.getByLabel(/^Type or paste the fingerprint/u).fill(fingerprint.replace(/(.{4})/gu, '$1 '))
    await expect(page.locator('#same')).toContainText('The same')
    expect(await violationsIn(page)).toEqual([])

    const volume = join(folder, 'data/volumes/volume-01.pdf')
    await writeFile(volume, `${await readFile(volume, 'utf8')}!`)
    await writeFile(join(folder, 'data/more.txt'), 'slipped in')
    await page.locator('#folder').setInputFiles(folder)
    await expect(page.locator('#verdict')).toContainText('0 missing, 1 changed, 1 that do not belong here')
    await expect(page.getByText('data/volumes/volume-01.pdf')).toBeVisible()
    expect(problems).toEqual([])
  })
})

test('the index of a pack leads to its files and can be read by anybody', async () => {
  const { folder } = await aPackFolder()
  await inBrowser(join(folder, 'index.html'), async (page) => {
    const link = page.getByRole('link', { name: 'Letter <from> school' })
    await expect(link).toHaveAttribute('href', 'data/volumes/volume-01.pdf#page=1')
    await expect(page.getByRole('row')).toHaveCount(2)
    const workbook = page.getByRole('link', { name: 'Household' })
    await expect(workbook).toHaveAttribute('href', 'data/spreadsheets/0001.xlsx')
    expect(await violationsIn(page)).toEqual([])
  })
})
