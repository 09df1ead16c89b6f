import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import type { ClarificationPause, RightsRequestEvent } from '#shared/law/clocks/rights-request-facts.ts'
import { addDays } from '#shared/law/clocks/day-number.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import {
  AXIS,
  LANE,
  monthTicks,
  pausedSpans,
  placeNodes,
  type PlacedNode,
  type RibbonNode,
  type Span,
  spanOf,
  xOf,
} from './ribbon-layout.ts'
import { RibbonPoint } from './RibbonPoint.tsx'
import classes from './requests.module.css'

type RibbonProps = {
  readonly nodes: readonly RibbonNode[]
  readonly pauses: readonly ClarificationPause[]
  readonly today: PlainDate
  /** What the ribbon is of, for those who hear it. */
  readonly label: string
  /** Moves an event to another day; left out where nothing can be tried. */
  readonly onMove?: (event: RightsRequestEvent, day: PlainDate) => void
  readonly onPick?: (node: RibbonNode) => void
}

/** The time of a request to scale: what happened above the line, what the law makes of it below. */
export function Ribbon({ nodes, pauses, today, label, onMove, onPick }: RibbonProps) {
  const { ref, width } = useElementSize()
  // While a point is dragged the scale stands still, or it would run away from the pointer.
  const [held, setHeld] = useState<Span | null>(null)
  const isAnswered = nodes.some(({ event }) => event === 'closedOn')
  const span = held ?? spanOf(nodes, isAnswered ? null : today)
  if (!span) return null
  const placed = placeNodes(nodes, span, width)
  const lanes = (side: PlacedNode['side']) =>
    Math.max(1, ...placed.filter((one) => one.side === side).map(({ lane }) => lane + 1))
  const axis = lanes('above') * LANE + 4
  const height = axis + AXIS + lanes('below') * LANE
  return (
    <div className={classes.ribbonFrame}>
      <div ref={ref} className={classes.ribbon} style={{ height }} role="group" aria-label={label}>
        {width > 0 && (
          <>
            <Scale span={span} width={width} axis={axis} today={today} />
            {pausedSpans(pauses, today).map(({ from, to }) => (
              <div
                key={from}
                className={classes.pause}
                title={`Paused from ${formatDay(from)} to ${formatDay(to)}`}
                style={{
                  top: axis + 7,
                  left: xOf(from, span, width),
                  width: Math.max(3, xOf(addDays(to, 1), span, width) - xOf(from, span, width)),
                }}
              />
            ))}
            {placed.map((one) => (
              <RibbonPoint
                key={one.node.key}
                placed={one}
                axis={axis}
                span={span}
                width={width}
                onMove={onMove}
                onPick={onPick}
                onHold={setHeld}
              />
            ))}
          </>
        )}
      </div>
    </div>
  )
}

type ScaleProps = {
  readonly span: Span
  readonly width: number
  readonly axis: number
  readonly today: PlainDate
}

function Scale({ span, width, axis, today }: ScaleProps) {
  return (
    <div aria-hidden>
      <div className={classes.axis} style={{ top: axis + 12 }} />
      {monthTicks(span).map((day) => (
        <div key={day} className={classes.tick} style={{ left: xOf(day, span, width), top: axis }}>
          {formatDay(day).split(' ')[2]?.slice(0, 3)}
        </div>
      ))}
      {today >= span.from && today <= span.to && (
        <div className={classes.today} style={{ left: xOf(today, span, width) }} />
      )}
    </div>
  )
}
