import { type FormEvent, useRef, useState } from 'react'
import { call, sentenceOf } from '#renderer/api/engine.ts'
import type { ClosedBecause } from '#renderer/api/session.ts'
import { AppError } from '#shared/errors.ts'
import { opened } from './opened.ts'
import { PassphraseField } from './PassphraseField.tsx'
import { folderOfPath, isProblemScreen, nameOfPath, type ShowScreen } from './start-screen.ts'
import classes from './start.module.css'

const CLOSED_WORDS: Record<ClosedBecause, string> = {
  asked: 'The register is locked.',
  idle: 'The register locked itself because nobody used it for a while.',
  system: 'The register was locked because the computer was locked or went to sleep.',
  'engine-restarted':
    'A part of the program stopped and was started again, so the register was locked. Everything that was saved is there.',
}

type UnlockScreenProps = {
  readonly path: string
  readonly because: ClosedBecause | null
  readonly show: ShowScreen
}

/** Asks for the passphrase of one register. */
export function UnlockScreen({ path, because, show }: UnlockScreenProps) {
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<string>()
  const [isOpening, setOpening] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  const unlock = async (event: FormEvent) => {
    event.preventDefault()
    if (!passphrase || isOpening) return
    setOpening(true)
    setError(undefined)
    try {
      opened(await call('registerFile.open', { path, passphrase }))
    } catch (failure) {
      setOpening(false)
      if (failure instanceof AppError && isProblemScreen(failure))
        return show({ kind: 'problem', path, error: failure })
      setError(sentenceOf(failure))
      input.current?.select()
      input.current?.focus()
    }
  }

  return (
    <form className={classes.screen} onSubmit={(event) => void unlock(event)} aria-busy={isOpening}>
      <h1>{nameOfPath(path)}</h1>
      <p className={classes.path}>{folderOfPath(path)}</p>
      {because && (
        <p className={classes.notice} role="status">
          {CLOSED_WORDS[because]}
        </p>
      )}
      <PassphraseField
        label="Passphrase"
        value={passphrase}
        error={error}
        autoFocus
        inputRef={input}
        onChange={setPassphrase}
      />
      <div className={classes.actions}>
        <button type="submit" className={classes.primary} disabled={isOpening}>
          {isOpening ? 'Unlocking…' : 'Unlock'}
        </button>
        <button type="button" onClick={() => show({ kind: 'welcome' })}>
          Another register
        </button>
        <button type="button" className={classes.link} onClick={() => show({ kind: 'recover', path })}>
          Use the recovery key
        </button>
      </div>
    </form>
  )
}
