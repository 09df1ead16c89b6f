import type { ClockNode } from '#shared/law/clocks/clock.ts'
import { addDays, dayNumber, daysBetween, monthsLater, dayWithNumber } from '#shared/law/clocks/day-number.ts'
import type { ClarificationPause, RightsRequestEvent } from '#shared/law/clocks/rights-request-facts.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'

export type RibbonNode = ClockNode<RightsRequestEvent>

/** The days a ribbon reaches from and to. */
export type Span = { readonly from: PlainDate; readonly to: PlainDate }

/** A point with its place: what was recorded stands above the line, what follows from it below. */
export type PlacedNode = {
  readonly node: RibbonNode
  readonly x: number
  readonly side: 'above' | 'below'
  /** 0 is nearest to the line. */
  readonly lane: number
  /** Where the label begins; near the right edge it ends at the point instead. */
  readonly labelX: number
  readonly isTurned: boolean
}

/** How wide a label is drawn: it is given so much room and not measured. */
export const LABEL_WIDTH = 132
/** The height of a row of labels, and of the line with its months. */
export const LANE = 38
export const AXIS = 26
const GAP = 8

/** The days that all points lie between, and today when it comes after the first; never shorter than a month. */
export function spanOf(nodes: readonly RibbonNode[], today: PlainDate | null): Span | null {
  const days = nodes.map(({ day }) => day).toSorted()
  const [from] = days
  if (from === undefined) return null
  const last = [...days, ...(today && today > from ? [today] : [])].toSorted().at(-1)!
  return { from, to: daysBetween(from, last) < 31 ? addDays(from, 31) : last }
}

/** Where a day lies on a ribbon of some width; days outside lie on its ends. */
export function xOf(day: PlainDate, { from, to }: Span, width: number): number {
  const share = daysBetween(from, day) / daysBetween(from, to)
  return Math.min(1, Math.max(0, share)) * width
}

/** The day at a place on a ribbon; the places outside go on at the same scale. */
export function dayAt(x: number, { from, to }: Span, width: number): PlainDate {
  return addDays(from, Math.round((x / width) * daysBetween(from, to)))
}

/** Puts every point in its place, and its label in the nearest lane where it covers no other. */
export function placeNodes(nodes: readonly RibbonNode[], span: Span, width: number): readonly PlacedNode[] {
  const ends: Record<'above' | 'below', number[]> = { above: [], below: [] }
  return nodes.map((node) => {
    const x = xOf(node.day, span, width)
    const isTurned = x > width - LABEL_WIDTH
    const labelX = isTurned ? Math.max(0, x - LABEL_WIDTH) : x
    const side = node.event === null ? 'below' : 'above'
    const lanes = ends[side]
    const free = lanes.findIndex((end) => end + GAP <= labelX)
    const lane = free === -1 ? lanes.length : free
    lanes[lane] = labelX + LABEL_WIDTH
    return { node, x, side, lane, labelX, isTurned }
  })
}

/** The first days of months within a span, for the scale. */
export function monthTicks({ from, to }: Span): readonly PlainDate[] {
  const ticks: PlainDate[] = []
  const first = dayNumber(`${from.slice(0, 7)}-01` as PlainDate)
  for (let months = 1; months < 60; months++) {
    const tick = dayWithNumber(monthsLater(first, months))
    if (tick > to) break
    ticks.push(tick)
  }
  return ticks
}

/** "Wed 2 Dec"; the year is in the details. */
export function shortDay(day: PlainDate): string {
  const [weekday, date, month = ''] = formatDay(day).split(' ')
  return `${weekday} ${date} ${month.slice(0, 3)}`
}

/** The stretches of time that do not count, up to today where no answer has come. */
export function pausedSpans(pauses: readonly ClarificationPause[], today: PlainDate): readonly Span[] {
  return pauses.flatMap(({ asked, answered }) => {
    const to = answered ?? today
    return to < asked ? [] : [{ from: asked, to }]
  })
}
