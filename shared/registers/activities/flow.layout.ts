import type { Flow, FlowColumn, FlowPlace } from './flow.parts.ts'
import { edgesOf, type FlowEdge, type FlowNode } from './flow.edges.ts'
import { wrapText } from './flow.text.ts'

/** A drawing ready to be put on a page. */
export type FlowDrawing = {
  readonly title: string
  readonly width: number
  readonly height: number
  readonly headings: readonly { readonly text: string; readonly x: number; readonly y: number }[]
  readonly nodes: readonly FlowNode[]
  readonly edges: readonly FlowEdge[]
  readonly note: { readonly lines: readonly string[]; readonly x: number; readonly y: number } | null
}

/** How many places a column shows before the rest is drawn as one. */
export type FlowLimits = Readonly<Record<FlowColumn, number>>
export const FLOW_LIMITS: FlowLimits = { sources: 14, activities: 16, held: 8, recipients: 16, abroad: 12 }

export const NODE_WIDTH = 200
export const LABEL_LINE = 16
export const DETAIL_LINE = 14
export const NODE_PADDING = 9
const COLUMN_GAP = 88
const NODE_GAP = 10
const GROUP_GAP = 44
const MARGIN = 20
const TOP = 52

const HEADINGS: Readonly<Record<FlowColumn, string>> = {
  sources: 'Where it comes from',
  activities: 'Activity',
  held: 'Held in',
  recipients: 'Who gets it',
  abroad: 'Outside the United Kingdom',
}

/** Places a flow on a page: columns from left to right, long columns collapsed, nothing overlapping. */
export function layOutFlow(flow: Flow, limits: FlowLimits = FLOW_LIMITS): FlowDrawing {
  const drawnAs = new Map<string, string>()
  const columns = COLUMN_ORDER.map((stack) =>
    stack.map((column) => collapse(flow, column, limits[column], drawnAs)),
  )
  const heights = columns.map(stackHeight)
  const tallest = Math.max(...heights, 0)
  const headings: { text: string; x: number; y: number }[] = []
  const nodes: FlowNode[] = []
  columns.forEach((groups, index) => {
    const x = MARGIN + index * (NODE_WIDTH + COLUMN_GAP)
    headings.push({ text: headingOf(COLUMN_ORDER[index]![0]!, groups[0]!), x, y: MARGIN + 12 })
    let y = TOP + (tallest - heights[index]!) / 2
    groups.forEach((group, position) => {
      if (position > 0 && group.length > 0) {
        y += GROUP_GAP - NODE_GAP
        headings.push({ text: HEADINGS.held, x, y: y - 10 })
      }
      for (const node of group) {
        nodes.push({ ...node, x, y })
        y += node.height + NODE_GAP
      }
    })
  })
  const abroadX = MARGIN + 3 * (NODE_WIDTH + COLUMN_GAP)
  const hasAbroad = flow.places.some(({ column }) => column === 'abroad')
  const noteLines = hasAbroad || flow.abroadNote === '' ? [] : wrapText(flow.abroadNote, 29, 4)
  return {
    title: flow.title,
    width: abroadX + NODE_WIDTH + MARGIN,
    height: TOP + Math.max(tallest, 80) + MARGIN,
    headings,
    nodes,
    edges: edgesOf(flow, nodes, drawnAs),
    note: noteLines.length > 0 ? { lines: noteLines, x: abroadX, y: TOP + Math.max(tallest, 80) / 2 } : null,
  }
}

const COLUMN_ORDER: readonly (readonly FlowColumn[])[] = [
  ['sources'],
  ['activities', 'held'],
  ['recipients'],
  ['abroad'],
]

type Sized = Omit<FlowNode, 'x' | 'y'>

/** The places of a column, the best connected first; those past the limit become one. */
function collapse(flow: Flow, column: FlowColumn, limit: number, drawnAs: Map<string, string>): Sized[] {
  const places = flow.places.filter((place) => place.column === column)
  const uses = new Map<string, number>()
  for (const { links } of flow.rows) for (const key of links.flat()) uses.set(key, (uses.get(key) ?? 0) + 1)
  const ranked = places.toSorted((one, other) => (uses.get(other.key) ?? 0) - (uses.get(one.key) ?? 0))
  const kept = new Set((places.length <= limit ? ranked : ranked.slice(0, limit - 1)).map(({ key }) => key))
  const shown = inOrderOfActivities(
    flow,
    places.filter(({ key }) => kept.has(key)),
  )
  const rest = places.filter(({ key }) => !kept.has(key))
  shown.forEach(({ key }) => drawnAs.set(key, key))
  if (rest.length === 0) return shown.map((place) => sized(place, 0))
  const key = `more:${column}`
  rest.forEach((place) => drawnAs.set(place.key, key))
  const more = { key, column, label: `+ ${rest.length} more`, detail: 'listed in the table', missing: false }
  return [...shown.map((place) => sized(place, 0)), sized(more, rest.length)]
}

/** Places opposite the activities they are joined to, so that fewer lines cross. */
function inOrderOfActivities(flow: Flow, places: readonly FlowPlace[]): FlowPlace[] {
  const order = new Map(
    flow.places.filter(({ column }) => column === 'activities').map(({ key }, index) => [key, index]),
  )
  const middle = ({ key }: FlowPlace) => {
    const own = order.get(key)
    if (own !== undefined) return own
    const rows = flow.rows.filter(({ links }) => links.some((link) => link.includes(key)))
    return (
      rows.reduce((sum, row) => sum + (order.get(`activity:${row.activityId}`) ?? 0), 0) /
      Math.max(1, rows.length)
    )
  }
  return places.toSorted((one, other) => middle(one) - middle(other))
}

function sized(place: FlowPlace, hidden: number): Sized {
  const labelLines = wrapText(place.label, 25, 3)
  const detailLines = place.detail === '' ? [] : wrapText(place.detail, 29, 2)
  const height = 2 * NODE_PADDING + labelLines.length * LABEL_LINE + detailLines.length * DETAIL_LINE
  return { ...place, width: NODE_WIDTH, height, labelLines, detailLines, hidden }
}

function stackHeight(groups: readonly (readonly Sized[])[]): number {
  const filled = groups.filter((group) => group.length > 0)
  const inside = filled.map((group) => group.reduce((sum, { height }) => sum + height + NODE_GAP, -NODE_GAP))
  return inside.reduce((sum, height) => sum + height, 0) + Math.max(filled.length - 1, 0) * GROUP_GAP
}

function headingOf(column: FlowColumn, nodes: readonly Sized[]): string {
  return column === 'activities' && (nodes.length > 1 || nodes.some(({ hidden }) => hidden > 0))
    ? 'Activities'
    : HEADINGS[column]
}
