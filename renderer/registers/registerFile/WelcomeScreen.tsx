import { useState } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import type { RecentRegister } from '#shared/rpc/shell-contract.ts'
import { folderOfPath, nameOfPath, type ShowScreen } from './start-screen.ts'
import classes from './start.module.css'

type WelcomeScreenProps = { readonly recent: readonly RecentRegister[]; readonly show: ShowScreen }

/** The first page: open a register, make one, or try the sample. */
export function WelcomeScreen({ recent, show }: WelcomeScreenProps) {
  const [error, setError] = useState<string>()
  const asking = (ask: () => Promise<void>) => () =>
    void ask().catch((failure: unknown) => setError(sentenceOf(failure)))

  const create = (sample: boolean, suggestedName: string) =>
    asking(async () => {
      const { path } = await shell('shell.chooseNewRegister', { suggestedName })
      if (path) show({ kind: 'create', path, sample })
    })
  const open = asking(async () => {
    const { path } = await shell('shell.chooseRegisterToOpen', {})
    if (path) show({ kind: 'unlock', path })
  })
  const bringBack = asking(async () => {
    const { path } = await shell('shell.chooseFile', { kind: 'zip' })
    if (path) show({ kind: 'bringBack', archive: path })
  })

  return (
    <div className={classes.screen}>
      <h1>DPO Workbench</h1>
      <p>
        The record of processing activities, kept in one encrypted register on this computer. Nothing is sent
        anywhere.
      </p>
      {recent.length > 0 && <RecentList recent={recent} show={show} />}
      <ul className={classes.choices}>
        <Choice title="Open a register…" onClick={open}>
          A folder whose name ends in .dpo
        </Choice>
        <Choice title="Create a register…" onClick={create(false, 'Our register')}>
          An empty one, with a passphrase of its own
        </Choice>
        <Choice title="Try the sample…" onClick={create(true, 'Sample register')}>
          Five organisations in children’s services with their activities, to look around in
        </Choice>
        <Choice title="Bring back an archive…" onClick={bringBack}>
          A whole register that was written to a ZIP file, as a new register
        </Choice>
      </ul>
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </div>
  )
}

type ChoiceProps = { readonly title: string; readonly children: string; readonly onClick: () => void }

function Choice({ title, children, onClick }: ChoiceProps) {
  return (
    <li>
      <button type="button" onClick={onClick}>
        <strong>{title}</strong>
        <span>{children}</span>
      </button>
    </li>
  )
}

function RecentList({ recent, show }: WelcomeScreenProps) {
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">Recent registers</h2>
      <ul className={classes.choices}>
        {recent.map(({ path, isThere }) => (
          <li key={path}>
            <button type="button" disabled={!isThere} onClick={() => show({ kind: 'unlock', path })}>
              <strong>{nameOfPath(path)}</strong>
              <span>{isThere ? folderOfPath(path) : `${folderOfPath(path)} (not there now)`}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
