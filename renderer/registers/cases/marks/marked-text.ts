import { hides, type Mark } from '#shared/cases/mark.ts'
import type { PageWords } from '#shared/cases/page.ts'
import { labelOfMark, type MarkView, STATE_WORDS } from './mark-views.ts'
import { overlaps } from './word-steps.ts'

/** A stretch of a page's text, and the mark that covers it; null where none does. */
export type TextPiece = { readonly start: number; readonly text: string; readonly mark: Mark | null }

/**
 * The text of a page in pieces, those under a mark told apart. Where marks overlap, one that removes goes before one
 * that is only proposed, and that before one that stays; so nothing that is removed shows in any piece without a mark.
 */
export function markedText(page: PageWords, marks: readonly Mark[], view: MarkView): TextPiece[] {
  const shown = view === 'requester' ? marks.filter(hides) : marks
  if (shown.length === 0) return page.text === '' ? [] : [{ start: 0, text: page.text, mark: null }]
  const owners: (Mark | null)[] = Array.from({ length: page.text.length }, () => null)
  for (const mark of [...shown].sort((one, other) => rank(other) - rank(one)))
    for (const [start, end] of rangesOf(page, mark)) owners.fill(mark, start, end)
  const pieces: TextPiece[] = []
  let start = 0
  for (let at = 1; at <= owners.length; at += 1) {
    if (at < owners.length && owners[at] === owners[start]) continue
    pieces.push({ start, text: page.text.slice(start, at), mark: owners[start] ?? null })
    start = at
  }
  return pieces
}

/** What is read aloud before marked words: "marked: Person C, another child". */
export function spokenOf(mark: Mark): string {
  const label = labelOfMark(mark)
  return mark.state === 'accepted' ? `marked: ${label}` : `${STATE_WORDS[mark.state].toLowerCase()}: ${label}`
}

const rank = ({ state }: Mark) => ['accepted', 'proposed', 'rejected'].indexOf(state)

function rangesOf({ text, words }: PageWords, { shape }: Mark): (readonly [number, number])[] {
  if (shape.kind === 'page') return [[0, text.length]]
  if (shape.kind === 'text') return [[shape.start, shape.end]]
  // Whatever a box touches goes with it.
  return words
    .filter((word) => shape.boxes.some((box) => overlaps(box, word)))
    .map(({ start, end }) => [start, end] as const)
}
