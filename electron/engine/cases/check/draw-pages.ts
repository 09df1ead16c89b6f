import { sha256 } from '../../revisions/chain.ts'

/** A page that can be drawn: the document it belongs to, and whether something is removed from it. */
export type PageToDraw = { readonly page: number; readonly document: number; readonly isMarked: boolean }

/**
 * Draws so many percent of pages, at least one, and in any case a marked page of each document that has any; in order.
 * The same pages, share and seed give the same sample.
 */
export function drawPages(pages: readonly PageToDraw[], share: number, seed: number): number[] {
  if (share >= 100) return pages.map(({ page }) => page)
  const turns = pages
    .map((one) => ({ ...one, turn: sha256(`${seed} ${one.page}`) }))
    .toSorted((one, other) => (one.turn < other.turn ? -1 : 1))
  const drawn = new Set<number>()
  const documents = new Set<number>()
  for (const { page, document, isMarked } of turns) {
    if (!isMarked || documents.has(document)) continue
    documents.add(document)
    drawn.add(page)
  }
  const wanted = pagesOfShare(pages.length, share)
  for (const { page } of turns) {
    if (drawn.size >= wanted) break
    drawn.add(page)
  }
  return [...drawn].toSorted((one, other) => one - other)
}

/** How many pages a share of them is, in percent: rounded up. */
export const pagesOfShare = (pages: number, share: number): number => Math.ceil((pages * share) / 100)
