import { useEffect, useRef, useState } from 'react'
import { call, sentenceOf } from '#renderer/api/engine.ts'
import { holdsInWords } from '#renderer/ui/files/file-words.ts'
import type { Output } from '#shared/rpc/contract.ts'
import { openStatus } from '../opened.ts'
import type { ShowScreen } from '../start-screen.ts'
import classes from '../start.module.css'

type BroughtBackProps = { readonly back: Output<'archives.import'>; readonly show: ShowScreen }

/** What was brought in and compared, before the recovery key of the new register is shown. */
export function BroughtBack({ back, show }: BroughtBackProps) {
  const [error, setError] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const goOn = () => {
    call('registerFile.status', {}).then(
      (status) => show({ kind: 'recoveryKey', recoveryKey: back.recoveryKey, status: openStatus(status) }),
      (failure: unknown) => setError(sentenceOf(failure)),
    )
  }
  return (
    <div className={classes.screen}>
      <h1 ref={heading} tabIndex={-1}>
        The register is back
      </h1>
      <p>{holdsInWords(back.counts)}.</p>
      <p>
        {back.chain.goesOn
          ? 'The chain of changes goes on in the new register.'
          : 'The chain of changes came along as evidence; the new register has one of its own.'}
      </p>
      <List title="What was compared" lines={back.checks} />
      <List title="To know" lines={back.notes} />
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      <div className={classes.actions}>
        <button type="button" className={classes.primary} onClick={goOn}>
          Go on to the recovery key
        </button>
      </div>
    </div>
  )
}

function List({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className={classes.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
