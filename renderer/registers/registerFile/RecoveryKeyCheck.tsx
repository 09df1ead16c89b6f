import { type FormEvent, useId, useState } from 'react'
import { groupsOf, groupsToAsk, isGroup } from './recovery-key.ts'
import classes from './start.module.css'

type RecoveryKeyCheckProps = { readonly recoveryKey: string; readonly onDone: () => void }

/** Shows a recovery key once, then asks for two of its groups, so that it was written down. */
export function RecoveryKeyCheck({ recoveryKey, onDone }: RecoveryKeyCheckProps) {
  const [isChecking, setChecking] = useState(false)
  return isChecking ? (
    <TypeBack recoveryKey={recoveryKey} onDone={onDone} onBack={() => setChecking(false)} />
  ) : (
    <>
      <p>
        Write it down and keep it where the passphrase is not: in a safe, or with the person who stands in for
        you. It is shown this once.
      </p>
      <ol className={classes.key} aria-label="Recovery key">
        {groupsOf(recoveryKey).map((group, index) => (
          <li key={index}>{group}</li>
        ))}
      </ol>
      <div className={classes.actions}>
        <button type="button" className={classes.primary} onClick={() => setChecking(true)}>
          It is written down
        </button>
      </div>
    </>
  )
}

type TypeBackProps = RecoveryKeyCheckProps & { readonly onBack: () => void }

function TypeBack({ recoveryKey, onDone, onBack }: TypeBackProps) {
  const groups = groupsOf(recoveryKey)
  const [asked] = useState(() => groupsToAsk(groups.length, randomFraction))
  const [typed, setTyped] = useState<readonly [string, string]>(['', ''])
  const [wasAsked, setAsked] = useState(false)
  const right = asked.map((group, index) => isGroup(typed[index] ?? '', groups[group]))

  const check = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (right.every(Boolean)) onDone()
  }

  return (
    <form onSubmit={check} className={classes.check} noValidate>
      <p>Type two of the eight groups back, from what was written down.</p>
      <div className={classes.groups}>
        <GroupField
          number={asked[0] + 1}
          value={typed[0]}
          isWrong={wasAsked && !right[0]}
          autoFocus
          onChange={(value) => setTyped([value, typed[1]])}
        />
        <GroupField
          number={asked[1] + 1}
          value={typed[1]}
          isWrong={wasAsked && !right[1]}
          onChange={(value) => setTyped([typed[0], value])}
        />
      </div>
      <div className={classes.actions}>
        <button type="submit" className={classes.primary}>
          Check
        </button>
        <button type="button" onClick={onBack}>
          Show the key again
        </button>
      </div>
    </form>
  )
}

type GroupFieldProps = {
  readonly number: number
  readonly value: string
  readonly isWrong: boolean
  readonly autoFocus?: boolean
  readonly onChange: (value: string) => void
}

function GroupField({ number, value, isWrong, autoFocus = false, onChange }: GroupFieldProps) {
  const id = useId()
  return (
    <div className={classes.field}>
      <label htmlFor={id}>Group {number}</label>
      <input
        id={id}
        value={value}
        autoComplete="off"
        spellCheck={false}
        maxLength={8}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the step consists of these two fields
        autoFocus={autoFocus}
        aria-invalid={isWrong || undefined}
        aria-describedby={`${id}-below`}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div
        id={`${id}-below`}
        className={classes.below}
        data-error={isWrong ? '' : undefined}
        role={isWrong ? 'alert' : undefined}
      >
        {isWrong && `This is not group ${number} of the key`}
      </div>
    </div>
  )
}

function randomFraction(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32
}
