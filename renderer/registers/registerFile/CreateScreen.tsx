import { type FormEvent, useState } from 'react'
import { call, sentenceOf } from '#renderer/api/engine.ts'
import { AppError } from '#shared/errors.ts'
import { NewPassphrase } from './NewPassphrase.tsx'
import { openStatus } from './opened.ts'
import { folderOfPath, isProblemScreen, nameOfPath, type ShowScreen } from './start-screen.ts'
import classes from './start.module.css'
import { typedTwiceProblem } from './typed-twice.ts'

type CreateScreenProps = { readonly path: string; readonly sample: boolean; readonly show: ShowScreen }

/** Asks for the passphrase of a new register and makes it. */
export function CreateScreen({ path, sample, show }: CreateScreenProps) {
  const [typed, setTyped] = useState({ first: '', second: '' })
  const [wasAsked, setAsked] = useState(false)
  const [error, setError] = useState<string>()
  const [isMaking, setMaking] = useState(false)

  const create = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (isMaking || typedTwiceProblem(typed)) return
    setMaking(true)
    try {
      const procedure = sample ? 'registerFile.createSample' : 'registerFile.create'
      const { recoveryKey, status } = await call(procedure, { path, passphrase: typed.first })
      show({ kind: 'recoveryKey', recoveryKey, status: openStatus(status) })
    } catch (failure) {
      setMaking(false)
      if (failure instanceof AppError && isProblemScreen(failure))
        return show({ kind: 'problem', path, error: failure })
      setError(sentenceOf(failure))
    }
  }

  return (
    <form className={classes.screen} onSubmit={(event) => void create(event)} aria-busy={isMaking} noValidate>
      <h1>{sample ? 'Make a sample register' : 'Create a register'}</h1>
      <p className={classes.path}>
        {nameOfPath(path)} in {folderOfPath(path)}
      </p>
      <p>
        The passphrase encrypts the register. It is not kept anywhere: without it or the recovery key, which
        is shown next, nobody can read the register.
      </p>
      <NewPassphrase typed={typed} showProblems={wasAsked} autoFocus onChange={setTyped} />
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      <div className={classes.actions}>
        <button type="submit" className={classes.primary} disabled={isMaking}>
          {isMaking ? 'Creating…' : 'Create'}
        </button>
        <button type="button" onClick={() => show({ kind: 'welcome' })} disabled={isMaking}>
          Back
        </button>
      </div>
    </form>
  )
}
