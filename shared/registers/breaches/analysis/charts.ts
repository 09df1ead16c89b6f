import { type Chart, columnsByMonth, horizontalBars, monthWords } from '#shared/charts/chart.ts'
import type { Period } from '#shared/registers/reports/annual/period.ts'
import { addMonths, PlainDate } from '#shared/time/plain-date.ts'
import type { AnalysisChart } from '../analysis.contract.ts'
import type { Breach } from '../breach.record.ts'
import type { Group } from './groups.ts'
import { dayKnown, type Population } from './population.ts'

const MOST_BARS = 12

type About = {
  readonly key: string
  readonly title: string
  readonly heading: string
  readonly unit?: string
}

/** Lying bars of groups, with the entries of each; small groups beyond the twelfth bar are put together. */
export function barsOf({ key, unit = 'breaches', ...about }: About, groups: readonly Group[]): AnalysisChart {
  const kept = groups.length > MOST_BARS ? groups.slice(0, MOST_BARS - 1) : groups
  const rest = groups.slice(kept.length)
  const shown = rest.length > 0 ? [...kept, { label: 'All others', ids: merged(rest) }] : kept
  const all = merged(groups)
  const mentions = groups.reduce((sum, { ids }) => sum + ids.length, 0)
  const bars = horizontalBars({ ...about, unit }, [])
  const chart: Chart = {
    ...bars,
    categories: shown.map(({ label }) => label),
    series: bars.series.map((series) => ({ ...series, values: shown.map(({ ids }) => ids.length) })),
    ...(mentions > all.length && { overlaps: true }),
  }
  return { key, ...withoutReadonly(chart), ids: shown.map(({ ids }) => [...ids]) }
}

/** Breaches and near misses by month or by quarter of the calendar year. */
export function overTime(
  { breaches, nearMisses }: Population,
  period: Period,
  by: 'month' | 'quarter',
): AnalysisChart {
  const series = [
    { key: 'breaches', label: 'Breaches', days: breaches.flatMap((breach) => dayKnown(breach) ?? []) },
    { key: 'near', label: 'Near misses', days: nearMisses.flatMap((breach) => dayKnown(breach) ?? []) },
  ]
  const about = { title: `Breaches and near misses by ${by}`, unit: 'entries' }
  const months = columnsByMonth(about, period, series)
  const chart = by === 'month' ? months : inQuarters(months, period)
  const entries = [...breaches, ...nearMisses]
  const ids = chart.categories.map((category) =>
    entries.filter((entry) => wordsOf(dayKnown(entry), by) === category).map(({ id }) => id),
  )
  return { key: 'time', ...withoutReadonly(chart), ids }
}

function inQuarters(months: Chart, { from }: Period): Chart {
  const first = PlainDate.parse(`${from.slice(0, 7)}-01`)
  const quarters = months.categories.map((_, index) => quarterWords(addMonths(first, index)))
  const categories = [...new Set(quarters)]
  return {
    ...months,
    heading: 'Quarter',
    categories,
    series: months.series.map((series) => ({
      ...series,
      values: categories.map((category) =>
        series.values.reduce((sum, value, index) => (quarters[index] === category ? sum + value : sum), 0),
      ),
    })),
  }
}

function wordsOf(day: PlainDate | null, by: 'month' | 'quarter'): string {
  if (day === null) return ''
  return by === 'month' ? monthWords(day) : quarterWords(day)
}

/** "Jan–Mar 2026". */
function quarterWords(day: PlainDate): string {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1
  const nameOf = (month: number) => monthWords(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}`)
  return `${nameOf(first).slice(0, 3)}–${nameOf(first + 2)}`
}

function merged(groups: readonly Pick<Group, 'ids'>[]): Breach['id'][] {
  return [...new Set(groups.flatMap(({ ids }) => ids))]
}

function withoutReadonly({ categories, series, ...chart }: Chart): Pick<AnalysisChart, 'chart'> {
  return {
    chart: {
      ...chart,
      categories: [...categories],
      series: series.map(({ values, ...one }) => ({ ...one, values: [...values] })),
    },
  }
}
