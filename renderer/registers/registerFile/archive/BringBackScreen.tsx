import { useEffect, useState } from 'react'
import { call, sentenceOf } from '#renderer/api/engine.ts'
import { AppError } from '#shared/errors.ts'
import type { Output } from '#shared/rpc/contract.ts'
import type { ShowScreen } from '../start-screen.ts'
import classes from '../start.module.css'
import { ArchivePassphrase } from './ArchivePassphrase.tsx'
import { BroughtBack } from './BroughtBack.tsx'
import { NewRegister } from './NewRegister.tsx'
import { fileNameOf } from './file-name.ts'

/** What an archive says of itself, and what opens it. */
export type Looked = { readonly holds: Output<'archives.look'>; readonly passphrase: string | null }

type BringBackScreenProps = { readonly archive: string; readonly show: ShowScreen }

type Found =
  | ({ readonly kind: 'looked' } & Looked)
  | { readonly kind: 'locked'; readonly error: string | undefined }
  | { readonly kind: 'failed'; readonly error: string }

/** Brings a whole register back from an archive, as a new register. */
export function BringBackScreen({ archive, show }: BringBackScreenProps) {
  const [found, setFound] = useState<Found>()
  const [back, setBack] = useState<Output<'archives.import'>>()
  useEffect(() => {
    void lookAt(archive, null).then(setFound)
  }, [archive])
  const open = async (passphrase: string) => setFound(await lookAt(archive, passphrase))

  const turnBack = () => show({ kind: 'welcome' })
  if (back) return <BroughtBack back={back} show={show} />
  if (found?.kind === 'looked')
    return <NewRegister archive={archive} looked={found} onBack={turnBack} onDone={setBack} />
  if (found?.kind === 'locked')
    return <ArchivePassphrase archive={archive} error={found.error} onTyped={open} onBack={turnBack} />
  return (
    <div className={classes.screen}>
      <h1>Bring back an archive</h1>
      <p className={classes.path}>{fileNameOf(archive)}</p>
      {found ? (
        <p role="alert" className={classes.error}>
          {found.error}
        </p>
      ) : (
        <p role="status">Looking at the archive…</p>
      )}
      <div className={classes.actions}>
        <button type="button" onClick={turnBack}>
          Back
        </button>
      </div>
    </div>
  )
}

async function lookAt(path: string, passphrase: string | null): Promise<Found> {
  try {
    return { kind: 'looked', holds: await call('archives.look', { path, passphrase }), passphrase }
  } catch (failure) {
    const error = sentenceOf(failure)
    const isLocked = failure instanceof AppError && failure.reason === 'wrong-passphrase'
    return isLocked
      ? { kind: 'locked', error: passphrase === null ? undefined : error }
      : { kind: 'failed', error }
  }
}
