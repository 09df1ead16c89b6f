import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  dayAt,
  LABEL_WIDTH,
  monthTicks,
  pausedSpans,
  placeNodes,
  shortDay,
  spanOf,
  xOf,
} from '#renderer/registers/requests/ribbon-layout.ts'
import { addDays } from '#shared/law/clocks/day-number.ts'
import { rightsRequestClock } from '#shared/law/clocks/rights-request.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const day = (text: string) => PlainDate.parse(text)
const TODAY = day('2026-11-22')
const facts = {
  right: 'R-ACCESS',
  received: day('2026-11-02'),
  pauses: [{ asked: day('2026-11-06'), answered: day('2026-11-16') }],
  extended: false,
} as const
const { nodes } = rightsRequestClock(facts, 'england-and-wales')
const WIDTH = 700

describe('the ribbon', () => {
  test('reaches from the first point to the last, and over a month at the least', () => {
    expect(spanOf(nodes, TODAY)).toEqual({ from: '2026-11-02', to: '2026-12-14' })
    expect(spanOf(nodes.slice(0, 1), null)).toEqual({ from: '2026-11-02', to: '2026-12-03' })
    expect(spanOf(nodes.slice(0, 1), day('2027-01-05'))?.to).toBe('2027-01-05')
    expect(spanOf(nodes, day('2026-03-02'))?.from).toBe('2026-11-02')
    expect(spanOf([], null)).toBeNull()
  })

  test('a day is found again at its place, whatever the width', () => {
    const span = spanOf(nodes, TODAY)!
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 42 }), fc.integer({ min: 300, max: 2000 }), (days, width) => {
        const one = addDays(span.from, days)
        expect(dayAt(xOf(one, span, width), span, width)).toBe(one)
      }),
    )
  })

  test('what happened stands above the line, what follows below, and no label covers another', () => {
    const placed = placeNodes(nodes, spanOf(nodes, TODAY)!, WIDTH)
    expect(placed.find(({ node }) => node.key === 'received')?.side).toBe('above')
    expect(placed.find(({ node }) => node.key === 'due')?.side).toBe('below')
    for (const one of placed)
      for (const other of placed)
        if (one !== other && one.side === other.side && one.lane === other.lane)
          expect(Math.abs(one.labelX - other.labelX)).toBeGreaterThanOrEqual(LABEL_WIDTH)
    for (const { labelX } of placed) {
      expect(labelX).toBeGreaterThanOrEqual(0)
      expect(labelX + LABEL_WIDTH).toBeLessThanOrEqual(WIDTH)
    }
  })

  test('a pause without an answer reaches to today', () => {
    expect(pausedSpans([{ asked: day('2026-11-12'), answered: null }], TODAY)).toEqual([
      { from: '2026-11-12', to: '2026-11-22' },
    ])
    expect(pausedSpans([{ asked: day('2026-11-12'), answered: day('2026-11-10') }], TODAY)).toEqual([])
  })

  test('marks the months, and writes days short', () => {
    expect(monthTicks({ from: day('2026-11-02'), to: day('2027-01-05') })).toEqual([
      '2026-12-01',
      '2027-01-01',
    ])
    expect(shortDay(day('2026-12-02'))).toBe('Wed 2 Dec')
  })
})
