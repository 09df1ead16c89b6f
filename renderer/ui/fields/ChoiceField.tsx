import { type ComboboxData, MultiSelect, SegmentedControl, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './fields.module.css'

type Common = {
  readonly label?: string
  /** The name when nothing is written above the field. */
  readonly ariaLabel?: string
  readonly hint?: ReactNode
  readonly disabled?: boolean
  readonly error?: string | undefined
  readonly placeholder?: string
}

type ChoiceFieldProps<Value extends string> = Common & {
  readonly options: ComboboxData
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One of a closed list. */
export function ChoiceField<Value extends string>({
  options,
  hint,
  ariaLabel,
  onChange,
  ...rest
}: ChoiceFieldProps<Value>) {
  return (
    <Select
      {...rest}
      {...(ariaLabel && { 'aria-label': ariaLabel })}
      data={options}
      description={hint}
      allowDeselect={false}
      labelProps={{ className: classes.label }}
      onChange={(value) => value !== null && value !== rest.value && onChange(value as Value)}
    />
  )
}

type OptionalChoiceFieldProps<Value extends string> = Common & {
  readonly options: ComboboxData
  readonly value: Value | null
  readonly onChange: (value: Value | null) => void
}

/** One of a list, or none; long lists are searched by typing. */
export function OptionalChoiceField<Value extends string>(props: OptionalChoiceFieldProps<Value>) {
  const { options, hint, ariaLabel: _, onChange, ...rest } = props
  return (
    <Select
      {...rest}
      data={options}
      description={hint}
      searchable
      clearable
      nothingFoundMessage="Nothing by this name"
      clearButtonProps={{ 'aria-label': `Clear ${rest.label}` }}
      labelProps={{ className: classes.label }}
      onChange={(value) => onChange(value as Value | null)}
    />
  )
}

type ChoicesFieldProps<Value extends string> = Common & {
  readonly options: ComboboxData
  readonly value: readonly Value[]
  readonly onChange: (value: Value[]) => void
}

/** Any number of a closed list. */
export function ChoicesField<Value extends string>({
  options,
  hint,
  value,
  onChange,
  ...rest
}: ChoicesFieldProps<Value>) {
  return (
    <MultiSelect
      {...rest}
      data={options}
      value={[...value]}
      description={hint}
      searchable
      hidePickedOptions
      nothingFoundMessage="Nothing by this name"
      labelProps={{ className: classes.label }}
      onChange={(next) => onChange(next as Value[])}
    />
  )
}

type YesNoProps = {
  readonly label: string
  /** The label is only heard, because the words stand above already. */
  readonly isLabelHidden?: boolean
  readonly value: boolean
  readonly disabled?: boolean
  readonly onChange: (value: boolean) => void
}

const YES_OR_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
]

/** A plain yes or no. */
export function YesNo({ label, isLabelHidden = false, value, disabled = false, onChange }: YesNoProps) {
  return (
    <div>
      {!isLabelHidden && (
        <div className={classes.label} aria-hidden>
          {label}
        </div>
      )}
      <SegmentedControl
        aria-label={label}
        data={YES_OR_NO}
        value={value ? 'yes' : 'no'}
        disabled={disabled}
        onChange={(next) => onChange(next === 'yes')}
      />
    </div>
  )
}
