import { hasBoxes, textShape } from '#shared/cases/mark-shapes.ts'
import type { MarkShape } from '#shared/cases/mark.ts'
import { findExemption } from '#shared/law/exemptions/exemptions.ts'
import { plainReason } from '#shared/law/exemptions/plain-reasons.ts'
import type { Progress } from '../../pdf/write-record.ts'
import { prepared } from '../import/prepared.ts'
import type { CaseStore } from '../open-cases.ts'
import { unpackWords } from '../page-texts.ts'
import { newBundle, type NewMark, stage } from '../marks/bundles.ts'
import { rowOfNew, type Who } from '../marks/mark-rows.ts'
import { type Exclusions, exclusionsOf } from '../terms/exclusions.ts'
import { type Named, wantedPlaces } from './wanted-places.ts'
import type { Place } from './places.ts'

/** Somebody whose marks are to stand wherever they are named. */
export type Withheld = Named & { readonly person: number; readonly exemption: string; readonly label: string }

/** What has to change so that the marks of somebody are right; those to come wait in the bundle. */
export type Placing = {
  readonly bundle: string
  readonly added: number[]
  /** Marks that are to go. */
  readonly gone: number[]
  /** Pages whose marks change. */
  readonly pages: number[]
  /** Pages that name them at a place without a box, so that no mark can cover it. */
  readonly uncovered: number[]
}

/** Pages that are worked out between two breaths of the program, and written together. */
const AT_ONCE = 200

/**
 * Works out which marks of somebody are missing and which are too many on some pages: every place where a form stands
 * gets one, unless an exclusion or an exception spares it. Nothing hides or shows before the caller's change.
 */
export async function placeMarks(
  store: CaseStore,
  withheld: Withheld,
  pages: readonly number[],
  who: Who,
  step: Progress,
  exclusions = exclusionsOf(store),
): Promise<Placing> {
  const placing = nothingPlaced(store)
  for (let from = 0; from < pages.length; from += AT_ONCE) {
    await step(from, pages.length, 'Placing marks')
    store.raw.transaction(() => {
      for (const page of pages.slice(from, from + AT_ONCE))
        placeOnPage(store, withheld, page, exclusions, placing, who)
    })()
  }
  return placing
}

/** As {@link placeMarks}, for few pages and at once. */
export function placeMarksOn(
  store: CaseStore,
  withheld: Withheld,
  pages: readonly number[],
  who: Who,
): Placing {
  const placing = nothingPlaced(store)
  const exclusions = exclusionsOf(store)
  store.raw.transaction(() => {
    for (const page of pages) placeOnPage(store, withheld, page, exclusions, placing, who)
  })()
  return placing
}

/** Marks that need no change. */
export const nothingPlaced = (store: CaseStore): Placing => ({
  bundle: newBundle(store),
  added: [],
  gone: [],
  pages: [],
  uncovered: [],
})

type Known = { readonly id: number; readonly text_start: number; readonly text_end: number }

function placeOnPage(
  store: CaseStore,
  withheld: Withheld,
  page: number,
  exclusions: Exclusions,
  placing: Placing,
  who: Who,
): void {
  const wanted = wantedPlaces(store, withheld, page, exclusions)
  const known = prepared<Known>(
    store.raw,
    `select id, text_start, text_end from marks indexed by marks_by_page
     where page = ? and person = ? and origin = 'person' and state = 'accepted'`,
  ).all(page, withheld.person)
  const gone = known.filter(({ text_start, text_end }) => !has(wanted, text_start, text_end))
  const missing = wanted.filter(
    ([start, end]) => !known.some((one) => one.text_start === start && one.text_end === end),
  )
  const { shapes, isWhole } = shapesOf(store, page, missing)
  if (!isWhole) placing.uncovered.push(page)
  if (shapes.length === 0 && gone.length === 0) return
  placing.pages.push(page)
  placing.gone.push(...gone.map(({ id }) => id))
  placing.added.push(
    ...stage(
      store,
      placing.bundle,
      shapes.map((shape) => markOf(withheld, page, shape)),
      who,
    ),
  )
}

const has = (places: readonly Place[], start: number, end: number) =>
  places.some((place) => place[0] === start && place[1] === end)

/** The shape of a place on a page; null where none of it has a box. */
export const shapeAt = (store: CaseStore, page: number, start: number, end: number): MarkShape | null =>
  shapesOf(store, page, [[start, end]]).shapes[0] ?? null

/** The shapes of places on a page; not whole where letters of one have no box. */
function shapesOf(
  { raw }: CaseStore,
  page: number,
  places: readonly Place[],
): { shapes: MarkShape[]; isWhole: boolean } {
  if (places.length === 0) return { shapes: [], isWhole: true }
  const row = prepared<{ text: string; words: Buffer }>(
    raw,
    'select text, words from page_texts where page = ?',
  ).get(page)
  const words = row ? unpackWords(row.words) : []
  const shapes = places.flatMap(([start, end]) => textShape(words, start, end) ?? [])
  return { shapes, isWhole: places.every(([start, end]) => hasBoxes(words, row?.text ?? '', start, end)) }
}

const markOf = ({ person, exemption, label }: Withheld, page: number, shape: MarkShape): NewMark =>
  rowOfNew({
    page,
    shape,
    target: { kind: 'plain' },
    origin: 'person',
    state: 'accepted',
    exemption,
    answers: {},
    reason: reasonOf(exemption),
    label,
    person,
    term: null,
  })

/** Why somebody is withheld, as it can be told: what was weighed stays with the person. */
export const reasonOf = (exemption: string): string =>
  exemption === '' ? '' : (plainReason(exemption) ?? findExemption(exemption)?.label ?? '')
