import type { Box } from '#shared/cases/mark.ts'
import type { Pdfium } from '../reader/kinds/pdf/pdfium.ts'
import type { Place } from '../reader/papers/place.ts'
import type { Letter } from './letters.ts'
import { hasMiddleOf, shareWithin } from './regions.ts'

/** A letter goes with a box that covers its middle, or half of it. */
const HALF = 0.5
/** The most by which a box gives way to a letter beside it, in points. */
const GIVES_WAY = 1

/** Whether a letter is removed with some boxes. */
export const goesWith = (letter: Box, boxes: readonly Box[]): boolean =>
  boxes.some((box) => hasMiddleOf(box, letter) || shareWithin(letter, box) >= HALF)

/**
 * The boxes as PDFium is to be given them: it removes every letter that a box only touches, so each gives way, by a
 * point at most, to letters that stay.
 */
export function besideLetters(boxes: readonly Box[], letters: readonly Letter[]): readonly Box[] {
  const touching = letters.filter(
    (letter) => boxes.some((box) => shareWithin(letter, box) > 0) && !goesWith(letter, boxes),
  )
  return boxes.map((box) => touching.reduce(givingWay, box))
}

function givingWay(box: Box, letter: Box): Box {
  if (shareWithin(letter, box) === 0) return box
  const ways = [
    { by: letter.right - box.left, box: { ...box, left: letter.right + 0.02 } },
    { by: box.right - letter.left, box: { ...box, right: letter.left - 0.02 } },
    { by: letter.bottom - box.top, box: { ...box, top: letter.bottom + 0.02 } },
    { by: box.bottom - letter.top, box: { ...box, bottom: letter.top - 0.02 } },
  ].toSorted((a, b) => a.by - b.by)
  return ways[0]!.by <= GIVES_WAY ? ways[0]!.box : box
}

/** Removes what lies in boxes from the objects of a page, all at once, and writes its content anew; false on failure. */
export function removeObjects(
  { m, heap, withMemory }: Pdfium,
  page: number,
  place: Place,
  boxes: readonly Box[],
): boolean {
  if (boxes.length === 0) return true
  const toPage = toPageOf(place)
  const quads = Float32Array.from(boxes.flatMap((box) => quadOf(toPage, box)))
  const removed = withMemory(quads.byteLength, (at) => {
    heap().set(new Uint8Array(quads.buffer), at)
    return m.EPDFText_RedactInQuads(page, at, boxes.length, true, false)
  })
  // False only says that nothing was there.
  return m.FPDFPage_GenerateContent(page) || !removed
}

type Point = readonly [x: number, y: number]

function quadOf(toPage: (x: number, y: number) => Point, box: Box): number[] {
  const [[ax, ay], [bx, by]] = [toPage(box.left, box.top), toPage(box.right, box.bottom)]
  const [left, right] = [Math.min(ax, bx), Math.max(ax, bx)]
  const [bottom, top] = [Math.min(ay, by), Math.max(ay, by)]
  return [left, top, right, top, left, bottom, right, bottom]
}

/** From points of the page as shown, from its top left, to its own coordinates. */
function toPageOf(place: Place): (x: number, y: number) => Point {
  const FAR = 1000
  const [zero, right, up] = [pointOf(place, 0, 0), pointOf(place, FAR, 0), pointOf(place, 0, FAR)]
  const [a, b] = [(right[0] - zero[0]) / FAR, (right[1] - zero[1]) / FAR]
  const [c, d] = [(up[0] - zero[0]) / FAR, (up[1] - zero[1]) / FAR]
  const whole = a * d - b * c
  return (x, y) => {
    const [dx, dy] = [x - zero[0], y - zero[1]]
    return [(dx * d - dy * c) / whole, (dy * a - dx * b) / whole]
  }
}

function pointOf(place: Place, x: number, y: number): Point {
  const { left, top } = place.box(x, y, x, y)
  return [left, top]
}
