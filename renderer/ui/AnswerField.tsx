import { SegmentedControl, TextInput } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { type Answer, TO_BE_DETERMINED } from '#shared/answer.ts'
import classes from './AnswerField.module.css'

type AnswerFieldProps<Value> = {
  readonly label: string
  readonly hint?: ReactNode
  readonly answer: Answer<Value>
  /** The value offered when "Answer" is chosen first. */
  readonly blank: Value
  readonly disabled?: boolean
  readonly error?: string | undefined
  readonly gaps?: ReactNode
  readonly onChange: (answer: Answer<Value>) => void
  /** Draws the editor of a known value. */
  readonly children: (value: Value, onChange: (value: Value) => void) => ReactNode
}

const STATES = [
  { value: 'value', label: 'Answer' },
  { value: 'toBeDetermined', label: 'To be determined' },
  { value: 'notApplicable', label: 'Not applicable' },
]

/** A question that may be answered, left open, or set aside with a reason. */
export function AnswerField<Value>(props: AnswerFieldProps<Value>) {
  const { label, hint, answer, blank, disabled = false, error, gaps, onChange, children } = props
  const id = useId()
  const [choice, setChoice] = useState<{ answer: Answer<Value>; state: Answer<Value>['state'] } | null>(null)
  const [last, setLast] = useState<Value>(answer.state === 'value' ? answer.value : blank)
  // A choice that waits for its reason is shown until the answer itself changes.
  const chosen = choice?.answer === answer ? choice.state : answer.state

  const choose = (text: string) => {
    const state = text as Answer<Value>['state']
    setChoice({ answer, state })
    if (answer.state === 'value') setLast(answer.value)
    if (state === 'value') onChange({ state, value: last })
    if (state === 'toBeDetermined') onChange(TO_BE_DETERMINED)
  }

  return (
    <fieldset
      className={classes.answer}
      disabled={disabled}
      aria-describedby={hint ? `${id}-hint` : undefined}
    >
      <legend className={classes.legend}>{label}</legend>
      {hint && (
        <div id={`${id}-hint`} className={classes.hint}>
          {hint}
        </div>
      )}
      <SegmentedControl
        aria-label={`${label}: state of the answer`}
        data={STATES}
        value={chosen}
        onChange={choose}
        disabled={disabled}
      />
      {chosen === 'value' &&
        children(answer.state === 'value' ? answer.value : last, (value) =>
          onChange({ state: 'value', value }),
        )}
      {chosen === 'notApplicable' && (
        <Because
          answer={answer}
          disabled={disabled}
          onChange={(because) => onChange({ state: 'notApplicable', because })}
        />
      )}
      {error && (
        <div className={classes.error} role="alert">
          {error}
        </div>
      )}
      {gaps}
    </fieldset>
  )
}

type BecauseProps = { answer: Answer<unknown>; disabled: boolean; onChange: (because: string) => void }

function Because({ answer, disabled, onChange }: BecauseProps) {
  const stored = answer.state === 'notApplicable' ? answer.because : ''
  const [text, setText] = useState(stored)
  const commit = () => {
    if (text.trim() && text.trim() !== stored) onChange(text.trim())
  }
  return (
    <TextInput
      label="Not applicable, because"
      value={text}
      disabled={disabled}
      error={text.trim() || stored ? undefined : 'Say why this does not apply; it is saved then'}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  )
}
