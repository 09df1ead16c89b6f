import type { FlowDrawing } from '#shared/registers/activities/flow.layout.ts'

/** The rows of the table that a chosen box of the drawing takes part in; null when none is chosen. */
export function rowsAt(drawing: FlowDrawing, chosen: string | null): ReadonlySet<string> | null {
  if (chosen === null) return null
  return new Set(
    drawing.edges.filter(({ from, to }) => from === chosen || to === chosen).flatMap(({ rowIds }) => rowIds),
  )
}

/** The box an arrow key leads to from another: up and down in its column, left and right to the nearest in height. */
export function nodeBeside(drawing: FlowDrawing, key: string, arrow: string): string | null {
  const from = drawing.nodes.find((node) => node.key === key)
  if (!from) return null
  const middle = (node: { y: number; height: number }) => node.y + node.height / 2
  const nearest = (nodes: FlowDrawing['nodes']) =>
    nodes.toSorted(
      (one, other) => Math.abs(middle(one) - middle(from)) - Math.abs(middle(other) - middle(from)),
    )[0]?.key ?? null
  const columns = [...new Set(drawing.nodes.map(({ x }) => x))].toSorted((one, other) => one - other)
  const beside = (by: number) =>
    nearest(drawing.nodes.filter(({ x }) => x === columns[columns.indexOf(from.x) + by]))
  switch (arrow) {
    case 'ArrowDown':
      return nearest(drawing.nodes.filter(({ x, y }) => x === from.x && y > from.y))
    case 'ArrowUp':
      return nearest(drawing.nodes.filter(({ x, y }) => x === from.x && y < from.y))
    case 'ArrowRight':
      return beside(1)
    case 'ArrowLeft':
      return beside(-1)
    default:
      return null
  }
}
