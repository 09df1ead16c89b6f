import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { parseDay } from '#renderer/ui/fields/parse-day.ts'
import { useDraft } from '#renderer/ui/fields/useDraft.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

type CellProps<Value> = {
  /** What the cell says of which place, for those who hear it. */
  readonly label: string
  readonly value: Value
  readonly disabled: boolean
  readonly onCommit: (value: Value) => void
}

type TextCellProps = CellProps<string> & {
  readonly placeholder?: string
  readonly isLong?: boolean
  readonly isMissing?: boolean
}

/** A cell that holds text, kept when it is left. */
export function TextCell(props: TextCellProps) {
  const { label, value, disabled, placeholder, isLong = false, isMissing = false, onCommit } = props
  const { text, type, flush } = useDraft(value, onCommit)
  const shared = {
    'aria-label': label,
    size: 'xs',
    value: text,
    disabled,
    placeholder,
    onBlur: flush,
  } as const
  return isLong ? (
    <Textarea
      {...shared}
      autosize
      minRows={1}
      maxRows={4}
      onChange={(event) => type(event.currentTarget.value)}
    />
  ) : (
    <TextInput
      {...shared}
      error={isMissing}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && flush()}
    />
  )
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "28 Oct 2026": short enough for a cell. */
function shortDay(day: PlainDate | null): string {
  if (!day) return ''
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
}

/** A cell that holds a day, typed as people write it; what is no day is said and not kept. */
export function DayCell({ label, value, disabled, onCommit }: CellProps<PlainDate | null>) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? shortDay(value)
  const parsed = parseDay(text)
  const isWrong = typed !== null && typed.trim() !== '' && parsed === null
  const leave = () => {
    if (typed === null || isWrong) return
    setTyped(null)
    if (parsed !== value) onCommit(parsed)
  }
  return (
    <TextInput
      aria-label={label}
      size="xs"
      value={text}
      disabled={disabled}
      placeholder="–"
      error={isWrong && 'Write 5/1/2027'}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key === 'Enter') leave()
        if (event.key === 'Escape') setTyped(null)
      }}
    />
  )
}

/** A cell that holds a whole number; what is none is said and not kept. */
export function NumberCell({ label, value, disabled, onCommit }: CellProps<number | null>) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? (value === null ? '' : String(value))
  const bare = text.replaceAll(/[ ,]/gu, '')
  const isWrong = typed !== null && bare !== '' && !/^\d{1,9}$/u.test(bare)
  const leave = () => {
    if (typed === null || isWrong) return
    setTyped(null)
    const next = bare === '' ? null : Number(bare)
    if (next !== value) onCommit(next)
  }
  return (
    <TextInput
      aria-label={label}
      size="xs"
      inputMode="numeric"
      value={text}
      disabled={disabled}
      placeholder="–"
      error={isWrong && 'A whole number'}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  )
}
