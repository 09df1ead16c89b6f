import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { addDays, daysBetween } from '#shared/law/clocks/day-number.ts'
import type { RightsRequestEvent } from '#shared/law/clocks/rights-request-facts.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import {
  AXIS,
  dayAt,
  LABEL_WIDTH,
  LANE,
  type PlacedNode,
  type RibbonNode,
  shortDay,
  type Span,
} from './ribbon-layout.ts'
import classes from './requests.module.css'

/** So many days from where the ribbon begins can be tried. */
const FURTHEST = 400

type RibbonPointProps = {
  readonly onMove: ((event: RightsRequestEvent, day: PlainDate) => void) | undefined
  readonly onPick: ((node: RibbonNode) => void) | undefined
  readonly placed: PlacedNode
  readonly axis: number
  readonly span: Span
  readonly width: number
  readonly onHold: (span: Span | null) => void
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -7,
  PageUp: 7,
}

/** One point with its label: what happened can be moved by pointer and keys, what follows can be read. */
export function RibbonPoint({ placed, axis, span, width, onMove, onPick, onHold }: RibbonPointProps) {
  const { node, x, side, lane, labelX, isTurned } = placed
  const { event } = node
  const top = side === 'above' ? axis - (lane + 1) * LANE : axis + AXIS + lane * LANE
  const isMovable = event !== null && onMove !== undefined
  const [isDragged, setDragged] = useState(false)

  const pressKey = (press: KeyboardEvent) => {
    const days = STEPS[press.key]
    if (!isMovable || days === undefined) return
    press.preventDefault()
    onMove(event, addDays(node.day, days))
  }
  const take = (press: PointerEvent<HTMLElement>) => {
    if (!isMovable || press.button !== 0) return
    press.currentTarget.setPointerCapture(press.pointerId)
    setDragged(true)
    onHold(span)
  }
  const drag = (move: PointerEvent<HTMLElement>) => {
    if (!isDragged || !isMovable) return
    const ribbon = move.currentTarget.parentElement!.getBoundingClientRect()
    const day = dayAt(move.clientX - ribbon.left, span, width)
    if (Math.abs(daysBetween(span.from, day)) < FURTHEST && day !== node.day) onMove(event, day)
  }
  const letGo = () => {
    setDragged(false)
    onHold(null)
  }
  const shared = {
    className: classes.point,
    'data-kind': event === null ? node.key : 'event',
    'data-movable': isMovable || undefined,
    style: isTurned
      ? { right: width - labelX - LABEL_WIDTH, top, maxWidth: LABEL_WIDTH }
      : { left: labelX, top, maxWidth: LABEL_WIDTH },
    'data-turned': isTurned || undefined,
    onFocus: () => onPick?.(node),
    onMouseEnter: () => onPick?.(node),
    children: (
      <>
        <span className={classes.pointLabel}>{node.label}</span>
        <span className={classes.pointDay}>{shortDay(node.day)}</span>
        {!isMovable && <span className="visually-hidden">{node.words}</span>}
      </>
    ),
  }
  return (
    <>
      <span
        aria-hidden
        className={classes.stem}
        data-side={side}
        style={{
          left: x,
          top: side === 'above' ? top + LANE - 6 : axis + 13,
          height: side === 'above' ? axis + 12 - (top + LANE - 6) : top - axis - 12,
        }}
      />
      {isMovable ? (
        <div
          {...shared}
          role="slider"
          tabIndex={0}
          aria-label={node.label}
          aria-orientation="horizontal"
          aria-valuenow={daysBetween(span.from, node.day)}
          aria-valuemin={-FURTHEST}
          aria-valuemax={FURTHEST}
          aria-valuetext={formatDay(node.day)}
          onKeyDown={pressKey}
          onPointerDown={take}
          onPointerMove={drag}
          onPointerUp={letGo}
          onPointerCancel={letGo}
        />
      ) : (
        <button {...shared} type="button" />
      )}
      <span
        aria-hidden
        className={classes.dot}
        data-kind={event === null ? node.key : 'event'}
        style={{ left: x, top: axis + 12 }}
      />
    </>
  )
}
