import { join } from 'node:path'
import { writeDemoDocuments } from '../../electron/cli/demo-documents.ts'
import { DEMO_REQUEST } from '../../electron/cli/demo-words.ts'
import { Instant } from '#shared/time/instant.ts'
import { askEngine } from './ask-engine.ts'
import { expect } from './fixtures.ts'
import { stubNativeDialogs } from './native-dialogs.ts'
import { launchAt, shoot, test, withoutPaths } from './pictures.ts'

// The pictures of an access request for the guide, from the sample register: `npm run screenshots`.
test.skip(!process.env['DPO_SCREENSHOTS'], 'made only when asked for')
test.setTimeout(240_000)

const DAY = '2026-11-22T09:20:00.000Z'

test('an access request, from the message to the pack', async ({ home, registerPath }) => {
  const documents = await writeDemoDocuments(join(home, 'Found'), Instant.parse(DAY))
  const { program, page } = await launchAt(DAY, home, registerPath)
  const dialogs = await stubNativeDialogs(program)
  await page.evaluate(() => void (location.hash = '#/requests/intake'))
  const message = page.getByRole('textbox', { name: 'The message, with its head if you have it' })
  await message.fill(DEMO_REQUEST)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Last day for the answer' })).toBeVisible()
  await shoot(page, 'access-intake')

  // What follows is about the sample's own request, which says which activities it is about.
  const [found] = (await askEngine(page, 'records.options', {
    register: 'requests',
    text: 'Access request by telephone',
    including: [],
    limit: 1,
  })) as { id: string }[]
  const request = found!.id
  const go = (to: string) =>
    page.evaluate((hash) => void (location.hash = hash), `#/requests/${request}/${to}`)
  await go('search')
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
  await shoot(page, 'access-search')

  await go('documents')
  await dialogs.answerNext({ path: documents })
  await page.getByRole('button', { name: 'Bring in a folder…' }).click()
  await expect(page.getByText(/^9 files brought in/u)).toBeVisible({ timeout: 60_000 })
  await withoutPaths(page)
  await shoot(page, 'access-documents')

  await go('review')
  await expect(page.getByText(/0 of \d+ pages reviewed/u)).toBeVisible()
  for (const place of [1, 2]) {
    await expect(page.getByText(`Page ${place} of 8, Not reviewed`)).toBeAttached()
    await expect(page.getByRole('button', { name: 'Release A', exact: true })).toBeEnabled()
    await page.keyboard.press('a')
    await expect(page.getByText(`${place} of 8 pages reviewed`)).toBeVisible()
    await page.keyboard.press('j')
  }
  await expect(page.getByText('Page 3 of 8, Not reviewed')).toBeAttached()
  await shoot(page, 'access-review')

  await askEngine(page, 'cases.findPeople', { request })
  const { people } = (await askEngine(page, 'cases.people', { request, show: 'all', text: 'Priya' })) as {
    people: { id: number }[]
  }
  const friend = people[0]!.id
  const about = { role: 'child', capacity: 'private', describedAs: 'another child' }
  await askEngine(page, 'cases.changePerson', { request, person: friend, changes: about })
  const because = 'Another child, who has not been asked.'
  const decided = { decision: 'withhold', exemption: 'TP-16', because }
  await askEngine(page, 'cases.decidePerson', { request, person: friend, ...decided })
  await go(`people?person=${friend}`)
  await expect(page.getByRole('article', { name: 'Priya Nair' })).toBeVisible()
  await shoot(page, 'redaction-people')
  const { page: marked } = (await askEngine(page, 'cases.personHits', {
    request,
    person: friend,
    show: 'all',
    offset: 0,
    limit: 1,
  }).then((hits) => (hits as { hits: { page: number }[] }).hits[0])) as { page: number }
  await go(`review?page=${marked}`)
  await expect(page.locator('canvas[data-drawn]')).toBeVisible()
  await expect(page.locator('svg[data-view] [data-mark]').first()).toBeAttached()
  await page.keyboard.press('Tab')
  await shoot(page, 'redaction-marks')

  const said = { flag: 'release', because: '', exemption: '' }
  await askEngine(page, 'cases.flag', { request, pages: [1, 2, 3, 4, 5, 6, 7, 8], ...said })
  // A task tells the window that the case has changed, as a decision made in the window does.
  await askEngine(page, 'cases.findPeople', { request })
  await askEngine(page, 'cases.beginCheck', { request, kind: 'full', share: 100, checker: 'Bea Ng' })
  await go('check')
  await expect(page.locator('[data-part="page"]')).toBeFocused()
  await page.keyboard.press('j')
  await expect(page.locator('canvas[data-drawn="2"]')).toBeVisible()
  await expect(page.locator('svg[data-view] [data-mark]').first()).toBeAttached()
  await shoot(page, 'redaction-second-check')

  await go('letters')
  await page.getByRole('combobox', { name: 'Letter', exact: true }).click()
  await page.getByRole('option', { name: 'Answer', exact: true }).click()
  await expect(page.getByRole('article').getByText('What we use the data for').first()).toBeVisible()
  await shoot(page, 'access-letters')

  await go('pack')
  await expect(page.getByRole('region', { name: 'Before anything is handed over' })).toBeVisible()
  await shoot(page, 'access-pack')
  await page.evaluate(() => void (location.hash = '#/requests/board'))
  await expect(page.getByRole('heading', { level: 1, name: 'Access requests' })).toBeVisible()
  await shoot(page, 'access-board')
  await program.close()
})
