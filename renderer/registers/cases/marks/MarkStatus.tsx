import classes from './layer.module.css'
import type { MarkingStore } from './marking.ts'
import { useMarkingValue } from './useMarkingValue.ts'

/** What was done last with a mark, or which one is the current one. */
export function MarkStatus({ store }: { readonly store: MarkingStore }) {
  const says = useMarkingValue(store, 'says')
  return (
    <span role="status" className={classes.says} title={says}>
      {says}
    </span>
  )
}
