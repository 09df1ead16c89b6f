import type { Mark, MarkShape } from '#shared/cases/mark.ts'
import type { Word } from '#shared/cases/page.ts'
import type { Point } from './word-steps.ts'

/** The marks of a page from top to bottom, those on one line from left to right; one of the whole page comes first. */
export function inOrder(marks: readonly Mark[]): readonly Mark[] {
  return [...marks].sort((one, other) => {
    const [a, b] = [firstBox(one.shape), firstBox(other.shape)]
    const isOneLine = Math.abs(a.top - b.top) < Math.min(a.bottom - a.top, b.bottom - b.top) / 2
    return (isOneLine ? a.left - b.left : a.top - b.top) || one.id - other.id
  })
}

/** The mark after or before another in their order; from none the first, and null past either end. */
export function besides(marks: readonly Mark[], current: number | null, by: 1 | -1): Mark | null {
  const ordered = inOrder(marks)
  const index = ordered.findIndex(({ id }) => id === current)
  if (index < 0) return by === 1 ? (ordered[0] ?? null) : null
  return ordered[index + by] ?? null
}

/** The mark under a place of the page: the smallest where several lie over one another; null where there is none. */
export function markAt(marks: readonly Mark[], { x, y }: Point): Mark | null {
  const under = marks.filter(
    ({ shape }) =>
      shape.kind === 'page' ||
      shape.boxes.some(({ left, top, right, bottom }) => x >= left && x <= right && y >= top && y <= bottom),
  )
  return under.toSorted((one, other) => sizeOf(one.shape) - sizeOf(other.shape))[0] ?? null
}

/** The mark that covers a word; null where none does. */
export const markOver = (marks: readonly Mark[], word: Word): Mark | null =>
  markAt(marks, { x: (word.left + word.right) / 2, y: (word.top + word.bottom) / 2 })

function firstBox(shape: MarkShape) {
  return shape.kind === 'page' ? { left: 0, top: -1, right: 0, bottom: -1 } : shape.boxes[0]!
}

function sizeOf(shape: MarkShape): number {
  if (shape.kind === 'page') return Infinity
  return shape.boxes.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0)
}
