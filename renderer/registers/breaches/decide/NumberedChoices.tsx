import { type KeyboardEvent, type ReactNode, useId } from 'react'
import type { Choice } from '#shared/described/field.ts'
import classes from './decide.module.css'

type NumberedChoicesProps<Value extends string> = {
  readonly legend: string
  readonly hint?: ReactNode
  readonly choices: readonly Choice<Value>[]
  /** What stands for no answer; without it there is none to choose. */
  readonly open?: string
  readonly value: Value | null
  readonly disabled: boolean
  readonly error?: string | undefined
  readonly onChange: (value: Value | null) => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
}

/** One of a few answers, each written out with the number that chooses it; 0 chooses none. */
export function NumberedChoices<Value extends string>(props: NumberedChoicesProps<Value>) {
  const { legend, hint, choices, open, value, disabled, error, onChange, onKeyDown } = props
  const id = useId()
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    onKeyDown?.(event)
    if (event.ctrlKey || event.metaKey || event.altKey || !/^\d$/u.test(event.key)) return
    const number = Number(event.key)
    const chosen = number === 0 ? null : choices[number - 1]?.value
    if (disabled || chosen === undefined || (chosen === null && !open)) return
    event.preventDefault()
    if (chosen !== value) onChange(chosen)
    const row = event.currentTarget.closest('fieldset')
    row?.querySelector<HTMLInputElement>(`input[value="${chosen ?? ''}"]`)?.focus()
  }
  return (
    <fieldset className={classes.choices} aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend>{legend}</legend>
      {hint && (
        <div id={`${id}-hint`} className={classes.quiet}>
          {hint}
        </div>
      )}
      {choices.map((choice, index) => (
        <Row
          key={choice.value}
          name={id}
          number={index + 1}
          choice={choice}
          isChosen={value === choice.value}
          disabled={disabled}
          onChoose={() => onChange(choice.value)}
          onKeyDown={press}
        />
      ))}
      {open && (
        <Row
          name={id}
          number={0}
          choice={{ value: '', label: open }}
          isChosen={value === null}
          disabled={disabled}
          onChoose={() => onChange(null)}
          onKeyDown={press}
        />
      )}
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}

type RowProps = {
  readonly name: string
  readonly number: number
  readonly choice: Choice
  readonly isChosen: boolean
  readonly disabled: boolean
  readonly onChoose: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
}

function Row(props: RowProps) {
  const { name, number, choice, isChosen, disabled, onChoose, onKeyDown } = props
  const { value, label, hint } = choice
  const id = useId()
  return (
    <label className={classes.choice} data-chosen={isChosen || undefined}>
      <input
        type="radio"
        name={name}
        value={value}
        checked={isChosen}
        disabled={disabled}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={onChoose}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden>{number}</kbd>
      <span>
        <span id={`${id}-label`}>{label}</span>
        {hint && (
          <span id={`${id}-hint`} className={classes.hint}>
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
