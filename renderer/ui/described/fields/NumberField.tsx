import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useState } from 'react'
import fieldClasses from '#renderer/ui/fields/fields.module.css'
import { useDraft } from '#renderer/ui/fields/useDraft.ts'
import { readCount } from './read-count.ts'

type NumberFieldProps = {
  readonly label: string
  readonly ariaLabel?: string
  readonly hint?: ReactNode
  readonly value: number | null
  readonly disabled: boolean
  readonly error?: string | undefined
  readonly className?: string | undefined
  readonly onChange: (value: number | null) => void
}

/** A whole number, or nothing while it is not known. */
export function NumberField(props: NumberFieldProps) {
  const { label, ariaLabel, hint, value, disabled, error, className, onChange } = props
  const [refused, setRefused] = useState<string>()
  const commit = (text: string) => {
    const count = readCount(text)
    if (count === undefined) return setRefused('A whole number, for example 1,200')
    setRefused(undefined)
    onChange(count)
  }
  const { text, type, flush } = useDraft(value === null ? '' : String(value), commit)
  return (
    <TextInput
      label={label || undefined}
      {...(ariaLabel && { 'aria-label': ariaLabel })}
      description={hint}
      value={text}
      inputMode="numeric"
      placeholder="Not known yet"
      disabled={disabled}
      error={refused ?? error}
      className={className}
      labelProps={{ className: fieldClasses.label }}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={flush}
      onKeyDown={(event) => event.key === 'Enter' && flush()}
    />
  )
}
