import { Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './fields.module.css'
import { useDraft } from './useDraft.ts'

type TextFieldProps = {
  readonly label: string
  /** The name when nothing is written above the field. */
  readonly ariaLabel?: string
  readonly hint?: ReactNode
  readonly value: string
  /** More than one line; the box grows with the text. */
  readonly long?: boolean
  readonly disabled?: boolean
  readonly error?: string | undefined
  readonly placeholder?: string
  readonly onCommit: (text: string) => void
}

/** A text that is kept by itself: when the person leaves the field or pauses. */
export function TextField(props: TextFieldProps) {
  const {
    label,
    ariaLabel,
    hint,
    value,
    long = false,
    disabled = false,
    error,
    placeholder,
    onCommit,
  } = props
  const { text, type, flush } = useDraft(value, onCommit)
  const shared = {
    label,
    ...(ariaLabel && { 'aria-label': ariaLabel }),
    description: hint,
    value: text,
    disabled,
    error,
    placeholder,
    labelProps: { className: classes.label },
    onBlur: flush,
  }
  return long ? (
    <Textarea {...shared} maxRows={14} onChange={(event) => type(event.currentTarget.value)} />
  ) : (
    <TextInput
      {...shared}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && flush()}
    />
  )
}
