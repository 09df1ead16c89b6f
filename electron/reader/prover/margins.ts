import type { Box } from '#shared/cases/mark.ts'
import type { Word } from '#shared/cases/page.ts'
import { type Area, areaOf, colourOf, differs, maskOf, type Picture, type Size } from './pixels.ts'

/** How far around a mark something is looked for that could be read, in points: a line more, within these. */
const [LEAST_MARGIN, MOST_MARGIN] = [10, 26]
/** Ink differs from its paper by so much. */
const INK = 60
/** A letter has more pixels than this. */
const LEAST_INK = 5
/** A row or column that is ink for so much of its length is a rule of a table. */
const RULE = 0.7

export type Around = {
  readonly boxes: readonly Box[]
  readonly words: readonly Word[]
  readonly stamp: Box | null
  readonly drawn: Picture
  readonly scale: number
}

/** What surrounds a box on a page. */
export function marginOf(box: Box, scale: number, size: Size): Area {
  const line = Math.min(MOST_MARGIN, Math.max(LEAST_MARGIN, (box.bottom - box.top) * 1.2))
  return areaOf(box, scale, line * scale, size)
}

/** Makes a test of whether ink around a box is neither a word that stays, nor a mark, nor a rule: it may be letters. */
export function seeMargins({ boxes, words, stamp, drawn, scale }: Around): (box: Box) => boolean {
  const explained = maskOf(drawn, [
    ...boxes.map((box) => areaOf(box, scale, 1.6, drawn)),
    ...words.map((word) => areaOf(word, scale, 1.6, drawn)),
    ...(stamp ? [areaOf(stamp, scale, 1, drawn)] : []),
  ])
  return (box) => hasInk(drawn, marginOf(box, scale, drawn), explained)
}

function hasInk(drawn: Picture, margin: Area, explained: Uint8Array): boolean {
  const paper = colourOf(drawn, margin, explained)
  const [width, height] = [margin.right - margin.left, margin.bottom - margin.top]
  const ink = new Uint8Array(width * height)
  const [rows, columns] = [new Uint32Array(height), new Uint32Array(width)]
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const pixel = (margin.top + y) * drawn.width + margin.left + x
      if (explained[pixel] || !differs(drawn.pixels, pixel * 4, paper, INK)) continue
      ink[y * width + x] = 1
      rows[y]! += 1
      columns[x]! += 1
    }
  let count = 0
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (ink[y * width + x] && rows[y]! < width * RULE && columns[x]! < height * RULE) count += 1
  return count > LEAST_INK
}
