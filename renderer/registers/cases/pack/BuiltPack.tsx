import { Button } from '@mantine/core'
import { shell } from '#renderer/api/shell.ts'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { MadePassphrase } from '#renderer/ui/files/MadePassphrase.tsx'
import type { Output } from '#shared/rpc/contract.ts'
import { Fingerprint } from './Fingerprint.tsx'
import classes from './pack.module.css'

/** What was just built: where it is, its fingerprint, the passphrase once, and a check of what was written. */
export function BuiltPack({ built }: { readonly built: Output<'cases.build'> }) {
  const verify = useEngineTask('reports.verifyArchive')
  const failed = verify.data?.checks.filter(({ ok }) => !ok) ?? []
  return (
    <section className={classes.built} aria-label="The pack that was built">
      <p role="status">
        Built: {built.volumes} {built.volumes === 1 ? 'volume' : 'volumes'},{' '}
        {built.pages.toLocaleString('en-GB')} {built.pages === 1 ? 'page' : 'pages'}, <bdi>{built.path}</bdi>
      </p>
      <Fingerprint fingerprint={built.fingerprint} />
      {built.passphrase && <MadePassphrase passphrase={built.passphrase} isSent />}
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
