import type { Box } from '#shared/cases/mark.ts'
import type { Pdfium } from '../reader/kinds/pdf/pdfium.ts'
import { type Place, placeOnPage } from '../reader/papers/place.ts'
import type { HiddenLayers } from './hidden-layers.ts'
import { type Letter, lettersOf, lettersOffLayers } from './letters.ts'
import { differenceOf, isPlain, type Look, lookOf } from './look.ts'
import { overlappingOf } from './overlapping.ts'
import { type KeptPicture, pictureOf } from './page-picture.ts'
import { boxesOf, type Region, regionsOf, shareWithin, wholePage } from './regions.ts'
import type { AreaToRemove, PageToRemove, PlacedWord } from './removal.ts'
import { wordsBeside } from './words-beside.ts'
import { beyond, onPage } from './beyond-page.ts'
import { besideLetters, goesWith, removeObjects } from './remove-objects.ts'
import { importPages, savedBytes, withDocumentOf } from './pdf-documents.ts'

/** A page of a paper, counted from 0, and what is removed from it. */
export type PageAsked = Pick<PageToRemove, 'making' | 'areas'> & { readonly index: number }

/** An open paper, and what of it is on layers that are off. */
export type PaperAsked = { readonly document: number; readonly hidden: HiddenLayers | null }

/** What became of it: its own objects, in another document, or a new page with a picture or nothing on it. */
export type PageMade = {
  readonly width: number
  readonly height: number
  /** Its place in the other document; null for a new page. */
  readonly index: number | null
  readonly picture: KeptPicture | null
  readonly whole: Pick<AreaToRemove, 'label' | 'spoken'> | null
  readonly regions: readonly Region[]
  /** The words that stay on a picture. */
  readonly words: readonly PlacedWord[]
}

/** The longest side of a look by which pages are compared, in pixels. */
const LOOK_SIDE = 850
/** How far a page may look different outside what was removed: over all, and in its worst square. */
const MOST_OVERALL = 0.03
const MOST_SOMEWHERE = 0.3

/**
 * Removes from pages of a paper what is to be removed, a few dozen at a time. `use` gets the document with the pages
 * that could be cleaned by their objects, and what became of each. Each was saved, opened again and compared with what
 * it was; where anything is left, or anything else is gone, the page is made from its picture.
 */
export function removeFromPages(
  engine: Pdfium,
  paper: PaperAsked,
  asked: readonly PageAsked[],
  use: (cleaned: number, made: readonly PageMade[]) => void,
): void {
  const { m } = engine
  const rough = m.FPDF_CreateNewDocument()
  try {
    const tried = tryObjects(engine, paper.document, rough, asked)
    withDocumentOf(engine, savedBytes(engine, rough), (cleaned) =>
      use(
        cleaned,
        asked.map((page, at) => makePage(engine, paper, { page, cleaned, tried: tried[at]! })),
      ),
    )
  } finally {
    m.FPDF_CloseDocument(rough)
  }
}

/** A page as it was, and where its cleaned objects are; null where its objects are not enough. */
type Tried = { readonly index: number; readonly letters: readonly Letter[]; readonly look: Look } | null

function tryObjects(engine: Pdfium, paper: number, into: number, asked: readonly PageAsked[]): Tried[] {
  const byObjects = asked.filter(({ making, areas }) => making === 'objects' && !wholePage(areas))
  importPages(
    engine,
    { from: paper, into },
    byObjects.map(({ index }) => index),
  )
  return asked.map((page) => {
    const index = byObjects.indexOf(page)
    return index === -1 ? null : tryPage(engine, { paper, into, index }, page)
  })
}

type Where = { readonly paper: number; readonly into: number; readonly index: number }

function tryPage(engine: Pdfium, { paper, into, index }: Where, asked: PageAsked): Tried {
  const before = withPage(engine, into, index, (page, place) => {
    const boxes = boxesOf(regionsOf(asked.areas, place))
    const letters = lettersOf(engine, page, place)
    const outside = beyond(letters, place)
    const { hasShared, hasScan } = overlappingOf(engine, page, place, [...boxes, ...outside])
    if (hasScan) return null
    const trimmed = [...besideLetters(boxes, letters), ...outside]
    // What is under the strip by which a box gave way would stay in a picture.
    if (hasShared && boxes.some((box, at) => box !== trimmed[at])) return null
    const look = lookOf(engine, page, LOOK_SIDE / Math.max(place.width, place.height))
    const isDone = hasShared || removeObjects(engine, page, place, trimmed)
    return isDone ? { letters, look, trimmed, hasShared } : null
  })
  if (!before) return null
  const { letters, look, trimmed, hasShared } = before
  if (!hasShared) return { index, letters, look }
  // PDFium changes a picture where it stands, for all pages that show it: this page gets one of its own.
  const own = engine.m.FPDF_GetPageCount(into)
  importPages(engine, { from: paper, into }, [asked.index])
  const isDone = withPage(engine, into, own, (page, place) => removeObjects(engine, page, place, trimmed))
  return isDone ? { index: own, letters, look } : null
}

type ToMake = { readonly page: PageAsked; readonly cleaned: number; readonly tried: Tried }

function makePage(
  engine: Pdfium,
  { document, hidden }: PaperAsked,
  { page, cleaned, tried }: ToMake,
): PageMade {
  const whole = wholePage(page.areas) ?? null
  const made = withPage(engine, document, page.index, (handle, place): PageMade => {
    const { width, height } = place
    const regions = whole ? [] : regionsOf(page.areas, place)
    const nothing = { width, height, index: null, picture: null, whole, regions, words: [] }
    if (whole) return nothing
    const boxes = boxesOf(regions)
    if (tried && isClean(engine, cleaned, tried, boxes)) return { ...nothing, index: tried.index }
    const all = lettersOf(engine, handle, place)
    const letters = hidden?.pages.has(page.index) ? lettersOffLayers(engine, handle, all) : all
    return {
      ...nothing,
      picture: pictureOf(engine, handle, boxes),
      words: wordsBeside(onPage(letters, place), boxes),
    }
  })
  return made
}

/** Whether nothing of what was to go is left on a page that was opened again, and nothing else is gone. */
function isClean(
  engine: Pdfium,
  cleaned: number,
  { index, letters, look }: NonNullable<Tried>,
  boxes: readonly Box[],
): boolean {
  return withPage(engine, cleaned, index, (page, place) => {
    const after = lettersOf(engine, page, place)
    if (onPage(after, place).length < after.length) return false
    if (after.some((letter) => goesWith(letter, boxes))) return false
    if (!isWhatStays(onPage(letters, place), after, boxes)) return false
    const now = lookOf(engine, page, look.scale)
    if (!boxes.every((box) => isPlain(now, box))) return false
    const { overall, worst } = differenceOf(look, now, boxes)
    return overall <= MOST_OVERALL && worst <= MOST_SOMEWHERE
  })
}

/** Whether the letters are those that were there before without those that went; one at the edge of a box may go. */
function isWhatStays(before: readonly Letter[], after: readonly Letter[], boxes: readonly Box[]): boolean {
  const stays = before.filter((letter) => !goesWith(letter, boxes))
  const textOf = (letters: readonly Letter[]) => letters.map(({ text }) => text)
  const [expected, found] = [textOf(stays), textOf(after)]
  if (expected.join('') === found.join('')) return true
  const counts = new Map<string, number>()
  for (const text of found) counts.set(text, (counts.get(text) ?? 0) + 1)
  for (const { text, ...box } of stays) {
    const left = counts.get(text) ?? 0
    if (left > 0) counts.set(text, left - 1)
    else if (!boxes.some((other) => shareWithin(box, other) > 0)) return false
  }
  return [...counts.values()].every((left) => left === 0)
}

function withPage<Result>(
  engine: Pdfium,
  document: number,
  index: number,
  use: (page: number, place: Place) => Result,
): Result {
  const page = engine.m.FPDF_LoadPage(document, index)
  if (!page) throw new Error('A page cannot be opened')
  try {
    return use(page, placeOnPage(engine, page))
  } finally {
    engine.m.FPDF_ClosePage(page)
  }
}
