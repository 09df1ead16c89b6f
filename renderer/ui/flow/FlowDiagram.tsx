import type { KeyboardEvent } from 'react'
import type { FlowNode } from '#shared/registers/activities/flow.edges.ts'
import {
  DETAIL_LINE,
  type FlowDrawing,
  LABEL_LINE,
  NODE_PADDING,
} from '#shared/registers/activities/flow.layout.ts'
import { nodeBeside } from './flow-highlight.ts'
import classes from './flow.module.css'

type FlowDiagramProps = {
  readonly drawing: FlowDrawing
  readonly chosen: string | null
  readonly onChoose: (key: string | null) => void
}

/** The drawing on the screen: one tab stop, arrows from box to box, Enter to choose, Escape to let go. */
export function FlowDiagram({ drawing, chosen, onChoose }: FlowDiagramProps) {
  const { width, height, title, headings, nodes, edges, note } = drawing
  const first = nodes[0]?.key
  const isNear = (from: string, to: string) => chosen === null || from === chosen || to === chosen
  const near = new Set(
    edges.filter(({ from, to }) => chosen !== null && isNear(from, to)).flatMap(({ from, to }) => [from, to]),
  )

  const onKeyDown = (event: KeyboardEvent<SVGGElement>, key: string) => {
    const next = nodeBeside(drawing, key, event.key)
    if (next !== null) {
      event.preventDefault()
      const boxes = event.currentTarget.ownerSVGElement?.querySelectorAll<SVGGElement>('[data-node]') ?? []
      ;[...boxes].find((box) => box.dataset['node'] === next)?.focus()
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onChoose(chosen === key ? null : key)
    } else if (event.key === 'Escape') onChoose(null)
  }

  return (
    <div className={classes.viewport}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        style={{ maxWidth: width }}
        role="group"
        aria-label={`Data flow: ${title}`}
      >
        {headings.map(({ text, x, y }) => (
          <text key={`${text} ${x}`} x={x} y={y} className={classes.heading}>
            {text}
          </text>
        ))}
        {edges.map((edge) => (
          <path
            key={edge.id}
            d={edge.path}
            className={classes.edge}
            data-kind={edge.kind}
            data-state={chosen === null ? undefined : isNear(edge.from, edge.to) ? 'near' : 'far'}
          >
            <title>{edge.words}</title>
          </path>
        ))}
        {nodes.map((node) => (
          <g
            key={node.key}
            data-node={node.key}
            role="button"
            aria-pressed={node.key === chosen}
            aria-label={nameOf(node)}
            tabIndex={node.key === (chosen ?? first) ? 0 : -1}
            className={classes.node}
            data-column={node.column}
            data-missing={node.missing || node.hidden > 0 || undefined}
            data-far={(chosen !== null && node.key !== chosen && !near.has(node.key)) || undefined}
            onClick={() => onChoose(chosen === node.key ? null : node.key)}
            onKeyDown={(event) => onKeyDown(event, node.key)}
          >
            <Box node={node} />
          </g>
        ))}
        {note?.lines.map((line, index) => (
          <text key={line} x={note.x} y={note.y + index * LABEL_LINE} className={classes.detail}>
            {line}
          </text>
        ))}
      </svg>
    </div>
  )
}

function Box({ node }: { readonly node: FlowNode }) {
  const { x, y, width, height, labelLines, detailLines } = node
  const top = y + NODE_PADDING + 12
  const detailTop = top + labelLines.length * LABEL_LINE - 1
  return (
    <>
      <rect x={x} y={y} width={width} height={height} rx={5} />
      {labelLines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines of one text never move
        <text key={index} x={x + 10} y={top + index * LABEL_LINE} className={classes.label}>
          {`${line} `}
        </text>
      ))}
      {detailLines.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines of one text never move
        <text key={index} x={x + 10} y={detailTop + index * DETAIL_LINE} className={classes.detail}>
          {`${line} `}
        </text>
      ))}
    </>
  )
}

const COLUMN_WORDS: Readonly<Record<FlowNode['column'], string>> = {
  sources: 'source',
  activities: 'activity',
  held: 'held in',
  recipients: 'recipient',
  abroad: 'outside the United Kingdom',
}

function nameOf({ column, label, detail }: FlowNode): string {
  return [COLUMN_WORDS[column], label, detail].filter(Boolean).join(', ')
}
