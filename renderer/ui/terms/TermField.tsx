import type { ReactNode } from 'react'
import type { TermId, VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'
import { TermsField } from './TermsField.tsx'

type TermFieldProps = {
  readonly label: string
  readonly hint?: ReactNode
  readonly vocabulary: VocabularyName
  readonly value: TermId | null
  readonly disabled?: boolean
  readonly onChange: (value: TermId | null) => void
}

/** One term of a list of the library, or none. */
export function TermField({ value, onChange, ...rest }: TermFieldProps) {
  return (
    <TermsField
      {...rest}
      single
      value={value === null ? [] : [value]}
      onChange={(ids) => onChange(ids.at(-1) ?? null)}
    />
  )
}
