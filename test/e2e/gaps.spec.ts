import { askEngine } from './ask-engine.ts'
import { expect, test } from './fixtures.ts'

test('counts are links that show what they count, and a line leads to the field it is about', async ({
  page,
}) => {
  await page.getByRole('link', { name: 'Gaps', exact: true }).click()
  const rule = page
    .getByRole('navigation', { name: 'By rule' })
    .getByRole('link', { name: /^Purpose without a lawful basis/u })
  const count = Number(/(\d+)$/u.exec(await rule.innerText())?.[1])
  await rule.click()
  await expect(page.getByRole('grid', { name: 'Gaps' })).toHaveAttribute('aria-rowcount', String(count + 1))

  await page.getByRole('grid', { name: 'Gaps' }).focus()
  await page.keyboard.press('Enter')
  const record = page.getByRole('article')
  await expect(record.locator('[data-field="purposes"][data-target]')).toBeVisible()
  await expect(record.locator('[data-field="purposes"]').getByRole('listitem').first()).toBeVisible()
})

test('by organisation and by weight the list is narrowed, and one more click lets go', async ({ page }) => {
  await page.getByRole('link', { name: 'Gaps', exact: true }).click()
  const grid = page.getByRole('grid', { name: 'Gaps' })
  const organisation = page
    .getByRole('navigation', { name: 'By organisation' })
    .getByRole('link', { name: /^Home-Start/u })
  await expect(organisation).toBeVisible()
  const all = await grid.getAttribute('aria-rowcount')
  await organisation.click()
  await expect(grid).not.toHaveAttribute('aria-rowcount', all!)
  await organisation.click()
  await expect(grid).toHaveAttribute('aria-rowcount', all!)
  await page
    .getByRole('navigation', { name: 'By weight' })
    .getByRole('link', { name: /errors/u })
    .click()
  await expect(grid.getByText('warning')).toHaveCount(0)
})

test('gaps that were set aside are shown only when asked for', async ({ page }) => {
  const gaps = (await askEngine(page, 'gaps.list', { organisationId: null, withWaived: false })) as {
    register: string
    id: string
    waiverKey: string
    ruleTitle: string
  }[]
  const first = gaps.find(({ register }) => register === 'activities')!
  await askEngine(page, 'activities.waiveGap', {
    id: first.id,
    rule: first.waiverKey,
    reason: 'Seen and left',
  })
  await page.getByRole('link', { name: 'Gaps', exact: true }).click()
  await page.getByRole('textbox', { name: 'Find in the gaps' }).fill(first.ruleTitle)
  const setAside = page.getByRole('checkbox', { name: /^Show set aside \(1\)/u })
  await expect(setAside).toBeVisible()
  await expect(page.getByText('Seen and left')).toHaveCount(0)
  await setAside.check()
  await expect(page.getByText(/2026-03-02: Seen and left/u)).toHaveCount(1)
})

test('never says "compliant"', async ({ page }) => {
  await page.getByRole('link', { name: 'Gaps', exact: true }).click()
  await expect(page.getByRole('grid', { name: 'Gaps' })).toBeVisible()
  expect((await page.locator('body').innerText()).toLowerCase()).not.toContain('complian')
})
