import { type PackPlan, pageReference } from '#shared/cases/pack-plan.ts'
import type { PageRemoval } from '#shared/cases/removal.ts'
import type { CaseStore } from '../open-cases.ts'
import { type Binder, bindingError } from './binder-process.ts'
import { layersOf } from './page-layers.ts'
import { holdPapers } from './renewed-binder.ts'
import { pagesIn, type Piece, placedIn } from './volume-parts.ts'

/** A page of a volume: its place there, from 1, its number in the case, and what is removed from it. */
export type BoundPage = {
  readonly page: number
  readonly casePage: number
  readonly removal: PageRemoval | null
}

/** What one volume is made of. */
export type VolumeAsked = {
  readonly number: number
  readonly pieces: readonly Piece[]
  readonly pages: readonly BoundPage[]
}

/** The bytes of a volume, and which of its pages, from 0, were made from their picture. */
export type OpenBytes = { readonly bytes: Buffer; readonly pictures: readonly number[] }

/** A volume, open, or null where its bytes are too many and there is more than one page. */
export async function bindVolume(
  store: CaseStore,
  plan: PackPlan,
  binder: Binder,
  { number, pieces, pages: bound }: VolumeAsked,
): Promise<OpenBytes | null> {
  try {
    const papers = holdPapers(store, binder)
    const answers: Promise<unknown>[] = []
    let first = 0
    for (const { document, run, firstNumber } of pieces) {
      const pages = Array.from({ length: run.pages }, (_, index) => run.from + index)
      const stamps = pages.map(
        (_, index) => `${pageReference(plan.reference, firstNumber + index)} volume ${number}`,
      )
      const of = bound.slice(first, (first += run.pages))
      const removals = of.flatMap(({ removal }, at) => (removal ? [{ ...removal, at }] : []))
      const layers = layersOf(
        store,
        of.map(({ casePage }) => casePage),
      )
      const about = `“${document.title}” (${pageReference(plan.reference, firstNumber)})`
      const named = (error: unknown) => Promise.reject(bindingError(error, about) as Error)
      const opened = await papers.open(run.paper)
      const taken = await binder.begin({ say: 'take', sha256: run.paper, pages, stamps, removals, layers })
      const both = Promise.all([opened?.answer, taken.answer]).catch(named)
      both.catch(() => {})
      answers.push(both)
    }
    // Papers are sent while earlier ones are still being worked on.
    for (const answer of answers) await answer
    const most = pagesIn(pieces) === 1 ? Number.MAX_SAFE_INTEGER : plan.limits.bytes
    const bookmarks = placedIn(pieces, number).map(({ title, page }) => ({ title, page: page - 1 }))
    const length = await binder.ask({ say: 'bind', bookmarks, most })
    const bytes = binder.taken()
    return bytes.length === 0 && length > 0 ? null : { bytes, pictures: binder.pictures() }
  } catch (error) {
    throw bindingError(error, `Volume ${number}`)
  }
}
