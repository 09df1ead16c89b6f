import { expect, type Page } from '@playwright/test'
import { described } from '#shared/described/all.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { askEngine } from '../ask-engine.ts'
import { listPage } from './list.ts'

type Stored = Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string }

/** What a person can do with the list and the records of a register made from a description. */
export function describedPage(page: Page, register: DescribedName) {
  const description = described(register)
  const grid = page.getByRole('grid', { name: description.label, exact: true })
  const record = page.getByRole('article')
  const labelOf = (key: string) => description.fields[key]!.label
  return {
    ...listPage(page),
    grid,
    record,
    labelOf,
    nameLabel: description.nameLabel,
    row: (text: string) => grid.getByRole('row').filter({ hasText: text }),
    bulkBar: page.getByRole('region', { name: 'Selected records' }),
    slot: (key: string) => record.locator(`[data-field="${key}"]`).first(),
    async open(inside = '') {
      await page.evaluate((hash) => void (location.hash = hash), `#/${register}${inside && `/${inside}`}`)
      await expect(page.getByRole('heading', { level: 1, name: description.label })).toBeVisible()
    },
    /** Makes a record as a person does: the button, a name, Enter. */
    async create(name: string) {
      await page.getByRole('button', { name: `New ${description.one}` }).click()
      await page.getByRole('textbox', { name: description.nameLabel, exact: true }).first().fill(name)
      await page.keyboard.press('Enter')
      await expect(record.getByRole('heading', { name })).toBeAttached()
    },
    /** Makes a record through the engine's door, for tests that are about something else. */
    make: (name: string, fields: object = {}) =>
      askEngine(page, 'records.create', { register, name, fields }),
    /** A record as the engine has it. */
    async stored(name: string): Promise<Stored> {
      const hits = (await askEngine(page, 'records.options', {
        register,
        text: name,
        including: [],
        limit: 10,
      })) as { id: string }[]
      const found = (await askEngine(page, 'records.get', { register, id: hits[0]!.id })) as {
        record: Stored
      }
      return found.record
    },
    /** The cells of one column that are drawn, from the top. */
    column: async (name: string) =>
      grid
        .locator(`[role="gridcell"][data-name="${name}"]`)
        .evaluateAll((cells) => cells.map((cell) => cell.textContent ?? '')),
    async focus() {
      await expect(grid.getByRole('row').nth(1)).toBeVisible()
      await grid.focus()
      await page.keyboard.press('Control+Home')
    },
    async choose(label: string, option: string) {
      await record.getByRole('combobox', { name: label, exact: true }).click()
      await page.getByRole('option', { name: option, exact: true }).click()
    },
    saved: () => expect(record.getByText(/^Saved \d\d:\d\d$/u)).toBeVisible(),
  }
}
