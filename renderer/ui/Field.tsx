import { useId } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { cloneElement } from 'react'
import classes from './Field.module.css'

type FieldProps = {
  readonly label: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** Gap marks and citations that concern this field. */
  readonly gaps?: ReactNode
  /** One control; it is given its id and description. */
  readonly children: ReactElement<Record<string, unknown>>
}

/** A labelled control with its hint, its error and its gaps, tied together for assistive technology. */
export function Field({ label, hint, error, gaps, children }: FieldProps) {
  const id = useId()
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`, gaps && `${id}-gaps`]
    .filter(Boolean)
    .join(' ')
  return (
    <div className={classes.field}>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className={classes.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {cloneElement(children, {
        id,
        'aria-describedby': describedBy || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {error && (
        <div className={classes.error} id={`${id}-error`} role="alert">
          {error}
        </div>
      )}
      {gaps && <div id={`${id}-gaps`}>{gaps}</div>}
    </div>
  )
}
