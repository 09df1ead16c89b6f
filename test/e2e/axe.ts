import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds wrong on the page, or inside `within` (a CSS selector): each with its rule, its element and why. */
export async function violationsIn(page: Page, within?: string): Promise<string[]> {
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
