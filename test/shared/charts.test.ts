import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Chart,
  chartSummary,
  chartTable,
  columnsByMonth,
  horizontalBars,
  monthsBetween,
  monthWords,
  stackedBars,
  totalsOf,
} from '#shared/charts/chart.ts'
import { layOutChart, wholeScale } from '#shared/charts/chart-layout.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const day = (text: string) => PlainDate.parse(text)
const days = (...texts: string[]) => texts.map(day)

describe('counting by month', () => {
  test.each([
    ['2026-11-22', '2026-11-01', ['2026-11']],
    ['2026-11-30', '2027-02-01', ['2026-11', '2026-12', '2027-01', '2027-02']],
    ['2027-01-01', '2026-12-31', []],
  ])('from %s to %s: %j', (from, to, months) => expect(monthsBetween(day(from), day(to))).toEqual(months))

  test('each day counts in its month; days outside the period do not', () => {
    const chart = columnsByMonth(
      { title: 'Requests', unit: 'requests' },
      { from: day('2026-01-15'), to: day('2026-03-31') },
      [
        {
          key: 'a',
          label: 'Access',
          days: days('2026-01-14', '2026-01-15', '2026-03-31', '2026-03-01', '2026-04-01'),
        },
      ],
    )
    expect(chart.categories).toEqual(['Jan 2026', 'Feb 2026', 'Mar 2026'])
    expect(chart.series[0]?.values).toEqual([1, 0, 2])
    expect(chart.kind).toBe('columns')
    expect(monthWords('2026-12')).toBe('Dec 2026')
  })
})

const STACKED: Chart = stackedBars({
  title: 'Breaches by cause',
  heading: 'Month',
  unit: 'breaches',
  categories: ['Jan 2026', 'Feb 2026'],
  series: [
    { key: 'a', label: 'Emailed wrongly', values: [2, 1] },
    { key: 'b', label: 'Lost', values: [1, 0] },
  ],
})

describe('the numbers of a chart', () => {
  test('as a table: a row for each category, and the totals', () => {
    expect(chartTable(STACKED)).toEqual({
      caption: 'Breaches by cause',
      columns: ['Month', 'Emailed wrongly', 'Lost', 'Total'],
      rows: [
        ['Jan 2026', '2', '1', '3'],
        ['Feb 2026', '1', '0', '1'],
        ['Total', '3', '1', '4'],
      ],
    })
    expect(totalsOf(STACKED)).toEqual([3, 1])
  })

  test('in words', () => {
    expect(chartSummary(STACKED)).toBe(
      'Breaches by cause. 4 breaches in 2 rows. Most: 3 in Jan 2026. Of these: Emailed wrongly 3, Lost 1.',
    )
    expect(chartSummary({ ...STACKED, series: [] })).toBe('Breaches by cause. Nothing to count: no breaches.')
  })

  test('lying bars: the longest first, the small ones together', () => {
    const rows = ['a', 'b', 'c', 'd'].map((label, index) => ({ label, value: index + 1 }))
    const about = { title: 'Causes', unit: 'breaches', heading: 'Cause' }
    const chart = horizontalBars(about, rows, 3)
    expect(chart.categories).toEqual(['d', 'c', 'Other'])
    expect(chart.series[0]?.values).toEqual([4, 3, 3])
    expect(horizontalBars(about, rows, 4).categories).toEqual(['d', 'c', 'b', 'a'])
  })
})

describe('the scale', () => {
  test.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [7, [0, 2, 4, 6, 8]],
    [40, [0, 10, 20, 30, 40]],
    [95, [0, 50, 100]],
  ])('for %i: %j', (most, scale) => expect(wholeScale(most)).toEqual(scale))

  test('is of whole numbers, reaches the highest bar, and has four steps at the most', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (most) => {
        const scale = wholeScale(most)
        expect(scale.every(Number.isInteger)).toBe(true)
        expect(scale.at(-1)).toBeGreaterThanOrEqual(most)
        expect(scale.length).toBeLessThanOrEqual(5)
      }),
    )
  })
})

describe('the layout', () => {
  const size = { width: 720, height: 240, left: 40, below: 26 }

  test('parts stand on one another, without a gap', () => {
    const [lower, upper] = layOutChart(STACKED, size).bars
    expect(upper!.y + upper!.height).toBeCloseTo(lower!.y)
    expect(lower!.height / upper!.height).toBeCloseTo(2)
  })

  test('columns of several series stand side by side', () => {
    const { bars } = layOutChart({ ...STACKED, kind: 'columns' }, size)
    expect(bars[1]!.x).toBeCloseTo(bars[0]!.x + bars[0]!.width)
  })

  test('every bar lies within the drawing, and is as long as its value', () => {
    const chart = fc.array(fc.nat(500), { minLength: 1, maxLength: 30 }).map((values): Chart => ({
      ...STACKED,
      categories: values.map(String),
      series: [{ key: 'a', label: 'A', values }],
    }))
    fc.assert(
      fc.property(chart, fc.constantFrom('columns', 'stacked', 'bars'), (drawn, kind) => {
        const { bars } = layOutChart({ ...drawn, kind }, size)
        const [longest] = bars.toSorted((a, b) => b.value - a.value)
        for (const { x, y, width, height, value } of bars) {
          expect(x).toBeGreaterThanOrEqual(size.left)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(x + width).toBeLessThanOrEqual(size.width)
          expect(y + height).toBeLessThanOrEqual(size.height + 0.001)
          if (!longest?.value) continue
          const length = kind === 'bars' ? width / longest.width : height / longest.height
          expect(length).toBeCloseTo(value / longest.value, 6)
        }
      }),
    )
  })
})
