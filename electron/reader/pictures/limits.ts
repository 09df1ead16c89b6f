import { NotRead } from '../finding.ts'

/** Pixels of one picture at most. */
const MOST_PIXELS = 100_000_000

/** Pixels of a picture: four bytes each, red, green, blue and how opaque; and its pixels an inch, where it says so. */
export type Pixels = {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
  readonly dpi: number | null
}

/** What is thrown for a picture that its decoder does not get on with. */
export const damaged = () =>
  new NotRead('The picture is damaged, or made in a way that this program does not know.', '')

/** Throws `NotRead` where a picture says that it is larger than it may be, before any memory is claimed for it. */
export function checkSize(width: number, height: number): void {
  if (!(width > 0) || !(height > 0)) throw damaged()
  if (width * height > MOST_PIXELS)
    throw new NotRead(
      `The picture has ${Math.round((width * height) / 1_000_000).toLocaleString('en-GB')} million pixels, and at most ${MOST_PIXELS / 1_000_000} million can be shown.`,
      'Make it smaller in a program for pictures, and bring that in.',
    )
}

/** Pixels an inch, where they are believable for something printed or scanned; screens say 72 or 96 of themselves. */
export const believable = (dpi: number | null | undefined): number | null =>
  dpi && dpi >= 99 && dpi <= 2400 ? dpi : null
