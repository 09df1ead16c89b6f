import '@mantine/dates/styles.css'
import { DateInput } from '@mantine/dates'
import type { ReactNode } from 'react'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import classes from './fields.module.css'
import { parseDay } from './parse-day.ts'

type DayFieldProps = {
  readonly label: string
  /** The name when nothing is written above the field. */
  readonly ariaLabel?: string
  readonly hint?: ReactNode
  readonly value: PlainDate | null
  readonly disabled?: boolean
  readonly error?: string | undefined
  readonly onChange: (day: PlainDate | null) => void
}

/** A day, typed or picked; shown as "Tue 5 January 2027". */
export function DayField({
  label,
  ariaLabel,
  hint,
  value,
  disabled = false,
  error,
  onChange,
}: DayFieldProps) {
  return (
    <DateInput
      label={label}
      {...(ariaLabel && { 'aria-label': ariaLabel })}
      description={hint}
      value={value}
      disabled={disabled}
      error={error}
      clearable={!disabled}
      placeholder="5 January 2027"
      valueFormat={(day) => formatDay(day as PlainDate)}
      dateParser={parseDay}
      labelProps={{ className: classes.label }}
      clearButtonProps={{ 'aria-label': `Clear ${ariaLabel ?? label}` }}
      onChange={(day) => (day as PlainDate | null) !== value && onChange(day as PlainDate | null)}
    />
  )
}
