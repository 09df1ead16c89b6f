import { textShape } from '#shared/cases/mark-shapes.ts'
import type { MarkShape } from '#shared/cases/mark.ts'
import { AppError } from '#shared/errors.ts'
import { recordChange } from '../changes.ts'
import type { CaseStore } from '../open-cases.ts'
import { pageWords } from '../pages.ts'
import { placesIn } from '../places.ts'
import { markOf, type MarkRow } from '../rows.ts'
import { refuseWhileBusy } from './alone.ts'
import { bringIn, newBundle, type NewMark, putAway, stage } from './bundles.ts'
import { rowOfNew, type Who } from './mark-rows.ts'
import { samePlace } from './same-place.ts'

type PageRow = {
  readonly id: number
  readonly width: number
  readonly height: number
  readonly fingerprint: string
}

/**
 * Puts the accepted marks of a page onto all pages with the same text, in one step to undo; where one stands already
 * there is no second. Marks of people who are withheld are on those pages by themselves. Boxes go only onto pages of the
 * same size.
 */
export function copyMarks(store: CaseStore, page: number, who: Who): { pages: number; marks: number } {
  refuseWhileBusy(store)
  const from = pageOf(store, page)
  if (from.fingerprint === '')
    throw new AppError('rule', 'This page has no words that could be compared with those of other pages.')
  const marks = marksOn(store, page).filter(
    ({ state, origin }) => state === 'accepted' && origin !== 'person',
  )
  const others = store.raw
    .prepare<[string, number], PageRow>(
      'select id, width, height, fingerprint from pages where fingerprint = ? and id <> ? order by id',
    )
    .all(from.fingerprint, page)
  const text = pageWords(store, page).text
  const rows = others.flatMap((to) => copiesFor(store, { marks, from, text }, to))
  if (rows.length === 0) return { pages: 0, marks: 0 }
  store.raw.transaction(() => {
    const bundle = newBundle(store)
    const ids = stage(store, bundle, rows, who)
    const says = `Copied the marks of page ${placesIn(store).of(page).toLocaleString('en-GB')}`
    recordChange(store, { ...who, says }, bringIn(bundle), putAway(bundle, ids))
  })()
  return { pages: new Set(rows.map((row) => row.page)).size, marks: rows.length }
}

const pageOf = ({ raw }: CaseStore, page: number): PageRow => {
  const row = raw
    .prepare<[number], PageRow>('select id, width, height, fingerprint from pages where id = ?')
    .get(page)
  if (!row) throw new AppError('not-found', 'This page is not in the case. Go to another one.')
  return row
}

const marksOn = ({ raw }: CaseStore, page: number): MarkRow[] =>
  raw.prepare<[number], MarkRow>('select * from marks where page = ? order by id').all(page)

type Original = { readonly marks: readonly MarkRow[]; readonly from: PageRow; readonly text: string }

function copiesFor(store: CaseStore, { marks, from, text }: Original, to: PageRow): NewMark[] {
  const there = pageWords(store, to.id)
  const known = marksOn(store, to.id).map(markOf)
  const isSameSize = Math.abs(from.width - to.width) < 1 && Math.abs(from.height - to.height) < 1
  return marks.flatMap((row) => {
    const mark = markOf(row)
    const shape = shapeThere(mark.shape)
    const isThere = known.some(
      (one) =>
        one.state === 'accepted' && one.exemption === mark.exemption && shape && covers(one.shape, shape),
    )
    if (!shape || isThere) return []
    return [rowOfNew({ ...mark, page: to.id, shape, origin: 'copy', term: null })]
  })

  function shapeThere(shape: MarkShape): MarkShape | null {
    if (shape.kind === 'page') return shape
    if (shape.kind === 'box') return isSameSize ? shape : null
    const place = samePlace(text, there.text, shape)
    return place && textShape(there.words, place.start, place.end)
  }
}

/** Whether a mark hides all that another would. */
function covers(one: MarkShape, other: MarkShape): boolean {
  if (one.kind === 'page') return true
  if (one.kind === 'text' && other.kind === 'text') return one.start <= other.start && other.end <= one.end
  return (
    one.kind === 'box' && other.kind === 'box' && JSON.stringify(one.boxes) === JSON.stringify(other.boxes)
  )
}
