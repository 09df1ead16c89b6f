import { addMonths, PlainDate } from '#shared/time/plain-date.ts'

/** One row of numbers of a chart, one value for each category. */
export type ChartSeries = {
  readonly key: string
  readonly label: string
  readonly values: readonly number[]
}

/** What a chart shows, before anybody decides how it looks: the screen and the PDF draw the same one. */
export type Chart = {
  /** `columns` stand side by side, `stacked` on one another, `bars` lie. */
  readonly kind: 'columns' | 'stacked' | 'bars'
  readonly title: string
  /** What the categories are: "Month". */
  readonly heading: string
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  /** What is counted, in the plural: "requests". */
  readonly unit: string
  /** One thing can be counted in several categories, so their sum means nothing. */
  readonly overlaps?: boolean | undefined
}

/** A day that counts, and what it belongs to. */
export type DatedSeries = {
  readonly key: string
  readonly label: string
  readonly days: readonly PlainDate[]
}

/** The months from one day's to another's, as "2026-11"; empty when the first is later. */
export function monthsBetween(from: PlainDate, to: PlainDate): readonly string[] {
  const months: string[] = []
  let day = PlainDate.parse(`${from.slice(0, 7)}-01`)
  while (day.slice(0, 7) <= to.slice(0, 7)) {
    months.push(day.slice(0, 7))
    day = addMonths(day, 1)
  }
  return months
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** "Nov 2026". */
export function monthWords(month: string): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`
}

/** How many days of each series fall into each month; days outside are left out. */
export function columnsByMonth(
  about: { readonly title: string; readonly unit: string },
  period: { readonly from: PlainDate; readonly to: PlainDate },
  series: readonly DatedSeries[],
): Chart {
  const months = monthsBetween(period.from, period.to)
  const inPeriod = (day: PlainDate) => day >= period.from && day <= period.to
  return {
    ...about,
    kind: series.length > 1 ? 'stacked' : 'columns',
    heading: 'Month',
    categories: months.map(monthWords),
    series: series.map(({ key, label, days }) => ({
      key,
      label,
      values: months.map((month) => days.filter((day) => inPeriod(day) && day.startsWith(month)).length),
    })),
  }
}

/** Columns made of parts: one for each category, with a part for each series. */
export function stackedBars(chart: Omit<Chart, 'kind'>): Chart {
  return { ...chart, kind: 'stacked' }
}

/** Lying bars, the longest first; those beyond `most` are put together as "Other". */
export function horizontalBars(
  about: { readonly title: string; readonly unit: string; readonly heading: string },
  rows: readonly { readonly label: string; readonly value: number }[],
  most = 12,
): Chart {
  const sorted = rows.toSorted((a, b) => b.value - a.value || a.label.localeCompare(b.label, 'en-GB'))
  const kept = sorted.length > most ? sorted.slice(0, most - 1) : sorted
  const rest = sorted.slice(kept.length).reduce((sum, { value }) => sum + value, 0)
  const shown = sorted.length > most ? [...kept, { label: 'Other', value: rest }] : kept
  return {
    ...about,
    kind: 'bars',
    categories: shown.map(({ label }) => label),
    series: [{ key: 'value', label: capitalised(about.unit), values: shown.map(({ value }) => value) }],
  }
}

/** The sum of each category over all series. */
export function totalsOf({ categories, series }: Chart): readonly number[] {
  return categories.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0))
}

/** The same numbers as a table. */
export type ChartTable = {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The chart as a table: a row for each category and one for the total, a column for each series. */
export function chartTable(chart: Chart): ChartTable {
  const { title, heading, categories, series } = chart
  const totals = totalsOf(chart)
  const isSeveral = series.length > 1
  const row = (label: string, values: readonly number[], total: number) => [
    label,
    ...values.map(String),
    ...(isSeveral ? [String(total)] : []),
  ]
  const sums = series.map(({ values }) => sum(values))
  return {
    caption: title,
    columns: [heading, ...series.map(({ label }) => label), ...(isSeveral ? ['Total'] : [])],
    rows: [
      ...categories.map((category, index) =>
        row(
          category,
          series.map(({ values }) => values[index] ?? 0),
          totals[index] ?? 0,
        ),
      ),
      ...(chart.overlaps ? [] : [row('Total', sums, sum(totals))]),
    ],
  }
}

/** What the chart says, in words: for people who do not see it. */
export function chartSummary(chart: Chart): string {
  const totals = totalsOf(chart)
  const all = sum(totals)
  if (all === 0) return `${chart.title}. Nothing to count: no ${chart.unit}.`
  const most = Math.max(...totals)
  const at = chart.categories.filter((_, index) => totals[index] === most)
  const peak = `Most: ${most} in ${at.slice(0, 3).join(', ')}${at.length > 3 ? ' and others' : ''}.`
  const parts = chart.series.map(({ label, values }) => `${label} ${sum(values)}`).join(', ')
  if (chart.overlaps)
    return `${chart.title}. ${chart.categories.length} rows; some ${chart.unit} stand in several. ${peak}`
  const split = chart.series.length > 1 ? ` Of these: ${parts}.` : ''
  return `${chart.title}. ${all} ${chart.unit} in ${chart.categories.length} ${chart.categories.length === 1 ? 'row' : 'rows'}. ${peak}${split}`
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
