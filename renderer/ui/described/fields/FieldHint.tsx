import type { About } from '#shared/described/field.ts'
import classes from './described-fields.module.css'

/** What helps to fill a field in, and the law that asks for it. */
export function FieldHint({ field: { hint, citation } }: { readonly field: About }) {
  return (
    <>
      {hint}
      {hint && citation && ' '}
      {citation && <span className={classes.citation}>{citation}</span>}
    </>
  )
}
