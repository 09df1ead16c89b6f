import type { Box } from '#shared/cases/mark.ts'
import type { AreaToRemove } from './removal.ts'

/** What is removed from a page: the boxes of an area, joined where they stand side by side, and what they say. */
export type Region = {
  readonly boxes: readonly Box[]
  readonly label: string
  readonly spoken: string
}

/** Ink runs a little over the edge of its box, which is kept to a quarter of a point. */
const EDGE = 0.4
/** The least a box takes, in points, so that none is empty. */
const LEAST = 1

type Size = { readonly width: number; readonly height: number }

/** The regions of a page that is not removed as a whole, within the page. */
export function regionsOf(areas: readonly AreaToRemove[], size: Size): readonly Region[] {
  return areas.map(({ boxes, words, label, spoken }) => {
    const within = boxes.flatMap((box) => clipped(wider(box), size))
    return { boxes: words === '' ? within : joined(within), label, spoken }
  })
}

/** The area that stands for the whole page; undefined where only parts are removed. */
export const wholePage = (areas: readonly AreaToRemove[]) => areas.find(({ boxes }) => boxes.length === 0)

/** All boxes of some regions. */
export const boxesOf = (regions: readonly Region[]): readonly Box[] => regions.flatMap(({ boxes }) => boxes)

function wider({ left, top, right, bottom }: Box): Box {
  const [x, y] = [Math.max(0, LEAST - (right - left)) / 2, Math.max(0, LEAST - (bottom - top)) / 2]
  return {
    left: Math.min(left, right) - EDGE - x,
    top: Math.min(top, bottom) - EDGE - y,
    right: Math.max(left, right) + EDGE + x,
    bottom: Math.max(top, bottom) + EDGE + y,
  }
}

function clipped(box: Box, { width, height }: Size): Box[] {
  const within = {
    left: Math.max(0, box.left),
    top: Math.max(0, box.top),
    right: Math.min(width, box.right),
    bottom: Math.min(height, box.bottom),
  }
  return within.right > within.left && within.bottom > within.top ? [within] : []
}

/** Words of one line that follow each other become one box, so that their lengths do not show. */
function joined(boxes: readonly Box[]): readonly Box[] {
  const result: Box[] = []
  for (const box of boxes) {
    const last = result.at(-1)
    if (last && isBeside(last, box)) result[result.length - 1] = around(last, box)
    else result.push(box)
  }
  return result
}

function isBeside(a: Box, b: Box): boolean {
  const height = Math.min(a.bottom - a.top, b.bottom - b.top)
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  const gap = Math.max(a.left, b.left) - Math.min(a.right, b.right)
  return shared > height * 0.5 && gap < height * 0.8
}

const around = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
})

/** How much of a box lies in another, from 0 to 1. */
export function shareWithin(box: Box, other: Box): number {
  const width = Math.min(box.right, other.right) - Math.max(box.left, other.left)
  const height = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top)
  if (width <= 0 || height <= 0) return 0
  const area = (box.right - box.left) * (box.bottom - box.top)
  return area > 0 ? (width * height) / area : 1
}

/** Whether the middle of a box lies in another. */
export function hasMiddleOf(other: Box, { left, top, right, bottom }: Box): boolean {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return x >= other.left && x <= other.right && y >= other.top && y <= other.bottom
}
