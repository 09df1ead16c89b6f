import type { Field } from '#shared/described/field.ts'
import { linesOf, NOT_KNOWN } from '#shared/described/words.ts'
import classes from './described-fields.module.css'
import { FieldGroup } from './FieldGroup.tsx'
import { useNaming } from './useNaming.ts'

type SetElsewhereProps = { readonly field: Field; readonly value: unknown }

/** What a field holds that has a page or buttons of its own: to be read here, not changed. */
export function SetElsewhere({ field, value }: SetElsewhereProps) {
  const nameOf = useNaming()
  const lines = linesOf(field, value, (_, id) => nameOf(id))
  return (
    <FieldGroup label={field.label} hint={field.setBy}>
      {lines.length === 0 ? (
        <span className={classes.hint}>{NOT_KNOWN}</span>
      ) : (
        lines.map((line) => <div key={line}>{line}</div>)
      )}
    </FieldGroup>
  )
}
