import { DEMO_CARER } from '../../electron/cli/demo-carers.ts'
import { writeDemoSources } from '../../electron/cli/demo-portability.ts'
import { askEngine } from './ask-engine.ts'
import { expect } from './fixtures.ts'
import { stubNativeDialogs } from './native-dialogs.ts'
import { launchAt, shoot, test, withoutPaths } from './pictures.ts'

// The pictures of a portability export for the guide, from the sample register: `npm run screenshots`.
test.skip(!process.env['DPO_SCREENSHOTS'], 'made only when asked for')
test.setTimeout(120_000)

const DAY = '2026-11-22T09:20:00.000Z'

test('a portability export, from the columns to the preview', async ({ home, registerPath }) => {
  const { accounts, bookings } = await writeDemoSources(home)
  const { program, page } = await launchAt(DAY, home, registerPath)
  const dialogs = await stubNativeDialogs(program)
  const asked = { register: 'requests', text: 'Portability to another agency', including: [], limit: 1 }
  const [found] = (await askEngine(page, 'records.options', asked)) as { id: string }[]
  const [number, email] = DEMO_CARER
  const changes = { personName: 'Sam Hollis', caseNumbers: [number], sendTo: email }
  await askEngine(page, 'records.change', { register: 'requests', id: found!.id, changes })
  await page.evaluate((hash) => void (location.hash = hash), `#/requests/${found!.id}/portability`)
  await dialogs.answerNext({ paths: [accounts, bookings] })
  await page.getByRole('button', { name: 'Add a file…' }).click()
  const file = page.getByRole('article', { name: 'accounts.csv' })
  await expect(file.getByRole('status')).toContainText('Every column is decided.')
  await page.locator('body').press(']')
  await page.getByRole('grid', { name: 'Columns' }).press('ArrowDown')
  await shoot(page, 'portability-columns')

  await page.locator('body').press(']')
  await page.getByRole('button', { name: 'Count every row' }).click()
  await expect(file.getByRole('status')).toContainText('1 kept')
  await page.locator('body').press(']')
  await expect(page.getByRole('table').getByText('Sam Hollis').first()).toBeVisible()
  await withoutPaths(page)
  await shoot(page, 'portability-preview')
  await program.close()
})
