import { expect, type Page } from '@playwright/test'

/** What a person can do before a register is open. */
export function startPages(page: Page) {
  const passphrase = page.getByLabel('Passphrase', { exact: true })
  return {
    passphrase,
    heading: page.getByRole('heading', { level: 1 }),
    async unlock(words: string) {
      await passphrase.fill(words)
      await passphrase.press('Enter')
    },
    /** Types a new passphrase twice and creates the register. */
    async create(words: string) {
      await page.getByLabel('New passphrase', { exact: true }).fill(words)
      await page.getByLabel('Passphrase again', { exact: true }).fill(words)
      await page.getByRole('button', { name: 'Create', exact: true }).click()
    },
    /** The recovery key as it is shown, group by group. */
    async recoveryKey(): Promise<string[]> {
      await expect(page.getByRole('list', { name: 'Recovery key' })).toBeVisible()
      return page.getByRole('list', { name: 'Recovery key' }).getByRole('listitem').allTextContents()
    },
    /** Types back the two groups that are asked for. */
    async typeBack(groups: readonly string[]) {
      await page.getByRole('button', { name: 'It is written down' }).click()
      for (const field of await page.getByLabel(/^Group \d$/).all()) {
        const label = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '')
        await field.fill(groups[Number(label.replace('Group ', '')) - 1] ?? '')
      }
      await page.getByRole('button', { name: 'Check', exact: true }).click()
    },
  }
}
