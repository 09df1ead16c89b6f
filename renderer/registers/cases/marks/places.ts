import type { Mark, MarkShape } from '#shared/cases/mark.ts'
import type { Word } from '#shared/cases/page.ts'
import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import { boxToBegin, movedBox } from './drawn-box.ts'
import { besides, markOver } from './mark-order.ts'
import { markInWords } from './mark-views.ts'
import type { MarkingStore } from './marking.ts'
import { selectedShape, stepWord, type WordStep, wordUnder } from './word-steps.ts'

/** A page on which somebody is, with its words. */
export type Place = {
  readonly store: MarkingStore
  readonly shown: ShownPage
  readonly words: readonly Word[]
}

/** Makes a mark the one that keys act on; the cursor goes to where it begins. */
export function selectMark({ store, shown, words }: Place, mark: Mark): void {
  store.change(shown.page.id, {
    current: mark.id,
    cursor: wordUnder(words, mark.shape),
    anchor: null,
    asked: null,
    says: markInWords(mark),
  })
}

/** Selects the mark after or before the current one; false past either end, so that nobody is caught on the page. */
export function walkMarks(place: Place, by: 1 | -1): boolean {
  const mark = besides(place.shown.marks, place.store.get().current, by)
  if (mark) selectMark(place, mark)
  return mark !== null
}

/** Moves the cursor by a word, or the box that is drawn; false on a page that has neither. */
export function moveOn({ store, shown, words }: Place, step: WordStep, selects: boolean): boolean {
  const { box, cursor, anchor } = store.get()
  const { page, marks } = shown
  if (box) {
    store.change(page.id, { box: movedBox(box, step, selects, page) })
    return true
  }
  const next = stepWord(words, cursor, step)
  if (next === null) return false
  const mark = selects ? null : markOver(marks, words[next]!)
  store.change(page.id, {
    cursor: next,
    anchor: selects ? (anchor ?? cursor ?? next) : null,
    current: mark?.id ?? null,
    asked: null,
    says: mark ? markInWords(mark) : '',
  })
  return true
}

/** Leaves the box or the selection, and only then the word and the mark; false where somebody was nowhere. */
export function leavePlace({ store, shown }: Place): boolean {
  const { box, anchor, cursor, current } = store.get()
  if (box === null && cursor === null && current === null) return false
  const isInside = box !== null || anchor !== null
  store.change(shown.page.id, {
    box: null,
    anchor: null,
    asked: null,
    says: '',
    ...(!isInside && { cursor: null, current: null }),
  })
  return true
}

/** Begins to draw a box, around the word at the cursor or in the middle of the page. */
export function beginBox({ store, shown, words }: Place): void {
  const { cursor } = store.get()
  store.change(shown.page.id, {
    box: boxToBegin(shown.page, cursor === null ? undefined : words[cursor]),
    current: null,
    anchor: null,
    says: 'Arrows move the box, with Shift they size it. Enter keeps it, Escape leaves it.',
  })
}

/** What would be marked now: the box that is drawn, or the words at the cursor; null where there is neither. */
export function shapeHere({ store, shown, words }: Place): MarkShape | null {
  const { page, box, cursor, anchor } = store.get()
  if (page !== shown.page.id) return null
  if (box) return { kind: 'box', boxes: [box] }
  return cursor === null ? null : selectedShape(words, anchor ?? cursor, cursor)
}

/** {@link shapeHere}, which is no longer selected then: what is pressed next is about the mark that is made of it. */
export function takeShape(place: Place): MarkShape | null {
  const shape = shapeHere(place)
  if (shape) place.store.change(place.shown.page.id, { anchor: null, box: null })
  return shape
}

/** Whether words or a box are selected, so that a reason is meant for them and not for a mark that stands there. */
export function isSelecting({ store }: Pick<Place, 'store'>): boolean {
  const { box, anchor } = store.get()
  return box !== null || anchor !== null
}
