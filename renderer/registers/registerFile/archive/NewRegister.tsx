import { type FormEvent, useState } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { holdsInWords } from '#renderer/ui/files/file-words.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { NewPassphrase } from '../NewPassphrase.tsx'
import { folderOfPath, nameOfPath } from '../start-screen.ts'
import classes from '../start.module.css'
import { typedTwiceProblem } from '../typed-twice.ts'
import { whenInWords } from '../words.ts'
import type { Looked } from './BringBackScreen.tsx'
import { useBringingBack } from './useBringingBack.ts'

type NewRegisterProps = {
  readonly archive: string
  readonly looked: Looked
  readonly onBack: () => void
  readonly onDone: (back: Output<'archives.import'>) => void
}

/** Says what an archive holds, asks where the new register shall stand and for its passphrase, and makes it. */
export function NewRegister({ archive, looked, onBack, onDone }: NewRegisterProps) {
  const [place, setPlace] = useState<string>()
  const [typed, setTyped] = useState({ first: '', second: '' })
  const [wasAsked, setAsked] = useState(false)
  const [error, setError] = useState<string>()
  const { progress, isRunning, run, stop } = useBringingBack()

  const choose = () => {
    setError(undefined)
    shell('shell.chooseNewRegister', { suggestedName: looked.holds.registerName.slice(0, 120) }).then(
      ({ path }) => path && setPlace(path),
      (failure: unknown) => setError(sentenceOf(failure)),
    )
  }
  const bringBack = async (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (isRunning || !place || typedTwiceProblem(typed)) return
    setError(undefined)
    await run({
      path: archive,
      register: place,
      passphrase: typed.first,
      archivePassphrase: looked.passphrase,
    }).then(onDone, (failure: unknown) => setError(sentenceOf(failure)))
  }

  return (
    <form
      className={classes.screen}
      onSubmit={(event) => void bringBack(event)}
      aria-busy={isRunning}
      noValidate
    >
      <h1>Bring back {looked.holds.registerName}</h1>
      <Holds looked={looked} />
      <div className={classes.actions}>
        <button type="button" onClick={choose} disabled={isRunning} autoFocus={!place}>
          Choose where it shall stand…
        </button>
      </div>
      <p className={classes.path} role="status">
        {place ? `${nameOfPath(place)} in ${folderOfPath(place)}` : 'A new register; nothing is overwritten.'}
      </p>
      {wasAsked && !place && (
        <p role="alert" className={classes.error}>
          Choose where the register shall stand
        </p>
      )}
      <NewPassphrase typed={typed} showProblems={wasAsked} onChange={setTyped} />
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      {isRunning && (
        <div className={classes.running}>
          <progress aria-label="Progress" max={progress?.total || 1} value={progress?.done ?? 0} />
          <span role="status">{progress ? progress.doing : 'Starting…'}</span>
        </div>
      )}
      <div className={classes.actions}>
        <button type="submit" className={classes.primary} disabled={isRunning}>
          {isRunning ? 'Bringing back…' : 'Bring it back'}
        </button>
        {isRunning ? (
          <button type="button" onClick={stop} disabled={progress === null}>
            Stop
          </button>
        ) : (
          <button type="button" onClick={onBack}>
            Back
          </button>
        )}
      </div>
    </form>
  )
}

function Holds({ looked: { holds } }: { readonly looked: Looked }) {
  return (
    <dl className={classes.holds}>
      <dt>Written</dt>
      <dd>{whenInWords(holds.madeAt)}</dd>
      <dt>Holds</dt>
      <dd>{holdsInWords(holds.counts)}</dd>
      <dt>History</dt>
      <dd>
        {holds.hasHistory
          ? 'with the earlier contents of records'
          : 'the chain of changes as evidence, without earlier contents'}
      </dd>
    </dl>
  )
}
