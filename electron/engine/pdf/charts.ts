import { type Chart, chartSummary, chartTable } from '#shared/charts/chart.ts'
import { type ChartSize, layOutChart, type PlacedLabel } from '#shared/charts/chart-layout.ts'
import { seriesInk } from '#shared/charts/series-looks.ts'
import type { Flow } from './flow.ts'
import { type FigureMarks, RULE_COLOUR, SHEET, STYLES, type Tag } from './page.ts'
import { drawBlock, type PlainBlock } from './rows.ts'

const WIDTH = SHEET.right - SHEET.left
const STYLE = 'muted'
const KEY_HEIGHT = 16
/** About what the table of a chart takes: its label, its headings and the total; and each category. */
const TABLE_HEAD = 55
const TABLE_ROW = 18.4
/** A chart and its numbers up to this height stand on one page. */
const KEPT_TOGETHER = 430

/**
 * Draws a chart where the flow stands: its title, the drawing as a figure with its words as the alternative
 * text, the key, and the same numbers as a table.
 */
export function drawChart(flow: Flow, chart: Chart, section: Tag): void {
  const size = sizeOf(chart)
  const keyHeight = keyHeightOf(chart)
  flow.ensure(heightKept(chart))
  flow.space(10)
  flow.paragraph(chart.title, 'group', { type: 'P', parent: section })
  flow.y += 4
  const tag: Tag = { type: 'Figure', parent: section, alternative: chartSummary(chart) }
  flow.page().figures.push(figure(flow, chart, size, tag))
  flow.y += size.height + keyHeight + 6
  drawBlock(flow, tableBlock(chart), section)
}

const keyHeightOf = ({ series }: Chart) => (series.length > 1 ? KEY_HEIGHT : 0)

/** Height of what a chart keeps on one page: with its numbers where they are few, otherwise the drawing. */
export function heightKept(chart: Chart): number {
  const drawing = STYLES.group.leading + sizeOf(chart).height + keyHeightOf(chart) + 20
  const whole = drawing + TABLE_HEAD + chart.categories.length * TABLE_ROW
  return whole <= KEPT_TOGETHER ? whole : drawing
}

function figure(flow: Flow, chart: Chart, size: ChartSize, tag: Tag): FigureMarks {
  const { bars, lines, labels } = layOutChart(chart, size)
  const top = flow.y
  return {
    tag,
    after: flow.page().texts.length,
    boxes: [
      ...bars
        .filter(({ value }) => value > 0)
        .map(({ x, y, width, height, series }) => ({
          x: SHEET.left + x,
          y: top + y,
          width,
          height,
          colour: seriesInk(series),
        })),
      ...keyBoxes(flow, chart, top + size.height),
    ],
    lines: lines.map(({ x1, y1, x2, y2 }) => ({
      x1: SHEET.left + x1,
      y1: top + y1,
      x2: SHEET.left + x2,
      y2: top + y2,
      colour: RULE_COLOUR,
    })),
    texts: [
      ...labels.map((label) => placed(flow, label, top, size)),
      ...keyTexts(flow, chart, top + size.height),
    ],
  }
}

function placed(
  { typesetter }: Flow,
  { text, x, y, anchor }: PlacedLabel,
  top: number,
  { left }: ChartSize,
): FigureMarks['texts'][number] {
  const [first = '', ...more] = typesetter.linesOf(text, STYLE, anchor === 'end' ? left - 18 : WIDTH)
  const line = more.length > 0 ? `${first}…` : first
  const width = typesetter.widthOf(line, STYLE)
  const back = { start: 0, middle: width / 2, end: width }[anchor]
  return { text: line, x: SHEET.left + x - back, y: top + y - STYLES[STYLE].leading / 2, style: STYLE }
}

function keyPlaces({ typesetter }: Flow, chart: Chart): readonly number[] {
  let x: number = SHEET.left
  return chart.series.map(({ label }) => {
    const at = x
    x += 14 + typesetter.widthOf(label, STYLE) + 16
    return at
  })
}

function keyBoxes(flow: Flow, chart: Chart, y: number): FigureMarks['boxes'] {
  if (chart.series.length < 2) return []
  return keyPlaces(flow, chart).map((x, index) => ({
    x,
    y: y + 3,
    width: 8,
    height: 8,
    colour: seriesInk(index),
  }))
}

function keyTexts(flow: Flow, chart: Chart, y: number): FigureMarks['texts'] {
  if (chart.series.length < 2) return []
  return keyPlaces(flow, chart).map((x, index) => ({
    text: chart.series[index]?.label ?? '',
    x: x + 13,
    y: y + 1.5,
    style: STYLE,
  }))
}

function sizeOf(chart: Chart): ChartSize {
  if (chart.kind === 'bars')
    return { width: WIDTH, height: Math.max(1, chart.categories.length) * 17, left: 170, below: 0 }
  return { width: WIDTH, height: 170, left: 30, below: 18 }
}

function tableBlock(chart: Chart): PlainBlock {
  const { columns, rows } = chartTable(chart)
  return {
    kind: 'table',
    label: 'The same numbers',
    columns: columns.map((heading, index) => ({ heading, share: index === 0 ? 2 : 1 })),
    rows: rows.map((row) => row.map((cell) => [cell])),
  }
}
