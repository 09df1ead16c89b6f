import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What axe finds wrong on the page, or inside `within` (a CSS selector): each with its rule, its element and why. */
export async function violationsIn(page: Page, within?: string): Promise<string[]> {
  // A colour on its way to another is none that anybody reads.
  await page.evaluate(async () => {
    const passing = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    await Promise.allSettled(passing.map(({ finished }) => finished))
  })
  // Electron gives a page no second page to run in, which axe otherwise wants.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (within) axe.include(within)
  const { violations } = await axe.options({ resultTypes: ['violations'], iframes: false }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const reasons = [...any, ...all, ...none].map((check) => check.message)
      return `${id}: ${target.join(' ')} ${reasons.join('; ')}`
    }),
  )
}

/** What axe finds wrong on the page in light colours, and then in dark ones: the page stays as it is, and changes them. */
export async function violationsInBothColours(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
    found.push(...(await violationsIn(page)).map((violation) => `${scheme}: ${violation}`))
  }
  return found
}
