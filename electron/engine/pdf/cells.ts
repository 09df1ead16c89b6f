import { OPEN } from '#shared/registers/reports/answer.words.ts'
import type { Flow } from './flow.ts'
import { type StyleName, STYLES, type Tag } from './page.ts'

/** Where a column of a table begins and how wide its text may be. */
export type Column = { readonly x: number; readonly width: number }

/** What a cell holds. */
export type Cell = { readonly items: readonly string[]; readonly style: StyleName; readonly tag: Tag | null }
type PlacedLine = {
  readonly text: string
  readonly x: number
  readonly top: number
  readonly style: StyleName
}
/** A cell broken into lines, measured from its top. */
export type PlacedCell = {
  readonly lines: readonly PlacedLine[]
  readonly height: number
  readonly tag: Tag | null
}

/** Between two items of one cell. */
const ITEM_GAP = 2.2
/** The second line of an item stands in, where a cell holds several. */
const HANGING = 8

/** The lowest height at which no cell's line is cut. */
export function lastBreak(cells: readonly PlacedCell[], from: number, limit: number): number {
  let at = limit
  for (;;) {
    const cut = cells
      .flatMap(({ lines }) => lines)
      .find(({ top, style }) => top < at - 0.01 && top + STYLES[style].leading > at + 0.01)
    if (!cut || cut.top <= from) return at
    at = cut.top
  }
}

/** Breaks what a cell holds into lines of its column. */
export function placeCell(flow: Flow, { items, style, tag }: Cell, { x, width }: Column): PlacedCell {
  const lines: PlacedLine[] = []
  let top = 0
  for (const item of items) {
    const look = isOpen(item) && style === 'body' ? 'open' : style
    const inset = items.length > 1 ? HANGING : 0
    if (lines.length > 0) top += ITEM_GAP
    flow.typesetter.linesOf(item, look, width, width - inset).forEach((text, index) => {
      lines.push({ text, x: index > 0 ? x + inset : x, top, style: look })
      top += STYLES[look].leading
    })
  }
  return { lines, height: Math.max(top, STYLES[style].leading), tag }
}

function isOpen(text: string): boolean {
  return text === OPEN || /^(?:[^:]{0,80}: )?to be determined$/iu.test(text)
}
