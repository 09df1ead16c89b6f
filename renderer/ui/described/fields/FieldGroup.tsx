import { type ReactNode, useId } from 'react'
import classes from './described-fields.module.css'

type FieldGroupProps = {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly disabled?: boolean
  readonly children: ReactNode
}

/** One question that takes more than one control, named together for those who hear it. */
export function FieldGroup({ label, hint, error, disabled = false, children }: FieldGroupProps) {
  const id = useId()
  return (
    <div
      role="group"
      className={classes.group}
      aria-labelledby={`${id}-label`}
      aria-describedby={hint ? `${id}-hint` : undefined}
      aria-disabled={disabled || undefined}
    >
      <div id={`${id}-label`} className={classes.legend}>
        {label}
      </div>
      {hint && (
        <div id={`${id}-hint`} className={classes.hint}>
          {hint}
        </div>
      )}
      {children}
      {error && (
        <div className={classes.error} role="alert">
          {error}
        </div>
      )}
    </div>
  )
}
