import type { ClockLine } from '#shared/registers/today/today.contract.ts'
import type { LineAction } from './place-of.ts'
import classes from './today.module.css'
import { useActions } from './useLineActions.ts'

type ActionButtonProps = { readonly line: ClockLine; readonly action: LineAction }

/** One thing that may be done next. */
export function ActionButton({ line, action }: ActionButtonProps) {
  const { canEdit, run } = useActions()
  return (
    <button
      type="button"
      className={classes.action}
      disabled={action.changes !== undefined && !canEdit}
      title={action.label}
      onClick={() => void run(line, action)}
    >
      {action.label}
    </button>
  )
}
