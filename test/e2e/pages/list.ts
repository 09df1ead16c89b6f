import { expect, type Page } from '@playwright/test'

/** Opens the palette by its keys; what is typed next goes into it. */
export async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: /^Find a record/ })).toBeFocused()
}

/** What a person can do in the list of activities. */
export function listPage(page: Page) {
  const grid = page.getByRole('grid', { name: 'Activities' })
  const row = (text: string) => grid.getByRole('row').filter({ hasText: text })
  return {
    grid,
    row,
    count: page.locator('h1 + [role="status"]'),
    notice: (text: string | RegExp) => page.getByRole('alert').filter({ hasText: text }),
    filterText: page.getByRole('searchbox', { name: 'Filter by words' }),
    bulkBar: page.getByRole('region', { name: 'Selected activities' }),
    /** The cells of one column that are drawn, from the top. */
    async column(name: string): Promise<string[]> {
      return grid.locator(`[role="gridcell"][data-name="${name}"]`).evaluateAll((cells) =>
        cells
          .map((cell) => ({
            line: Number(cell.parentElement?.dataset['line']),
            text: cell.textContent ?? '',
          }))
          .toSorted((a, b) => a.line - b.line)
          .map(({ text }) => text),
      )
    },
    /** How many records a list without a scroll bar shows, once it has drawn as many as it says it has. */
    async shown(): Promise<number> {
      const counted = async () => Number.parseInt(await this.count.innerText(), 10)
      await expect
        .poll(async () => (await this.column('reference')).filter(Boolean).length - (await counted()))
        .toBe(0)
      return counted()
    },
    /** Gives the keys to the list, with its first cell active. */
    async focus() {
      await expect(grid.getByRole('row').nth(1)).toBeVisible()
      await grid.focus()
      await page.keyboard.press('Control+Home')
    },
    async press(...keys: string[]) {
      for (const key of keys) await page.keyboard.press(key)
    },
    /** Opens one of the small menus over the list. */
    async menu(name: string) {
      await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
      return page.getByRole('dialog', { name })
    },
    async tick(menu: string, option: string | RegExp) {
      const panel = await this.menu(menu)
      await panel.getByLabel(option).check()
      await page.keyboard.press('Escape')
    },
  }
}
