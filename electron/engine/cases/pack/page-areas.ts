import { type Box, MarkShape } from '#shared/cases/mark.ts'
import type { Word } from '#shared/cases/page.ts'
import { labelParts, reasonForRemoval, spokenLabel } from '#shared/cases/removal-words.ts'
import type { RemovedArea } from '#shared/cases/removal.ts'

/** An accepted mark as the case keeps it, with the label of the person it hides. */
export type MarkRow = {
  readonly id: number
  readonly shape: string
  readonly exemption: string
  readonly label: string
  readonly person: number | null
}

/** The text of a page; the boxes of its words are unpacked when they are needed. */
export type TextOfPage = { readonly text: string; readonly words: () => readonly Word[] }

/** A mark with its shape, read once. */
export type ShapedMark = Omit<MarkRow, 'shape'> & { readonly shape: MarkShape }

/** Reads the shapes of marks. */
export const shaped = (marks: readonly MarkRow[]): ShapedMark[] =>
  marks.map((mark) => ({ ...mark, shape: MarkShape.parse(JSON.parse(mark.shape)) }))

/**
 * What the accepted marks of a page remove, in their order; exemptions in `unsaid` give no reason. Words under a box are
 * those whose middle lies in it.
 */
export function areasOf(
  marks: readonly ShapedMark[],
  page: TextOfPage,
  labelOfPerson: (person: number) => string | undefined,
  unsaid: readonly string[],
): RemovedArea[] {
  return marks.map(({ id, shape, exemption, label, person }) => {
    const whole = (person === null ? undefined : labelOfPerson(person)) ?? label
    return {
      mark: id,
      boxes: shape.kind === 'page' ? [] : shape.boxes,
      words: wordsUnder(shape, page),
      label: labelParts(whole).printed,
      spoken: spokenLabel(whole),
      exemption,
      reason: unsaid.includes(exemption) ? '' : reasonForRemoval(exemption),
      person,
    }
  })
}

function wordsUnder(shape: MarkShape, { text, words }: TextOfPage): string {
  if (shape.kind === 'page') return text.trim()
  if (shape.kind === 'text') return text.slice(shape.start, shape.end)
  return words()
    .filter((word) => isUnder(word, shape.boxes))
    .map(({ start, end }) => text.slice(start, end))
    .join(' ')
}

/** Whether half the words of a page or more are removed, so that what is left may not make sense. */
export function isMostlyRemoved(marks: readonly ShapedMark[], { text, words }: TextOfPage): boolean {
  if (marks.some(({ shape }) => shape.kind === 'page')) return true
  const boxes = marks.flatMap(({ shape }) => (shape.kind === 'box' ? shape.boxes : []))
  const places = [
    ...marks.flatMap(({ shape }) => (shape.kind === 'text' ? [shape] : [])),
    ...(boxes.length > 0 ? words().filter((word) => isUnder(word, boxes)) : []),
  ].toSorted((one, other) => one.start - other.start)
  let [removed, reached] = [0, 0]
  for (const { start, end } of places) {
    removed += countWords(text.slice(Math.max(start, reached), Math.max(end, reached)))
    reached = Math.max(reached, end)
  }
  return removed > 0 && removed * 2 >= countWords(text)
}

function countWords(text: string): number {
  let count = 0
  for (const _ of text.matchAll(/\S+/gu)) count += 1
  return count
}

/** Whether the middle of a word lies in one of some boxes. */
export function isUnder({ left, top, right, bottom }: Word, boxes: readonly Box[]): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return boxes.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)
}
