import type { FieldChange } from '#shared/records/changes.ts'
import classes from './history.module.css'

/** Old and new, field by field. */
export function ChangeList({ changes }: { readonly changes: readonly FieldChange[] }) {
  if (changes.length === 0) return <p className={classes.quiet}>Nothing differs.</p>
  return (
    <dl className={classes.changes}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            {before !== null && <del>{before || '(empty)'}</del>}
            {before !== null && after !== null && <span aria-hidden> → </span>}
            {after !== null && <ins>{after || '(empty)'}</ins>}
            {after === null && <span className={classes.quiet}> removed</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
