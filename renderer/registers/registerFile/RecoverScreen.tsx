import { type FormEvent, useId, useState } from 'react'
import { call, sentenceOf } from '#renderer/api/engine.ts'
import { AppError } from '#shared/errors.ts'
import { NewPassphrase } from './NewPassphrase.tsx'
import { opened } from './opened.ts'
import { isProblemScreen, nameOfPath, type ShowScreen } from './start-screen.ts'
import classes from './start.module.css'
import { typedTwiceProblem } from './typed-twice.ts'

type RecoverScreenProps = { readonly path: string; readonly show: ShowScreen }

/** Opens a register with its recovery key and gives it a new passphrase. */
export function RecoverScreen({ path, show }: RecoverScreenProps) {
  const id = useId()
  const [recoveryKey, setRecoveryKey] = useState('')
  const [typed, setTyped] = useState({ first: '', second: '' })
  const [wasAsked, setAsked] = useState(false)
  const [error, setError] = useState<string>()
  const [isOpening, setOpening] = useState(false)

  const recover = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (isOpening || !recoveryKey.trim() || typedTwiceProblem(typed)) return
    setOpening(true)
    setError(undefined)
    try {
      opened(
        await call('registerFile.recover', {
          path,
          recoveryKey: recoveryKey.trim(),
          passphrase: typed.first,
        }),
      )
    } catch (failure) {
      setOpening(false)
      if (failure instanceof AppError && isProblemScreen(failure))
        return show({ kind: 'problem', path, error: failure })
      setError(sentenceOf(failure))
    }
  }
  const keyError = error ?? (wasAsked && !recoveryKey.trim() ? 'Type the recovery key' : undefined)

  return (
    <form
      className={classes.screen}
      onSubmit={(event) => void recover(event)}
      aria-busy={isOpening}
      noValidate
    >
      <h1>Open {nameOfPath(path)} with the recovery key</h1>
      <div className={classes.field}>
        <label htmlFor={id}>Recovery key</label>
        <input
          id={id}
          className={classes.typedKey}
          value={recoveryKey}
          autoComplete="off"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page was opened to type it
          autoFocus
          aria-invalid={keyError ? true : undefined}
          aria-describedby={`${id}-below`}
          onChange={(event) => setRecoveryKey(event.currentTarget.value)}
        />
        <div
          id={`${id}-below`}
          className={classes.below}
          data-error={keyError ? '' : undefined}
          role={keyError ? 'alert' : undefined}
        >
          {keyError ?? 'Eight groups of four characters; dashes and small letters do not matter'}
        </div>
      </div>
      <NewPassphrase typed={typed} showProblems={wasAsked} onChange={setTyped} />
      <div className={classes.actions}>
        <button type="submit" className={classes.primary} disabled={isOpening}>
          {isOpening ? 'Opening…' : 'Open and set the passphrase'}
        </button>
        <button type="button" onClick={() => show({ kind: 'unlock', path })} disabled={isOpening}>
          Back
        </button>
      </div>
    </form>
  )
}
