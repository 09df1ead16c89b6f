import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { FieldGroup } from './FieldGroup.tsx'

type YesNoUnknownProps = {
  readonly label: string
  readonly hint?: ReactNode
  readonly value: boolean | null
  readonly disabled: boolean
  readonly error?: string | undefined
  readonly onChange: (value: boolean | null) => void
}

const STATES = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
  { value: 'unknown', label: 'Not known yet' },
]

/** Yes, no, or not known yet. */
export function YesNoUnknown({ label, hint, value, disabled, error, onChange }: YesNoUnknownProps) {
  return (
    <FieldGroup label={label} hint={hint} error={error} disabled={disabled}>
      <SegmentedControl
        aria-label={label}
        data={STATES}
        value={value === null ? 'unknown' : value ? 'yes' : 'no'}
        disabled={disabled}
        onChange={(next) => onChange(next === 'unknown' ? null : next === 'yes')}
      />
    </FieldGroup>
  )
}
