import type { Box } from '#shared/cases/mark.ts'
import type { Word } from '#shared/cases/page.ts'
import type { Point, WordStep } from './word-steps.ts'

/** The size of a page, in points. */
type Sheet = { readonly width: number; readonly height: number }

/** How far a key moves or sizes a box, and the smallest one, in points. */
const STEP = 6
const SMALLEST = 4
const [WIDTH, HEIGHT] = [120, 40]

/** The box with which drawing by keyboard begins: around a word, or in the middle of the page. */
export function boxToBegin({ width, height }: Sheet, word: Word | undefined): Box {
  if (word) return { left: word.left - 2, top: word.top - 2, right: word.right + 2, bottom: word.bottom + 2 }
  const [left, top] = [Math.max(0, (width - WIDTH) / 2), Math.max(0, (height - HEIGHT) / 2)]
  return { left, top, right: Math.min(width, left + WIDTH), bottom: Math.min(height, top + HEIGHT) }
}

/** A box moved one step, or with `sizes` its right and lower edges; it never leaves the page. */
export function movedBox(box: Box, step: WordStep, sizes: boolean, sheet: Sheet): Box {
  const across = step === 'left' ? -STEP : step === 'right' ? STEP : 0
  const down = step === 'up' ? -STEP : step === 'down' ? STEP : 0
  if (sizes)
    return {
      ...box,
      right: clamp(box.right + across, box.left + SMALLEST, sheet.width),
      bottom: clamp(box.bottom + down, box.top + SMALLEST, sheet.height),
    }
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  const left = clamp(box.left + across, 0, Math.max(0, sheet.width - width))
  const top = clamp(box.top + down, 0, Math.max(0, sheet.height - height))
  return { left, top, right: left + width, bottom: top + height }
}

/** The box between two places, whichever comes first; null where it is too small to be meant. */
export function boxBetween(one: Point, other: Point, sheet: Sheet): Box | null {
  const [left, right] = [one.x, other.x].toSorted((a, b) => a - b) as [number, number]
  const [top, bottom] = [one.y, other.y].toSorted((a, b) => a - b) as [number, number]
  if (right - left < SMALLEST || bottom - top < SMALLEST) return null
  return {
    left: clamp(left, 0, sheet.width),
    top: clamp(top, 0, sheet.height),
    right: clamp(right, 0, sheet.width),
    bottom: clamp(bottom, 0, sheet.height),
  }
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))
