import { Button, PasswordInput } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useState } from 'react'
import { useEngineTask } from '#renderer/api/client.ts'
import { shell } from '#renderer/api/shell.ts'
import { Failure } from '#renderer/ui/files/Failure.tsx'
import { TaskProgress } from '#renderer/ui/files/TaskProgress.tsx'
import type { Verification } from '#shared/registers/reports/report.contract.ts'
import classes from './reports.module.css'

/** Checks an archive that was handed out before, or that somebody sent. */
export function VerifyArchive() {
  const verify = useEngineTask('reports.verifyArchive')
  const [passphrase, setPassphrase] = useState('')
  const [shellError, setShellError] = useState<unknown>(null)
  const start = (choose: () => Promise<{ readonly path: string | null }>) => () => {
    setShellError(null)
    verify.reset()
    choose().then(
      ({ path }) => path !== null && verify.mutate({ path, passphrase: passphrase || null }),
      setShellError,
    )
  }
  return (
    <section className={classes.part} aria-labelledby="verify">
      <h2 id="verify" tabIndex={-1}>
        Check an archive
      </h2>
      <p>
        Whatever this program writes as a ZIP file, and any other BagIt archive: every file is read and
        compared with its checksums, seals and the chain of revisions are followed. Nothing in it is trusted
        or run. Each archive also holds a page, verify.html, that checks it in any browser without this
        program.
      </p>
      <div className={classes.what}>
        <PasswordInput
          label="Passphrase, where it is encrypted"
          autoComplete="off"
          value={passphrase}
          onChange={({ currentTarget: { value } }) => setPassphrase(value)}
        />
      </div>
      <div className={classes.buttons}>
        <Button
          variant="default"
          disabled={verify.isPending}
          onClick={start(() => shell('shell.chooseFile', { kind: 'zip' }))}
        >
          Choose an archive…
        </Button>
        <Button
          variant="default"
          disabled={verify.isPending}
          onClick={start(() => shell('shell.chooseFolderToRead', {}))}
        >
          Choose an unpacked folder…
        </Button>
      </div>
      {verify.isPending && <TaskProgress progress={verify.progress} onCancel={verify.cancel} />}
      <Failure failure={shellError ?? verify.error} />
      {verify.data && <Findings verification={verify.data} />}
    </section>
  )
}

function Findings({ verification }: { readonly verification: Verification }) {
  const { path, kind, ok, checks } = verification
  return (
    <div className={classes.result} data-ok={ok} role="group" aria-label="What was found">
      <p role="status">
        <strong>{ok ? 'Everything fits.' : 'Something does not fit.'}</strong> {kind}, {path}
      </p>
      <ul className={classes.checks}>
        {checks.map((check, index) => (
          <li key={index} data-ok={check.ok}>
            {check.ok ? (
              <IconCircleCheck size={15} aria-label="fits" />
            ) : (
              <IconCircleX size={15} aria-label="does not fit" />
            )}
            <span>{check.name}</span>
            <span>{check.detail}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
