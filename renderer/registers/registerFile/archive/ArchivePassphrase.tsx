import { type FormEvent, useState } from 'react'
import { PassphraseField } from '../PassphraseField.tsx'
import classes from '../start.module.css'
import { fileNameOf } from './file-name.ts'

type ArchivePassphraseProps = {
  readonly archive: string
  readonly error: string | undefined
  readonly onTyped: (passphrase: string) => Promise<void>
  readonly onBack: () => void
}

/** Asks for what opens an encrypted archive. */
export function ArchivePassphrase({ archive, error, onTyped, onBack }: ArchivePassphraseProps) {
  const [passphrase, setPassphrase] = useState('')
  const [isLooking, setLooking] = useState(false)
  const look = async (event: FormEvent) => {
    event.preventDefault()
    if (!passphrase || isLooking) return
    setLooking(true)
    await onTyped(passphrase)
    setLooking(false)
  }
  return (
    <form className={classes.screen} onSubmit={(event) => void look(event)} aria-busy={isLooking} noValidate>
      <h1>Bring back an archive</h1>
      <p className={classes.path}>{fileNameOf(archive)}</p>
      <p>The archive is encrypted.</p>
      <PassphraseField
        label="Passphrase of the archive"
        value={passphrase}
        error={error}
        autoFocus
        onChange={setPassphrase}
      />
      <div className={classes.actions}>
        <button type="submit" className={classes.primary} disabled={isLooking}>
          {isLooking ? 'Opening…' : 'Open the archive'}
        </button>
        <button type="button" onClick={onBack} disabled={isLooking}>
          Back
        </button>
      </div>
    </form>
  )
}
