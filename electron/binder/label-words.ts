import { winAnsiOf } from './pdf-text.ts'

/** Widths of the letters of Helvetica from space to tilde, in thousandths of its size. */
const HELVETICA = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
]
/** Letters with accents are about as wide as without; none is taken for narrower than it is. */
const OTHER = 780

/** The font of labels, under its name in the resources of a page. */
export const LABEL_FONT = '/DpoLabel'
export const LABEL_FONT_IS = {
  '/Type': '/Font',
  '/Subtype': '/Type1',
  '/BaseFont': '/Helvetica',
  '/Encoding': '/WinAnsiEncoding',
}

/** The least size in points at which a label can be read, and the largest it is given. */
const LEAST_SIZE = 4.5
const LARGEST_SIZE = 11

/** What of a label is shown in a box, and how large. */
export type ShownLabel = { readonly text: string; readonly size: number; readonly width: number }

/** The label where it fits, else its first part, else its key; null where nothing can be read in the box. */
export function labelFor(label: string, width: number, height: number): ShownLabel | null {
  const whole = writable(label).trim()
  const part = whole.split(/[,;(]/u)[0]!.trim()
  const key = part.split(' ').at(-1)!
  const fits = [whole, part, ...(key.length <= 3 ? [key] : [])].flatMap((text) => fitted(text, width, height))
  return fits[0] ?? null
}

function fitted(text: string, width: number, height: number): ShownLabel[] {
  const em = widthOf(text)
  if (em === 0) return []
  const size = Math.min(LARGEST_SIZE, height * 0.8, (width - 1) / em)
  return size >= LEAST_SIZE ? [{ text, size, width: em * size }] : []
}

/** How wide a text is in Helvetica of one point. */
function widthOf(text: string): number {
  let sum = 0
  for (const letter of text) sum += HELVETICA[letter.codePointAt(0)! - 0x20] ?? OTHER
  return sum / 1000
}

/** What the standard font has of a text: letters with marks that it lacks lose them, others go. */
function writable(text: string): string {
  return Array.from(text.normalize('NFC'), (letter) =>
    winAnsiOf(letter) === null ? letter.normalize('NFD').replaceAll(/[^\x20-\x7E]/gu, '') : letter,
  ).join('')
}
