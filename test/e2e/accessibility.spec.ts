import { SECTIONS } from '#renderer/app/routing.tsx'
import { violationsIn } from './axe.ts'
import { expect, test } from './fixtures.ts'
import { listPage } from './pages/list.ts'

// Axe reads every element of a page several times, which takes its time on a small machine.
test.setTimeout(180_000)

for (const scheme of ['light', 'dark'] as const) {
  test(`every section has no violation in ${scheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
    for (const section of SECTIONS) {
      await page.evaluate((name) => (location.hash = `#/${name}`), section)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
      await test.step(section, async () => expect.soft(await violationsIn(page)).toEqual([]))
    }
  })

  test(`the list with a record, a selection and open menus has no violation in ${scheme} colours`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme })
    const list = listPage(page)
    await list.focus()
    await list.press('Space', 'Enter')
    await expect(
      page.getByRole('region', { name: 'Record', exact: true }).getByRole('heading').first(),
    ).toBeVisible()
    expect.soft(await violationsIn(page)).toEqual([])
    await list.tick('Group', 'Organisation')
    await list.menu('Columns')
    expect.soft(await violationsIn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await list.bulkBar.getByRole('button', { name: 'Change…' }).click()
    await expect(page.getByRole('dialog', { name: /^Change/ })).toBeVisible()
    expect.soft(await violationsIn(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('marketing')
    await expect(page.getByRole('option').first()).toBeVisible()
    expect.soft(await violationsIn(page)).toEqual([])
  })

  test.describe('before a register is open', () => {
    test.use({ unlocked: false })

    test(`the start pages have no violation in ${scheme} colours`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme })
      await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible()
      expect.soft(await violationsIn(page)).toEqual([])
      await page.getByRole('button', { name: 'Use the recovery key' }).click()
      await page.getByRole('button', { name: 'Open and set the passphrase' }).click()
      await expect(page.getByRole('alert').first()).toBeVisible()
      expect.soft(await violationsIn(page)).toEqual([])
      await page.getByRole('button', { name: 'Back' }).click()
      await page.getByRole('button', { name: 'Another register' }).click()
      expect.soft(await violationsIn(page)).toEqual([])
    })
  })
}

test('at twice the size nothing is lost sideways', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 })
  for (const section of SECTIONS) {
    await page.evaluate((name) => (location.hash = `#/${name}`), section)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, section).toBeLessThanOrEqual(0)
  }
})
