import type { Field } from '#shared/described/field.ts'

/** What the editor of any field is given. */
export type FieldEditorProps = {
  readonly field: Field
  readonly value: unknown
  readonly disabled: boolean
  readonly error?: string | undefined
  /** The key of the field in the record, for gaps about its entries. */
  readonly name?: string
  readonly onChange: (value: unknown) => void
}
