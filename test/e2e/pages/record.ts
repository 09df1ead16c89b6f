import { expect, type Page } from '@playwright/test'
import { askEngine } from '../ask-engine.ts'

/** What a person can do with one activity's record, in their words. */
export function recordPage(page: Page) {
  const record = page.getByRole('article')
  const section = (title: string) => record.getByRole('region', { name: title })
  return {
    record,
    section,
    /** Opens the activity that bears a reference, through the window's own address. */
    async open(reference: string, inside: '' | 'flow' | 'history' = '') {
      const id = await idOf(page, reference)
      await page.evaluate(
        (hash) => void (location.hash = hash),
        `#/activities/${id}${inside && `/${inside}`}`,
      )
      if (inside !== 'flow') await expect(record).toBeVisible()
      return id
    },
    field: (label: string) => record.getByRole('textbox', { name: label, exact: true }),
    saved: () => expect(record.getByText(/^Saved \d\d:\d\d$/u)).toBeVisible(),
    /** What is in the register now, asked of the engine and not of the screen. */
    stored: (id: string) => storedActivity(page, id),
    gapAt: (field: string, message: string | RegExp) =>
      record.locator(`[data-field="${field}"]`).getByRole('listitem').filter({ hasText: message }),
  }
}

/** The id of the activity with a reference. */
export async function idOf(page: Page, reference: string): Promise<string> {
  const hits = (await askEngine(page, 'search.everything', { text: reference, limit: 5 })) as {
    id: string
    register: string
  }[]
  const hit = hits.find(({ register }) => register === 'activities')
  if (!hit) throw new Error(`No activity ${reference}`)
  return hit.id
}

/** An activity as the engine has it. */
export async function storedActivity(page: Page, id: string) {
  const { activity } = (await askEngine(page, 'activities.get', { id })) as {
    activity: Record<string, unknown> & { name: string; owner: string }
  }
  return activity
}
