import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Tally } from '#shared/described/field.ts'
import classes from './described-fields.module.css'
import { FieldGroup } from './FieldGroup.tsx'
import { NumberField } from './NumberField.tsx'
import { withTallyState } from './tally-state.ts'

type TallyFieldProps = {
  readonly label: string
  readonly hint?: ReactNode
  readonly value: Tally
  readonly disabled: boolean
  readonly error?: string | undefined
  readonly onChange: (value: Tally) => void
}

const STATES = [
  { value: 'unknown', label: 'Not known' },
  { value: 'exact', label: 'Exactly' },
  { value: 'estimate', label: 'About' },
  { value: 'range', label: 'Between' },
]

/** How many: not known, exactly, about, or between two numbers. */
export function TallyField({ label, hint, value, disabled, error, onChange }: TallyFieldProps) {
  const { state, from, to } = value
  const box = { label: '', disabled, className: classes.count }
  return (
    <FieldGroup label={label} hint={hint} error={error} disabled={disabled}>
      <div className={classes.row}>
        <SegmentedControl
          aria-label={`${label}: how well it is known`}
          data={STATES}
          value={state}
          disabled={disabled}
          onChange={(next) => onChange(withTallyState(value, next as Tally['state']))}
        />
        {state !== 'unknown' && (
          <NumberField
            {...box}
            ariaLabel={state === 'range' ? `${label}, at least` : label}
            value={from}
            onChange={(count) => onChange({ ...value, from: count })}
          />
        )}
        {state === 'range' && (
          <>
            <span>and</span>
            <NumberField
              {...box}
              ariaLabel={`${label}, at most`}
              value={to}
              onChange={(count) => onChange({ ...value, to: count })}
            />
          </>
        )}
      </div>
    </FieldGroup>
  )
}
