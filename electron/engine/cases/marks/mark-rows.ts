import { AppError } from '#shared/errors.ts'
import type { Mark, MarkShape } from '#shared/cases/mark.ts'
import type { ChangeNote } from '../changes.ts'
import { prepared } from '../import/prepared.ts'
import type { CaseStore } from '../open-cases.ts'
import { placesIn } from '../places.ts'
import { markOf, type MarkRow } from '../rows.ts'
import type { NewMark } from './bundles.ts'

/** Who changes something, and when. */
export type Who = Omit<ChangeNote, 'says'>

/** The marks with some numbers, by number; throws `not-found` where one is not there. */
export function markRows({ raw }: CaseStore, ids: readonly number[]): MarkRow[] {
  const wanted = new Set(ids)
  const found = raw
    .prepare<[string], MarkRow>(
      'select * from marks where id in (select value from json_each(?)) order by id',
    )
    .all(JSON.stringify([...wanted]))
  if (found.length < wanted.size)
    throw new AppError('not-found', 'Some of these marks are not there any more. Nothing was changed.')
  return found
}

/** A mark of the case; throws `not-found`. */
export const getMark = (store: CaseStore, id: number): Mark => markOf(markRows(store, [id])[0]!)

/** The row of a mark that is not in the case yet. */
export function rowOfNew(mark: Omit<Mark, 'id' | 'madeAt' | 'madeBy'>): NewMark {
  const { page, shape, target, origin, state, exemption, answers, reason, label, person, term } = mark
  return {
    page,
    shape: JSON.stringify(shape),
    target: JSON.stringify(target),
    origin,
    state,
    exemption,
    answers: JSON.stringify(answers),
    reason,
    label,
    person,
    term,
    ...placeColumns(shape),
  }
}

/** The columns that repeat where in the text a shape is. */
export const placeColumns = (shape: MarkShape) => ({
  text_start: shape.kind === 'text' ? shape.start : null,
  text_end: shape.kind === 'text' ? shape.end : null,
})

/** The text of a page; empty where it has none. */
export function textOf({ raw }: CaseStore, page: number): string {
  return prepared<{ text: string }>(raw, 'select text from page_texts where page = ?').get(page)?.text ?? ''
}

/** Throws `rule` where a shape is not on its page: words beyond the end of its text. */
export function checkShape(store: CaseStore, page: number, shape: MarkShape): void {
  if (shape.kind !== 'text') return
  if (shape.end <= shape.start || shape.end > textOf(store, page).length)
    throw new AppError('rule', 'These words are not on the page any more. Mark the place again.')
}

/** "mark on page 3", "12 marks". */
export function marksInWords(store: CaseStore, marks: readonly Pick<MarkRow, 'page'>[]): string {
  const [first] = marks
  if (marks.length !== 1 || !first) return `${marks.length.toLocaleString('en-GB')} marks`
  return `mark on page ${placesIn(store).of(first.page).toLocaleString('en-GB')}`
}
