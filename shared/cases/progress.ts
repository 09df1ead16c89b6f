import type { PageFlag } from './page.ts'

/** What of a case in numbers says how far its review is. */
type Counted = { readonly pages: number; readonly flags: Partial<Readonly<Record<PageFlag, number>>> }

/** Pages somebody decided about; a query is a question, and no decision. */
export function pagesReviewed({ flags }: Pick<Counted, 'flags'>): number {
  const { release = 0, withhold = 0, outOfScope = 0, duplicate = 0 } = flags
  return release + withhold + outOfScope + duplicate
}

/** Pages that still have to be decided about. */
export function pagesLeft({ pages, flags }: Counted): number {
  return Math.max(0, pages - pagesReviewed({ flags }))
}
