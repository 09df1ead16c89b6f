import { memo } from 'react'
import type { Box, Mark } from '#shared/cases/mark.ts'
import { fillOf } from './MarkPatterns.tsx'
import { labelsOf } from './mark-labels.ts'
import { markInWords, type MarkView, marksOf } from './mark-views.ts'
import classes from './layer.module.css'

type MarksLayerProps = {
  readonly marks: readonly Mark[]
  readonly view: MarkView
  /** The size of the page, in points. */
  readonly width: number
  readonly height: number
}

/** All marks of a page in one drawing, that changes with them and with the view only. */
export const MarksLayer = memo(function MarksLayer({ marks, view, width, height }: MarksLayerProps) {
  const sheet = { left: 0, top: 0, right: width, bottom: height }
  const { placed } = labelsOf(marks, view, sheet)
  return (
    <svg className={classes.marks} viewBox={`0 0 ${width} ${height}`} data-view={view} aria-hidden>
      {marksOf(marks, view).map((mark) => (
        <path
          key={mark.id}
          data-mark={mark.id}
          data-state={mark.state}
          d={(mark.shape.kind === 'page' ? [sheet] : mark.shape.boxes).map(outlineOf).join('')}
          {...(view !== 'requester' && { fill: fillOf(mark.state, mark.exemption) })}
        >
          <title>{markInWords(mark)}</title>
        </path>
      ))}
      {placed.map(({ mark, text, box, size, width: length }) =>
        view === 'requester' ? (
          <text
            key={mark}
            x={(box.left + box.right) / 2}
            y={(box.top + box.bottom) / 2}
            fontSize={size}
            textAnchor="middle"
            dominantBaseline="central"
          >
            {text}
          </text>
        ) : (
          // A tag on the upper edge: the regulator reads what is under the mark.
          <g key={mark} data-tag transform={`translate(${box.right - length - 3} ${box.top - size * 0.8})`}>
            <rect width={length + 3} height={size * 1.15} rx={1.5} />
            <text x={1.5} y={size * 0.6} fontSize={size} dominantBaseline="central">
              {text}
            </text>
          </g>
        ),
      )}
    </svg>
  )
})

const outlineOf = ({ left, top, right, bottom }: Box) => `M${left} ${top}H${right}V${bottom}H${left}z`

/** What the numbers in small boxes stand for; nothing where every label has room. */
export function MarkKeyList({ marks, view, width, height }: MarksLayerProps) {
  const { key } = labelsOf(marks, view, { left: 0, top: 0, right: width, bottom: height })
  if (key.length === 0) return null
  return (
    <ol className={classes.key} aria-label="Key to the numbers">
      {key.map(({ number, says }) => (
        <li key={number} value={number}>
          {says}
        </li>
      ))}
    </ol>
  )
}
