import type { Block } from '#shared/registers/reports/document-model.ts'
import { type Cell, type Column, lastBreak, type PlacedCell, placeCell } from './cells.ts'
import type { Flow } from './flow.ts'
import { drawPassages, passageStart } from './passages.ts'
import { RULE_COLOUR, SHADE_COLOUR, SHEET, STYLES, type Tag } from './page.ts'

const WIDTH = SHEET.right - SHEET.left
const LABEL_WIDTH = 124
const CELL_PADDING = 3.4
/** A row up to this height is kept on one page. */
const KEPT_TOGETHER = 170

/** A block made of text alone. */
export type PlainBlock = Exclude<Block, { readonly kind: 'chart' }>

const FACT_COLUMNS: readonly Column[] = [
  { x: SHEET.left, width: LABEL_WIDTH - 10 },
  { x: SHEET.left + LABEL_WIDTH, width: WIDTH - LABEL_WIDTH },
]
const HEADING_PADDING = 2.5
/** A row that breaks anyway begins on this page if so much is left. */
const LEAST_ROOM = 60

/** Draws labelled facts or a table; rows break across pages between lines, and headings are repeated. */
export function drawBlock(flow: Flow, block: PlainBlock, section: Tag): void {
  if (block.kind === 'facts') drawFacts(flow, block.facts, section)
  else if (block.kind === 'passages') drawPassages(flow, block.passages, section)
  else drawTable(flow, block, section)
}

/** Height that has to be left for a block to begin here: its headings and the first row, or a piece of it. */
export function leastHeight(flow: Flow, block: Block | undefined): number {
  if (!block || block.kind === 'chart') return 0
  if (block.kind === 'table') {
    const columns = tableColumns(block)
    const heading = headingHeight(headingCells(flow, columns, block.columns, null))
    return 5 + STYLES.label.leading + 2 + heading + firstRow(flow, columns, block.rows[0])
  }
  if (block.kind === 'passages') return block.passages[0] ? passageStart(flow, block.passages[0]) : 0
  const [first] = block.facts
  return first ? firstRow(flow, FACT_COLUMNS, [[first.label], first.lines]) : 0
}

function firstRow(flow: Flow, columns: readonly Column[], row: readonly (readonly string[])[] = []): number {
  const heights = row.map(
    (items, index) => placeCell(flow, { items, style: 'body', tag: null }, columns[index]!).height,
  )
  const height = Math.max(0, ...heights) + 2 * CELL_PADDING
  return height > KEPT_TOGETHER ? LEAST_ROOM : height
}

function drawFacts(
  flow: Flow,
  facts: readonly { label: string; lines: readonly string[] }[],
  section: Tag,
): void {
  for (const { label, lines } of facts) {
    // A label and what is said of it read best as one paragraph; a table of two columns is noise when read aloud.
    const tag: Tag = { type: 'P', parent: section }
    drawRow(flow, FACT_COLUMNS, [
      { items: [label], style: 'label', tag },
      { items: lines, style: 'body', tag },
    ])
  }
}

function drawTable(flow: Flow, block: Extract<Block, { kind: 'table' }>, section: Tag): void {
  const columns = tableColumns(block)
  const table: Tag = { type: 'Table', parent: section }
  flow.ensure(leastHeight(flow, block))
  flow.space(5)
  flow.paragraph(block.label, 'label', { type: 'P', parent: section })
  flow.y += 2
  const heading = (row: Tag | null) => drawHeading(flow, columns, block.columns, row)
  heading({ type: 'TR', parent: table })
  for (const cells of block.rows) {
    const row: Tag = { type: 'TR', parent: table }
    drawRow(
      flow,
      columns,
      cells.map((items, index) => ({
        items,
        style: 'body',
        tag: index === 0 ? { type: 'TH', parent: row, scope: 'Row' } : { type: 'TD', parent: row },
      })),
      () => heading(null),
    )
  }
  flow.y += 5
}

function tableColumns(block: Extract<Block, { kind: 'table' }>): readonly Column[] {
  const total = block.columns.reduce((sum, { share }) => sum + share, 0)
  let x: number = SHEET.left
  return block.columns.map(({ share }) => {
    const column = { x: x + CELL_PADDING, width: (WIDTH * share) / total - 2 * CELL_PADDING }
    x += (WIDTH * share) / total
    return column
  })
}

function drawHeading(
  flow: Flow,
  columns: readonly Column[],
  headings: readonly { heading: string }[],
  row: Tag | null,
): void {
  const cells = headingCells(flow, columns, headings, row)
  const height = headingHeight(cells)
  flow.page().boxes.push({ x: SHEET.left, y: flow.y, width: WIDTH, height, colour: SHADE_COLOUR })
  for (const { lines, tag } of cells)
    for (const { text, x, top, style } of lines)
      flow.page().texts.push({ text, x, y: flow.y + HEADING_PADDING + top, style, tag })
  flow.y += height
}

function headingCells(
  flow: Flow,
  columns: readonly Column[],
  headings: readonly { heading: string }[],
  row: Tag | null,
): readonly PlacedCell[] {
  return columns.map((column, index) => {
    const tag: Tag | null = row && { type: 'TH', parent: row, scope: 'Column' }
    return placeCell(flow, { items: [headings[index]?.heading ?? ''], style: 'heading', tag }, column)
  })
}

function headingHeight(cells: readonly PlacedCell[]): number {
  return Math.max(STYLES.heading.leading, ...cells.map(({ height }) => height)) + 2 * HEADING_PADDING
}

function drawRow(
  flow: Flow,
  columns: readonly Column[],
  cells: readonly Cell[],
  onNewPage?: () => void,
): void {
  const placed = cells.map((cell, index) => placeCell(flow, cell, columns[index]!))
  const height = Math.max(...placed.map((cell) => cell.height))
  const nextPage = () => {
    flow.newPage()
    onNewPage?.()
  }
  const left = SHEET.bottom - flow.y
  const fits = height + 2 * CELL_PADDING <= left
  if (!fits && (height <= KEPT_TOGETHER || left < LEAST_ROOM)) nextPage()

  let from = 0
  while (from < height) {
    const room = SHEET.bottom - flow.y - 2 * CELL_PADDING
    const to = height - from <= room ? height : lastBreak(placed, from, from + room)
    for (const { lines, tag } of placed) {
      for (const { text, x, top, style } of lines) {
        if (top < from - 0.01 || top >= to - 0.01) continue
        flow.page().texts.push({ text, x, y: flow.y + CELL_PADDING + top - from, style, tag })
      }
    }
    flow.y += to - from + 2 * CELL_PADDING
    flow.rule(flow.y, RULE_COLOUR, 0.5)
    if (to < height) nextPage()
    from = to
  }
}
