import { expect, type Page } from '@playwright/test'

/** The way through the guided capture of a new activity, in a person's words. */
export function guidedPage(page: Page) {
  return {
    async begin(name: string) {
      await page.evaluate(() => void (location.hash = '#/activities/new'))
      await page.getByRole('textbox', { name: 'Name of the activity' }).fill(name)
      await page.getByRole('button', { name: 'Begin' }).click()
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    },
    question: (text: string) => page.getByRole('heading', { level: 2, name: text }),
    next: () => page.getByRole('button', { name: 'Next' }).click(),
    async addTerm(label: string, term: string) {
      await page.getByRole('textbox', { name: label, exact: true }).fill(term)
      await page.getByRole('option').filter({ hasText: term }).first().click()
      await page.keyboard.press('Escape')
    },
    answered: (count: number) => expect(page.getByText(`${count} of 6 steps answered`)).toBeVisible(),
    activityId: () =>
      page.evaluate(() => new URLSearchParams(location.hash.split('?')[1]).get('activity') ?? ''),
  }
}
