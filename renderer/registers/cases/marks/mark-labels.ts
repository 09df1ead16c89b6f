import type { Box, Mark } from '#shared/cases/mark.ts'
import { labelParts } from '#shared/cases/removal-words.ts'
import { exemptionLabel } from '#shared/law/exemptions/exemptions.ts'
import { labelOfMark, type MarkView, marksOf } from './mark-views.ts'

/** Words inside a box: where they begin, on which line, and how large, in points. */
export type PlacedLabel = {
  readonly mark: number
  readonly text: string
  readonly box: Box
  readonly size: number
  /** How wide the words are, about. */
  readonly width: number
}

/** A number that stands in a box too small for words, and what it stands for. */
export type KeyEntry = { readonly number: number; readonly says: string }

type Labels = { readonly placed: readonly PlacedLabel[]; readonly key: readonly KeyEntry[] }

/** The smallest letters that can be read, and those of ordinary print, in points. */
const [SMALLEST, LARGEST] = [5.5, 10]
/** Of the height of a box, and how wide a letter is of its size, on the average. */
const [OF_HEIGHT, OF_SIZE] = [0.72, 0.55]
const ROOM = 3

/**
 * What stands inside the boxes of a view: the label for the requester, the code of the reason for the regulator, each
 * where it fits, and else a number with a key. Nothing while working. The same words have the same number.
 */
export function labelsOf(marks: readonly Mark[], view: MarkView, page: Box): Labels {
  if (view === 'working') return { placed: [], key: [] }
  const numbers = new Map<string, number>()
  const placed = marksOf(marks, view).flatMap((mark) => {
    const boxes = mark.shape.kind === 'page' ? [page] : mark.shape.boxes
    const text = wordingOf(mark, view)
    const fits = boxes.map((box) => placeIn(box, text, mark.id)).find((label) => label !== null)
    if (fits) return [fits]
    const says = view === 'requester' ? labelOfMark(mark) : inFull(mark)
    const number = numbers.get(says) ?? numbers.size + 1
    numbers.set(says, number)
    const box = boxes.reduce((widest, one) => (widthOf(one) > widthOf(widest) ? one : widest))
    const size = Math.min(LARGEST, Math.max(4, OF_HEIGHT * (box.bottom - box.top)))
    return [{ mark: mark.id, text: String(number), box, size, width: letters(String(number), size) }]
  })
  return { placed, key: [...numbers].map(([says, number]) => ({ number, says })) }
}

/** What a pack prints there, "Person C"; or for the regulator the code of the reason. */
function wordingOf(mark: Mark, view: MarkView): string {
  if (view === 'requester') return labelParts(mark.label).printed
  return mark.state === 'rejected' ? 'stays' : mark.exemption || 'no reason'
}

function inFull({ state, exemption, reason }: Mark): string {
  if (state === 'rejected') return reason === '' ? 'stays' : `stays: ${reason}`
  if (exemption === '') return 'no reason'
  return `${exemption}, ${exemptionLabel(exemption)}`
}

function placeIn(box: Box, text: string, mark: number): PlacedLabel | null {
  const tallest = Math.min(LARGEST, OF_HEIGHT * (box.bottom - box.top))
  const widest = (widthOf(box) - ROOM) / (text.length * OF_SIZE)
  const size = Math.min(tallest, widest)
  return size < SMALLEST ? null : { mark, text, box, size, width: letters(text, size) }
}

const widthOf = ({ left, right }: Box) => right - left
const letters = (text: string, size: number) => text.length * OF_SIZE * size
