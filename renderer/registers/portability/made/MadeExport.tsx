import type { ReactNode } from 'react'
import { countOf } from '#shared/count-words.ts'
import { type PortabilityExport, sayOfExport } from '#shared/portability/export.ts'
import { sizeInWords } from '#shared/registers/documents/document-rules.ts'
import { formatTime } from '#shared/time/plain-date.ts'
import { inFours } from '#shared/in-fours.ts'
import classes from '../portability.module.css'

type MadeExportProps = {
  readonly entry: PortabilityExport
  /** The request it was made for, where that is another one. */
  readonly of: ReactNode
}

/** An export as it was made: what went in, what was left out, for whom, and how to know it again. */
export function MadeExport({ entry, of }: MadeExportProps) {
  const {
    fileName,
    bytes,
    forms,
    isEncrypted,
    openBecause,
    sources,
    leftOut,
    receiver,
    fingerprint,
    fileSha256,
  } = entry
  return (
    <article className={classes.card} aria-label={fileName}>
      <div className={classes.cardHead}>
        <h3>
          <bdi>{fileName}</bdi>
        </h3>
        {of}
        <span className={classes.quiet}>
          {sizeInWords(bytes)} · {forms.map((form) => form.toUpperCase()).join(', ')} ·{' '}
          {isEncrypted ? 'encrypted' : `not encrypted: ${openBecause}`}
        </span>
      </div>
      <p>
        {sayOfExport(entry)}, {formatTime(entry.madeAt)}. {countOf(leftOut.length, 'thing')} left out.
        {receiver && ` For ${receiver.name}.`}
      </p>
      <p className={classes.quiet}>
        From{' '}
        {sources
          .map(
            ({ fileName: file, system, rows, rowsKept }) =>
              `${file} (${system}): ${rowsKept.toLocaleString('en-GB')} of ${countOf(rows, 'row')}`,
          )
          .join('; ')}
      </p>
      <dl className={classes.prints}>
        <dt>Fingerprint</dt>
        <dd>
          <code>{inFours(fingerprint)}</code>
        </dd>
        <dt>SHA-256 of the file</dt>
        <dd>
          <code>{fileSha256}</code>
        </dd>
      </dl>
      {leftOut.length > 0 && (
        <details>
          <summary>What was left out</summary>
          <ul className={classes.checks}>
            {leftOut.map((one) => (
              <li key={`${one.source} ${one.column} ${one.reason}`}>
                <bdi>{one.column === '' ? one.source : `${one.source}: ${one.column}`}</bdi>
                {one.rows !== null && ` (${countOf(one.rows, 'row')})`}. {one.says}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  )
}
