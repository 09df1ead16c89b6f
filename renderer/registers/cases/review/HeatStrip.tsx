import { Fragment, type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { PAGE_FLAGS } from '#shared/cases/page.ts'
import { countsInWords } from './flag-words.ts'
import classes from './strip.module.css'
import { AGAIN, patternOf, StripPatterns } from './StripPatterns.tsx'
import { useStrip } from './useStrip.ts'

type HeatStripProps = {
  readonly request: string
  readonly place: number
  readonly of: number
  readonly onPlace: (place: number) => void
}

const WIDTH = 18

/** The whole case from top to bottom, coloured and patterned by what was decided; a click, a drag or arrows go there. */
export function HeatStrip({ request, place, of, onPlace }: HeatStripProps) {
  const parts = useStrip(request)
  const strip = useRef<HTMLDivElement>(null)
  const here = parts.find(({ firstPlace, pages }) => place >= firstPlace && place < firstPlace + pages)
  const size = parts[0]?.pages ?? 1

  const goTo = (event: PointerEvent<HTMLDivElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    onPlace(Math.max(1, Math.ceil((of * (event.clientY - top)) / height)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const places: Readonly<Record<string, number>> = {
      ArrowDown: place + size,
      ArrowUp: place - size,
      PageDown: place + Math.ceil(of / 10),
      PageUp: place - Math.ceil(of / 10),
      Home: 1,
      End: of,
    }
    const wanted = places[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    onPlace(Math.min(of, Math.max(1, wanted)))
  }

  return (
    <div
      ref={strip}
      role="slider"
      tabIndex={0}
      aria-label="Place in the case"
      aria-orientation="vertical"
      aria-valuemin={1}
      aria-valuemax={of}
      aria-valuenow={place}
      aria-valuetext={`Page ${place} of ${of}. Around it: ${here ? countsInWords(here.flags, here.pages, here) : ''}`}
      className={classes.strip}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        goTo(event)
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && goTo(event)}
    >
      <svg viewBox={`0 0 ${WIDTH} ${Math.max(1, of)}`} preserveAspectRatio="none" aria-hidden>
        <StripPatterns pagesPerPixel={of / 600} />
        {parts.map(({ firstPlace, pages, flags, marked, reopened }) => {
          let left = 0
          const again = (WIDTH * reopened) / pages
          const rects = PAGE_FLAGS.map(({ value }) => {
            const width = (WIDTH * (flags[value] ?? 0)) / pages
            if (width === 0) return null
            left += width
            return (
              <rect
                key={`${firstPlace}-${value}`}
                x={left - width}
                y={firstPlace - 1}
                width={width}
                height={pages}
                fill={patternOf(value)}
              />
            )
          })
          return (
            <Fragment key={firstPlace}>
              {rects}
              {again > 0 && <rect x={left} y={firstPlace - 1} width={again} height={pages} fill={AGAIN} />}
              {marked > 0 && (
                // Pages with marks have a dark edge, the wider the more of them.
                <rect
                  x={0}
                  y={firstPlace - 1}
                  width={1 + (3 * marked) / pages}
                  height={pages}
                  className={classes.marked}
                />
              )}
            </Fragment>
          )
        })}
      </svg>
      <span
        className={classes.marker}
        style={{ top: `${(100 * (place - 0.5)) / Math.max(1, of)}%` }}
        aria-hidden
      />
    </div>
  )
}
