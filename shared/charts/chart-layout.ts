import { type Chart, totalsOf } from './chart.ts'

/** The size of a drawing and the room its labels need, in any unit of length. */
export type ChartSize = {
  readonly width: number
  readonly height: number
  /** Room left of the bars: for numbers, or for the names of lying bars. */
  readonly left: number
  /** Room below the bars. */
  readonly below: number
}

/** One bar, or one part of a stacked one. */
export type PlacedBar = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly category: number
  readonly series: number
  readonly value: number
}

/** A text with its place: the middle of its line, and which end stands there. */
export type PlacedLabel = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** A line of the scale. */
export type PlacedLine = {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** Where everything of a chart stands. */
export type ChartLayout = {
  readonly bars: readonly PlacedBar[]
  readonly lines: readonly PlacedLine[]
  readonly labels: readonly PlacedLabel[]
}

/** A scale of whole numbers from nothing to at least `most`, in four steps at the most. */
export function wholeScale(most: number): readonly number[] {
  if (most <= 0) return [0, 1]
  const rough = most / 4
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? 10 * power
  const count = Math.ceil(most / step)
  return Array.from({ length: count + 1 }, (_, index) => index * step)
}

/** Places the bars, the scale and the labels of a chart. */
export function layOutChart(chart: Chart, size: ChartSize): ChartLayout {
  return chart.kind === 'bars' ? lying(chart, size) : standing(chart, size)
}

/** Of the width of a category, how much its bar takes. */
const SHARE = 0.68
/** Room that a letter of a label below takes, with some to spare. */
const LETTER = 7
/** Room above the highest line and right of the last bar. */
const MARGIN = 8

function standing(chart: Chart, { width, height, left, below }: ChartSize): ChartLayout {
  const plotWidth = width - left - MARGIN
  const plotHeight = height - below - MARGIN
  const most = chart.kind === 'stacked' ? totalsOf(chart) : chart.series.flatMap(({ values }) => values)
  const scale = wholeScale(Math.max(0, ...most))
  const top = scale.at(-1) ?? 1
  const lengthOf = (value: number) => (value / top) * plotHeight
  const floor = MARGIN + plotHeight
  const slot = plotWidth / Math.max(1, chart.categories.length)
  const side = chart.kind === 'columns' ? chart.series.length : 1
  const bars = chart.categories.flatMap((_, category) => {
    let base = floor
    return chart.series.map(({ values }, series): PlacedBar => {
      const value = values[category] ?? 0
      const length = lengthOf(value)
      const barWidth = (slot * SHARE) / Math.max(1, side)
      const x = left + category * slot + (slot * (1 - SHARE)) / 2 + (side > 1 ? series * barWidth : 0)
      const y = (chart.kind === 'stacked' ? base : floor) - length
      if (chart.kind === 'stacked') base = y
      return { x, y, width: barWidth, height: length, category, series, value }
    })
  })
  const longest = Math.max(8, ...chart.categories.map(({ length }) => length))
  const fitting = Math.max(1, Math.floor(plotWidth / (longest * LETTER)))
  const every = Math.max(1, Math.ceil(chart.categories.length / fitting))
  const names = chart.categories.flatMap((text, index) =>
    index % every === 0
      ? [{ text, x: left + (index + 0.5) * slot, y: floor + below / 2, anchor: 'middle' as const }]
      : [],
  )
  const lines = scale.map((value) => {
    const y = floor - lengthOf(value)
    return { x1: left, y1: y, x2: width - MARGIN, y2: y }
  })
  const numbers = scale.map((value, index) => ({
    text: String(value),
    x: left - 6,
    y: lines[index]!.y1,
    anchor: 'end' as const,
  }))
  return { bars, lines, labels: [...numbers, ...names] }
}

function lying(chart: Chart, { width, height, left }: ChartSize): ChartLayout {
  const values = chart.series[0]?.values ?? []
  const top = Math.max(1, ...values)
  const plotWidth = width - left - 40
  const slot = height / Math.max(1, chart.categories.length)
  const bars = values.map((value, category) => ({
    x: left,
    y: category * slot + (slot * (1 - SHARE)) / 2,
    width: (value / top) * plotWidth,
    height: slot * SHARE,
    category,
    series: 0,
    value,
  }))
  const labels = bars.flatMap(({ x, y, width: length, height: thickness, category, value }) => {
    const middle = y + thickness / 2
    return [
      { text: chart.categories[category] ?? '', x: left - 8, y: middle, anchor: 'end' as const },
      { text: String(value), x: x + length + 6, y: middle, anchor: 'start' as const },
    ]
  })
  return { bars, lines: [{ x1: left, y1: 0, x2: left, y2: height }], labels }
}
