import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { shell } from '#renderer/api/shell.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { MadePassphrase } from '#renderer/ui/files/MadePassphrase.tsx'
import { countOf } from '#shared/count-words.ts'
import { sizeInWords } from '#shared/registers/documents/document-rules.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { inFours } from '#shared/in-fours.ts'
import classes from '../portability.module.css'

type BuiltExportProps = { readonly built: Output<'portability.build'>; readonly request: string }

/** What was just built: where, its numbers, the passphrase once, and what is to be done next. */
export function BuiltExport({ built, request }: BuiltExportProps) {
  return (
    <section className={classes.built} aria-label="The export that was built">
      <p role="status" className={classes.builtSays}>
        <IconCheck size={16} aria-hidden /> Built and checked: {countOf(built.rows, 'row')},{' '}
        {countOf(built.leftOut, 'thing')} left out, {sizeInWords(built.bytes)}. <bdi>{built.path}</bdi>
      </p>
      {built.passphrase !== null && <MadePassphrase passphrase={built.passphrase} isSent />}
      <dl className={classes.prints}>
        <dt>SHA-256 of the file</dt>
        <dd>
          <code>{built.sha256}</code>
        </dd>
        <dt>Fingerprint</dt>
        <dd>
          <code>{inFours(built.fingerprint)}</code>
        </dd>
      </dl>
      <details>
        <summary>{countOf(built.checks.length, 'check')} passed before it was put in place</summary>
        <ul className={classes.checks}>
          {built.checks.map((check) => (
            <li key={check}>{check}</li>
          ))}
        </ul>
      </details>
      <div className={classes.lead}>
        <Button variant="default" onClick={() => void shell('shell.reveal', { path: built.path })}>
          Show in folder
        </Button>
        <span className={classes.quiet}>What next:</span>
        <RouteLink href={hrefOf('requests', request, 'letters')}>Write the letter</RouteLink>
        <RouteLink href={hrefOf('requests', request, null, { field: 'sentOn' })}>
          Record the day it was sent
        </RouteLink>
      </div>
    </section>
  )
}
