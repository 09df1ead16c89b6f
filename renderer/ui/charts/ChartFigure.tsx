import { useId } from 'react'
import { type Chart, chartSummary } from '#shared/charts/chart.ts'
import { type ChartSize, layOutChart } from '#shared/charts/chart-layout.ts'
import { ChartTable } from './ChartTable.tsx'
import classes from './ChartFigure.module.css'

type ChartFigureProps = {
  readonly chart: Chart
  /** Called with the index of a category when one of its bars is chosen; left out where there is nothing to open. */
  readonly onChoose?: ((category: number) => void) | undefined
}

const WIDTH = 720
const ANCHORS = { start: 'start', middle: 'middle', end: 'end' } as const

/** A chart with its numbers as a table beneath it: columns by month, stacked bars, or lying bars. */
export function ChartFigure({ chart, onChoose }: ChartFigureProps) {
  const id = useId()
  const size = sizeOf(chart)
  const { bars, lines, labels } = layOutChart(chart, size)
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.title}>{chart.title}</figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-labelledby={`${id}-words`}
        className={classes.drawing}
      >
        <title id={`${id}-words`}>{chartSummary(chart)}</title>
        {lines.map((line) => (
          <line key={`${line.x1} ${line.y1}`} {...line} className={classes.line} />
        ))}
        {bars.map(({ x, y, width, height, category, series, value }) => (
          <rect
            key={`${category} ${series}`}
            x={x}
            y={y}
            width={width}
            height={height}
            className={classes.bar}
            data-series={series % 6}
            data-chosen={onChoose ? true : undefined}
            onClick={onChoose && (() => onChoose(category))}
          >
            <title>{barWords(chart, category, series, value)}</title>
          </rect>
        ))}
        {labels.map(({ text, x, y, anchor }) => (
          <text
            key={`${text} ${x} ${y}`}
            x={x}
            y={y}
            dy="0.35em"
            textAnchor={ANCHORS[anchor]}
            className={classes.label}
          >
            {shortened(text)}
          </text>
        ))}
      </svg>
      {chart.series.length > 1 && <Key chart={chart} />}
      <ChartTable chart={chart} onChoose={onChoose} />
    </figure>
  )
}

function Key({ chart }: { readonly chart: Chart }) {
  return (
    <ul className={classes.key} aria-hidden>
      {chart.series.map(({ key, label }, index) => (
        <li key={key}>
          <svg width={12} height={12} aria-hidden>
            <rect width={12} height={12} className={classes.bar} data-series={index % 6} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}

function sizeOf(chart: Chart): ChartSize {
  if (chart.kind === 'bars')
    return { width: WIDTH, height: Math.max(1, chart.categories.length) * 26, left: 220, below: 0 }
  return { width: WIDTH, height: 240, left: 40, below: 26 }
}

function barWords({ categories, series, unit }: Chart, category: number, at: number, value: number): string {
  const of = series.length > 1 ? `, ${series[at]?.label}` : ''
  return `${categories[category]}${of}: ${value} ${unit}`
}

/** As many letters as fit left of lying bars; the table has the whole name. */
const MOST_LETTERS = 31

function shortened(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text
}
