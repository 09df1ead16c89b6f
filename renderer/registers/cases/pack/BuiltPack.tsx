import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { shell } from '#renderer/api/shell.ts'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { putOnClipboard } from '#renderer/ui/clipboard.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { Fingerprint } from './Fingerprint.tsx'
import classes from './pack.module.css'

/** What was just built: where it is, its fingerprint, the passphrase once, and a check of what was written. */
export function BuiltPack({ built }: { readonly built: Output<'cases.build'> }) {
  const verify = useEngineTask('reports.verifyArchive')
  const [passphrase, setPassphrase] = useState(built.passphrase)
  const failed = verify.data?.checks.filter(({ ok }) => !ok) ?? []
  return (
    <section className={classes.built} aria-label="The pack that was built">
      <p role="status">
        Built: {built.volumes} {built.volumes === 1 ? 'volume' : 'volumes'},{' '}
        {built.pages.toLocaleString('en-GB')} {built.pages === 1 ? 'page' : 'pages'}, <bdi>{built.path}</bdi>
      </p>
      <Fingerprint fingerprint={built.fingerprint} />
      {passphrase && (
        <div className={classes.passphrase} role="alert">
          <p>
            The passphrase, shown this once. Write it down and send it another way, for example by telephone
            or in a letter of its own:
          </p>
          <code>{passphrase}</code>
          <div className={classes.actions}>
            <Button
              variant="default"
              onClick={() => {
                putOnClipboard(passphrase)
                notifications.show({ message: 'Copied' })
              }}
            >
              Copy
            </Button>
            <Button variant="default" onClick={() => setPassphrase(null)}>
              I have it
            </Button>
          </div>
        </div>
      )}
      <div className={classes.actions}>
        <Button
          variant="default"
          loading={verify.isPending}
          onClick={() => verify.mutate({ path: built.path, passphrase: built.passphrase })}
        >
          Verify what was written
        </Button>
        <Button variant="default" onClick={() => void shell('shell.reveal', { path: built.path })}>
          Show in folder
        </Button>
      </div>
      {verify.error && <p role="alert">{sentenceOf(verify.error)}</p>}
      {verify.data && (
        <p role="status">
          {failed.length === 0
            ? 'Everything fits: every file is as it was made.'
            : failed.map(({ name, detail }) => `${name}: ${detail}`).join(' ')}
        </p>
      )}
    </section>
  )
}
