import type { Flow, FlowPlace, FlowRow } from './flow.parts.ts'

/** A drawn line between two nodes and the rows it stands for. */
export type FlowEdge = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly kind: 'flow' | 'held'
  readonly path: string
  readonly rowIds: readonly string[]
  readonly words: string
}

/** A place with its position; `hidden` counts the places a collapsed one stands for. */
export type FlowNode = FlowPlace & {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly labelLines: readonly string[]
  readonly detailLines: readonly string[]
  readonly hidden: number
}

type Pair = {
  readonly id: string
  readonly start: FlowNode
  readonly end: FlowNode
  readonly rows: FlowRow[]
}

/** One line for each pair of drawn places that some row joins; `drawnAs` says which node stands for a place. */
export function edgesOf(
  flow: Flow,
  nodes: readonly FlowNode[],
  drawnAs: ReadonlyMap<string, string>,
): FlowEdge[] {
  const pairs = pairsOf(flow, nodes, drawnAs)
  return pairs.map((pair) => {
    const { id, start, end, rows } = pair
    const held = end.column === 'held'
    const leaving = pairs
      .filter((other) => other.start === start && (other.end.column === 'held') === held)
      .toSorted((one, other) => one.end.y - other.end.y)
    const arriving = pairs
      .filter((other) => other.end === end)
      .toSorted((one, other) => one.start.y - other.start.y)
    const y1 = port(start, leaving.indexOf(pair), leaving.length)
    const y2 = port(end, arriving.indexOf(pair), arriving.length)
    return {
      id,
      from: start.key,
      to: end.key,
      kind: held ? 'held' : 'flow',
      path: held ? loop(start, y1, y2) : curve(start, end, y1, y2),
      rowIds: [...new Set(rows.map((row) => row.id))],
      words: `${start.label} to ${end.label}: ${edgeWords(rows)}`,
    }
  })
}

function pairsOf(flow: Flow, nodes: readonly FlowNode[], drawnAs: ReadonlyMap<string, string>): Pair[] {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const pairs = new Map<string, Pair>()
  for (const row of flow.rows)
    for (const [from, to] of row.links) {
      const start = byKey.get(drawnAs.get(from)!)!
      const end = byKey.get(drawnAs.get(to)!)!
      const id = `${start.key}→${end.key}`
      const pair = pairs.get(id) ?? { id, start, end, rows: [] }
      pair.rows.push(row)
      pairs.set(id, pair)
    }
  return [...pairs.values()]
}
/** Where the nth of several lines meets a node's side, spread over the middle of it. */
function port(node: FlowNode, index: number, count: number): number {
  return round(node.y + node.height * ((index + 1) / (count + 1)))
}

function curve(start: FlowNode, end: FlowNode, y1: number, y2: number): string {
  const x1 = start.x + start.width
  const bend = round((end.x - x1) / 2)
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${end.x - bend} ${y2} ${end.x} ${y2}`
}

/** A line from an activity to what holds its data, which stands below it in the same column. */
function loop(start: FlowNode, y1: number, y2: number): string {
  const x = start.x + start.width
  const out = Math.min(44, 16 + (y2 - y1) / 12)
  return `M${x} ${y1}C${round(x + out)} ${y1} ${round(x + out)} ${y2} ${x} ${y2}`
}

function edgeWords(rows: readonly FlowRow[]): string {
  const list = (texts: readonly string[]) => [...new Set(texts.filter(Boolean))].join(', ')
  return [
    list(rows.flatMap(({ data }) => data)) || 'no category of data recorded',
    list(rows.flatMap(({ bases }) => bases)),
    list(rows.map(({ agreement }) => agreement && `agreement ${agreement}`)),
    list(rows.map(({ mechanism }) => mechanism && `mechanism ${mechanism}`)),
  ]
    .filter(Boolean)
    .join('; ')
}

const round = (value: number) => Math.round(value * 10) / 10
