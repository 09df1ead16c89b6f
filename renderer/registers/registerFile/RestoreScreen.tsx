import { type FormEvent, useEffect, useState } from 'react'
import { call, sentenceOf } from '#renderer/api/engine.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { opened } from './opened.ts'
import { PassphraseField } from './PassphraseField.tsx'
import { nameOfPath, type ShowScreen } from './start-screen.ts'
import classes from './start.module.css'
import { sizeInWords, whenInWords } from './words.ts'

type Backup = Output<'registerFile.listBackups'>[number]
type RestoreScreenProps = { readonly path: string; readonly show: ShowScreen }

/** Puts a backup in the place of a register that cannot be opened. */
export function RestoreScreen({ path, show }: RestoreScreenProps) {
  const [backups, setBackups] = useState<readonly Backup[]>()
  const [chosen, setChosen] = useState<string>()
  const [passphrase, setPassphrase] = useState('')
  const [error, setError] = useState<string>()
  const [isRestoring, setRestoring] = useState(false)

  useEffect(() => {
    call('registerFile.listBackups', { path }).then(
      (found) => {
        setBackups(found)
        setChosen(found[0]?.name)
      },
      (failure: unknown) => setError(sentenceOf(failure)),
    )
  }, [path])

  const restore = async (event: FormEvent) => {
    event.preventDefault()
    if (!chosen || !passphrase || isRestoring) return
    setRestoring(true)
    setError(undefined)
    try {
      opened(await call('registerFile.restore', { path, backup: chosen, passphrase }))
    } catch (failure) {
      setRestoring(false)
      setError(sentenceOf(failure))
    }
  }

  return (
    <form
      className={classes.screen}
      onSubmit={(event) => void restore(event)}
      aria-busy={isRestoring}
      noValidate
    >
      <h1>Restore {nameOfPath(path)}</h1>
      <p>The backup takes the place of the register’s database. What is there now is kept beside it.</p>
      {backups?.length === 0 && <p className={classes.notice}>The register has no backups.</p>}
      {backups && backups.length > 0 && (
        <BackupChoice backups={backups} chosen={chosen} onChoose={setChosen} />
      )}
      <PassphraseField label="Passphrase" value={passphrase} error={error} onChange={setPassphrase} />
      <div className={classes.actions}>
        <button type="submit" className={classes.primary} disabled={!chosen || isRestoring}>
          {isRestoring ? 'Restoring…' : 'Restore'}
        </button>
        <button type="button" onClick={() => show({ kind: 'unlock', path })} disabled={isRestoring}>
          Back
        </button>
      </div>
    </form>
  )
}

type BackupChoiceProps = {
  readonly backups: readonly Backup[]
  readonly chosen: string | undefined
  readonly onChoose: (name: string) => void
}

function BackupChoice({ backups, chosen, onChoose }: BackupChoiceProps) {
  return (
    <fieldset className={classes.backups}>
      <legend>Backups, newest first</legend>
      {backups.map(({ name, bytes, madeAt }) => (
        <label key={name}>
          <input type="radio" name="backup" checked={name === chosen} onChange={() => onChoose(name)} />
          {whenInWords(madeAt)}
          <span>{sizeInWords(bytes)}</span>
        </label>
      ))}
    </fieldset>
  )
}
