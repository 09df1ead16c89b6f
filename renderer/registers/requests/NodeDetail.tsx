import { formatDay } from '#shared/time/plain-date.ts'
import type { RibbonNode } from './ribbon-layout.ts'
import classes from './requests.module.css'

/** The point of the ribbon that is pointed at or in focus: its day, how it comes about, and the law. */
export function NodeDetail({ node }: { readonly node: RibbonNode }) {
  const { label, day, words, citation, event } = node
  return (
    <div className={classes.detail}>
      <strong>
        {label}: {formatDay(day)}
      </strong>{' '}
      <span className={classes.quiet}>{event === null ? 'worked out' : 'recorded'}</span>
      <p>{words}</p>
      <p className={classes.quiet}>{citation}</p>
    </div>
  )
}
