import type { Pdfium } from '../reader/kinds/pdf/pdfium.ts'
import type { Dressing } from './dressing.ts'
import type { HiddenLayers } from './hidden-layers.ts'
import { unitOf } from './mentions.ts'
import { hasWordsBeyond } from './beyond-page.ts'
import { importPages, Unbound } from './pdf-documents.ts'
import { boxesOf, shareWithin } from './regions.ts'
import type { PageLayer, PageToRemove, PlacedWord } from './removal.ts'
import { type PageAsked, type PageMade, removeFromPages } from './remove-from-pages.ts'

/** An open paper of which pages are taken. */
export type OpenedPaper = {
  readonly document: number
  readonly hidden: HiddenLayers | null
  /** Whether a point may be more than a seventy-second of an inch on its pages. */
  readonly mayHaveUnits: boolean
  /** Whether its pages may be cut smaller than their sheets. */
  readonly mayBeCropped: boolean
}

/** Pages of a paper, numbered from 1, with their stamps, what is removed from them, and what was recognised on them. */
export type Taken = {
  readonly pages: readonly number[]
  readonly stamps: readonly string[]
  readonly removals: readonly PageToRemove[]
  readonly layers: readonly PageLayer[]
}

/** Pages from which something is removed are done so many at a time: the cost of one grows with its document. */
const TOGETHER = 25

/** Where pages come from and go to, and what is put on them there. */
export type Into = {
  readonly paper: OpenedPaper
  readonly volume: number
  readonly dressings: Map<number, Dressing>
}

/**
 * Pages that hold what they do not show are made anew as well: from its picture one that uses a layer which is off,
 * since with its objects the layer would come along, shown; and one that has words beyond its edges without those.
 */
function withHidden(engine: Pdfium, { document, hidden, mayBeCropped }: OpenedPaper, taken: Taken): Taken {
  if (!hidden?.pages.size && !mayBeCropped) return taken
  const known = new Map(taken.removals.map((removal) => [removal.at, removal]))
  const removals = taken.pages.flatMap((page, at): PageToRemove[] => {
    const removal = known.get(at)
    const areas = removal?.areas ?? []
    if (hidden?.pages.has(page - 1)) return [{ at, areas, making: 'picture' }]
    if (removal) return [removal]
    return mayBeCropped && hasWordsBeyond(engine, document, page - 1)
      ? [{ at, areas, making: 'objects' }]
      : []
  })
  return { ...taken, removals }
}

/** Takes runs of pages as they are, and the others a few dozen at a time. */
export function takePages(engine: Pdfium, into: Into, taken: Taken): void {
  const { pages, removals, layers } = withHidden(engine, into.paper, taken)
  const removed = new Map(removals.map((removal) => [removal.at, removal]))
  const words = new Map(layers.map((layer) => [layer.at, layer.words]))
  const first = engine.m.FPDF_GetPageCount(into.volume)
  for (let at = 0; at < pages.length;) {
    const isRemoved = removed.has(at)
    let end = at + 1
    while (end < pages.length && removed.has(end) === isRemoved && (!isRemoved || end - at < TOGETHER))
      end += 1
    const run = Array.from({ length: end - at }, (_, index) => at + index)
    if (isRemoved)
      takeCleaned(
        engine,
        into,
        run.map((place) => ({ ...removed.get(place)!, index: pages[place]! - 1 })),
      )
    else
      importPages(
        engine,
        { from: into.paper.document, into: into.volume },
        run.map((place) => pages[place]! - 1),
      )
    for (const place of run) addWords(into.dressings, first + place, words.get(place))
    at = end
  }
}

/** Puts the words that were recognised on a page behind it, except those that are removed. */
function addWords(
  dressings: Map<number, Dressing>,
  page: number,
  words: readonly PlacedWord[] | undefined,
): void {
  if (!words) return
  const known = dressings.get(page) ?? {
    isNew: false,
    unit: 1,
    picture: null,
    whole: null,
    regions: [],
    words: [],
  }
  if (known.whole) return
  const boxes = boxesOf(known.regions)
  const stays = words.filter((word) => !boxes.some((box) => shareWithin(word, box) > 0))
  dressings.set(page, { ...known, words: stays })
}

function takeCleaned(engine: Pdfium, { paper, volume, dressings }: Into, asked: readonly PageAsked[]): void {
  const { document, hidden, mayHaveUnits } = paper
  removeFromPages(engine, { document, hidden }, asked, (cleaned, made) => {
    for (const [order, page] of made.entries()) {
      const isNew = page.index === null
      const unit = isNew && mayHaveUnits ? unitOf(engine, document, asked[order]!.index) : 1
      const at = engine.m.FPDF_GetPageCount(volume)
      if (page.index === null) addPage(engine, volume, at, page)
      else importPages(engine, { from: cleaned, into: volume }, [page.index])
      const { picture, whole, regions, words } = page
      dressings.set(at, { isNew, unit, picture, whole, regions, words })
    }
  })
}

function addPage({ m }: Pdfium, volume: number, at: number, { width, height }: PageMade): void {
  const page = m.FPDFPage_New(volume, at, width, height)
  if (!page) throw new Unbound('pages')
  m.FPDF_ClosePage(page)
}
