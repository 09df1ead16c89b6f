import { type KeyboardEvent, useId } from 'react'
import type { Choice } from '#shared/described/field.ts'
import classes from './exercises.module.css'

type RadioQuestionProps = {
  readonly name: string
  readonly question: string
  readonly hint: string
  readonly choices: readonly Choice[]
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** A question with its answers: a number key chooses and leads to the next one, Delete takes the answer back. */
export function RadioQuestion({ name, question, hint, choices, value, onChange }: RadioQuestionProps) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const chosen = choices[Number(event.key) - 1]
    const here = event.currentTarget.closest('fieldset')!
    if (chosen) {
      event.preventDefault()
      onChange(chosen.value)
      focusNext(here)
    } else if (event.key === 'Delete' || event.key === 'Backspace') onChange(null)
    else if (event.key === 'Enter') {
      event.preventDefault()
      focusNext(here)
    }
  }
  return (
    <fieldset className={classes.question} aria-describedby={id} data-question>
      <legend>{question}</legend>
      <p id={id} className={classes.quiet}>
        {hint}
      </p>
      {choices.map((choice, index) => (
        <label key={choice.value} className={classes.answer}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
            onKeyDown={onKeyDown}
          />
          <kbd aria-hidden>{index + 1}</kbd>
          <span>
            {choice.label}
            {choice.hint && <span className={classes.hint}>{choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Leads to the question after this one in the form, or to what follows the last. */
function focusNext(from: HTMLFieldSetElement): void {
  const places = [
    ...(from.form?.querySelectorAll<HTMLElement>('[data-question], textarea, [type=submit]') ?? []),
  ]
  const next = places[places.indexOf(from) + 1]
  const radio = next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input')
  ;(radio ?? next)?.focus()
}
