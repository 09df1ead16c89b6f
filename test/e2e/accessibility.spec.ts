import type { Page } from '@playwright/test'
import { SECTION_GROUPS, SECTIONS } from '#renderer/app/routing.tsx'
import { violationsInBothColours } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { listPage, openPalette } from './pages/list.ts'

// Axe reads every element of a page several times, which takes its time on a small machine.
test.setTimeout(300_000)

/** Goes to a section and waits until that one, and not the one before, stands there. */
async function goTo(page: Page, section: string): Promise<void> {
  await page.evaluate((name) => (location.hash = `#/${name}`), section)
  const link = page.getByRole('navigation', { name: 'Sections' }).locator(`a[href="#/${section}"]`)
  await expect(link).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
}

for (const { heading, sections } of SECTION_GROUPS)
  test(`every section of “${heading || 'the program'}” has no violation in light and in dark colours`, async ({
    page,
  }) => {
    for (const section of sections) {
      await goTo(page, section)
      await test.step(section, async () => expect.soft(await violationsInBothColours(page)).toEqual([]))
    }
  })

test('the list with a record, a selection and open menus has no violation in light and in dark colours', async ({
  page,
}) => {
  const list = listPage(page)
  await list.focus()
  await list.press('Space', 'Enter')
  await expect(
    page.getByRole('region', { name: 'Record', exact: true }).getByRole('heading').first(),
  ).toBeVisible()
  expect.soft(await violationsInBothColours(page)).toEqual([])
  await list.tick('Group', 'Organisation')
  await list.menu('Columns')
  expect.soft(await violationsInBothColours(page)).toEqual([])
  await page.keyboard.press('Escape')
  await list.bulkBar.getByRole('button', { name: 'Change…' }).click()
  await expect(page.getByRole('dialog', { name: /^Change/ })).toBeVisible()
  expect.soft(await violationsInBothColours(page)).toEqual([])
  await page.keyboard.press('Escape')
  await openPalette(page)
  await page.keyboard.type('marketing')
  await expect(page.getByRole('option').first()).toBeVisible()
  expect.soft(await violationsInBothColours(page)).toEqual([])
})

test.describe('before a register is open', () => {
  test.use({ unlocked: false })

  test('the start pages have no violation in light and in dark colours', async ({ page }) => {
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible()
    expect.soft(await violationsInBothColours(page)).toEqual([])
    await page.getByRole('button', { name: 'Use the recovery key' }).click()
    await page.getByRole('button', { name: 'Open and set the passphrase' }).click()
    await expect(page.getByRole('alert').first()).toBeVisible()
    expect.soft(await violationsInBothColours(page)).toEqual([])
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByRole('button', { name: 'Another register' }).click()
    expect.soft(await violationsInBothColours(page)).toEqual([])
  })
})

test.describe('in a window of another size', () => {
  test.use({ freshProgram: true })

  test('at twice the size nothing is lost sideways', async ({ page }) => {
    await page.setViewportSize({ width: 640, height: 400 })
    for (const section of SECTIONS) {
      await goTo(page, section)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow, section).toBeLessThanOrEqual(0)
    }
  })
})
