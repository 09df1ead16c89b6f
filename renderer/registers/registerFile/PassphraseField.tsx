import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import classes from './start.module.css'

type PassphraseFieldProps = {
  readonly label: string
  readonly value: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly isNew?: boolean
  readonly autoFocus?: boolean
  readonly disabled?: boolean
  readonly inputRef?: Ref<HTMLInputElement>
  readonly onChange: (value: string) => void
}

/** A passphrase as it is typed: hidden unless asked for, with a word of warning about Caps Lock. */
export function PassphraseField(props: PassphraseFieldProps) {
  const {
    label,
    value,
    hint,
    error,
    isNew = false,
    autoFocus = false,
    disabled = false,
    inputRef,
    onChange,
  } = props
  const id = useId()
  const [isShown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  const below = error ?? (capsLock ? 'Caps Lock is on' : hint)

  return (
    <div className={classes.field}>
      <label htmlFor={id}>{label}</label>
      <div className={classes.passphrase}>
        <input
          id={id}
          ref={inputRef}
          type={isShown ? 'text' : 'password'}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the passphrase is the only thing this page asks for
          autoFocus={autoFocus}
          disabled={disabled}
          value={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={below ? `${id}-below` : undefined}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyUp={watchCapsLock}
        />
        <button
          type="button"
          aria-pressed={isShown}
          aria-label={`Show ${label.toLowerCase()}`}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? 'Hide' : 'Show'}
        </button>
      </div>
      <div
        id={`${id}-below`}
        className={classes.below}
        data-error={error ? '' : undefined}
        role={error ? 'alert' : undefined}
      >
        {below}
      </div>
    </div>
  )
}
