import type { Box } from '#shared/cases/mark.ts'
import { onePdfium } from './bound.ts'
import { isPlain, lookOf, type Look } from '../../electron/binder/look.ts'
import { savedBytes } from '../../electron/binder/pdf-documents.ts'
import type { AreaToRemove } from '../../electron/binder/removal.ts'
import { type PageMade, removeFromPages } from '../../electron/binder/remove-from-pages.ts'

/** What became of the pages of a paper before anything is put over them. */
export type Removed = {
  readonly made: readonly PageMade[]
  /** The cleaned pages, saved, and how they look; null for a page made from its picture. */
  readonly cleaned: Buffer
  readonly looks: readonly (Look | null)[]
  readonly before: readonly Look[]
}

/** Removes areas from pages of a paper, as the binder does before it dresses them. */
export async function removedFrom(
  paper: Buffer,
  areas: readonly (readonly AreaToRemove[])[],
): Promise<Removed> {
  const engine = await onePdfium()
  const { m } = engine
  let result: Removed | null = null
  await engine.withDocument(paper, null, async (document) => {
    const look = (of: number, index: number) => {
      const page = m.FPDF_LoadPage(of, index)
      const seen = lookOf(engine, page, 2)
      m.FPDF_ClosePage(page)
      return seen
    }
    const before = areas.map((_, index) => look(document, index))
    const asked = areas.map((some, index) => ({ index, making: 'objects' as const, areas: [...some] }))
    removeFromPages(engine, { document, hidden: null }, asked, (cleaned, made) => {
      const looks = made.map(({ index }) => (index === null ? null : look(cleaned, index)))
      result = { made, looks, before, cleaned: savedBytes(engine, cleaned) }
    })
    await Promise.resolve()
  })
  return result!
}

/** Whether a box has one colour all over. */
export const isOneColour = (look: Look, box: Box) => isPlain(look, box)
