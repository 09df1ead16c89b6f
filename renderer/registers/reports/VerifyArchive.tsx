import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useState } from 'react'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import type { Verification } from '#shared/registers/reports/report.contract.ts'
import classes from './reports.module.css'
import { TaskProgress } from './TaskProgress.tsx'

/** Checks an archive that was handed out before, or that somebody sent. */
export function VerifyArchive() {
  const verify = useEngineTask('reports.verifyArchive')
  const [shellError, setShellError] = useState<unknown>(null)
  const start = () => {
    setShellError(null)
    verify.reset()
    shell('shell.chooseFile', { kind: 'zip' }).then(
      ({ path }) => path !== null && verify.mutate({ path }),
      setShellError,
    )
  }
  const failure = shellError ?? verify.error
  return (
    <section className={classes.part} aria-labelledby="verify">
      <h2 id="verify">Check an archive</h2>
      <p>
        Any BagIt archive in a ZIP file: every file is read and compared with its checksums. Nothing in it is
        trusted or run.
      </p>
      <div>
        <Button variant="default" disabled={verify.isPending} onClick={start}>
          Choose an archive…
        </Button>
      </div>
      {verify.isPending && <TaskProgress progress={verify.progress} onCancel={verify.cancel} />}
      {failure !== null && failure !== undefined && (
        <p role="alert" className={classes.alert}>
          {sentenceOf(failure)}
        </p>
      )}
      {verify.data && <Findings verification={verify.data} />}
    </section>
  )
}

function Findings({ verification }: { readonly verification: Verification }) {
  const { path, kind, ok, checks } = verification
  return (
    <div className={classes.result} role="group" aria-label="What was found">
      <p role="status">
        <strong>{ok ? 'Everything fits.' : 'Something does not fit.'}</strong> {kind}, {path}
      </p>
      <ul className={classes.checks}>
        {checks.map((check) => (
          <li key={check.name} data-ok={check.ok}>
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
