import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import classes from './letters.module.css'

type MadeLetter = {
  readonly id: string
  readonly kind: string | null
  readonly madeOn: PlainDate | null
  readonly sentOn: PlainDate | null
  readonly wording: string
}

type LettersMadeProps = {
  readonly letters: readonly MadeLetter[]
  readonly kinds: readonly { readonly value: string; readonly label: string }[]
}

/** The letters that were noted, each with the wording it had. */
export function LettersMade({ letters, kinds }: LettersMadeProps) {
  if (letters.length === 0)
    return <p>None yet. “Note as made” keeps the wording as it is now, whatever the record says later.</p>
  return letters.map(({ id, kind, madeOn, sentOn, wording }) => (
    <details key={id} className={classes.made}>
      <summary>
        {kinds.find(({ value }) => value === kind)?.label ?? 'Letter'}
        {madeOn && `, made on ${formatDay(madeOn)}`}
        {sentOn ? `, sent on ${formatDay(sentOn)}` : ', not noted as sent'}
      </summary>
      <pre>{wording}</pre>
    </details>
  ))
}
