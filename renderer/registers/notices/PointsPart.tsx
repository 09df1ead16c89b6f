import { useRef } from 'react'
import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { newItemId } from '#renderer/ui/record/items.ts'
import type { Notice } from '#shared/registers/notices/notice.register.ts'
import { checkedPoints, pointIn, pointsOf, withPoint } from '#shared/registers/notices/points.ts'
import classes from './notices.module.css'
import { PointRow } from './PointRow.tsx'

/** Each point that the notice has to hold: y, p, n or a to answer, then its words, then Enter for the next. */
export function PointsPart() {
  const { value, disabled, change } = useDescribedRecord()
  const list = useRef<HTMLOListElement>(null)
  const notice = value as unknown as Notice
  const points = pointsOf(notice)
  const { checked, asked } = checkedPoints(notice)
  const focusPoint = (code: string | undefined) =>
    list.current?.querySelector<HTMLSelectElement>(`[data-point="${code ?? ''}"]`)?.focus()
  return (
    <div role="group" aria-label="What the notice says, point by point">
      <div className={classes.progress}>
        <progress aria-label="Points looked at" value={checked} max={asked} />
        <span role="status">
          {checked} of {asked} looked at
        </span>
        <span>On an answer press y, p, n or a; the words follow, and Enter leads to the next point.</span>
      </div>
      {notice.dataFrom === null && (
        <p className={classes.check}>
          Where the data comes from is not said, so the points of both Articles are shown.
        </p>
      )}
      <ol ref={list} className={classes.points}>
        {points.map((item, index) => (
          <PointRow
            key={item.code}
            item={item}
            article={
              { person: item.article13, others: item.article14, both: null }[notice.dataFrom ?? 'both']
            }
            point={pointIn(notice, item.code)}
            disabled={disabled}
            onChange={(changes) => change({ contents: withPoint(notice, item.code, changes, newItemId) })}
            onNext={() => focusPoint(points[index + 1]?.code)}
          />
        ))}
      </ol>
    </div>
  )
}
