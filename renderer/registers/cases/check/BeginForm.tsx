import { Button, NumberInput, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { countOf } from '#shared/count-words.ts'
import type { CheckScope } from '#shared/registers/cases/case-checks.contract.ts'
import classes from './check.module.css'

type BeginFormProps = {
  readonly request: string
  readonly scope: CheckScope
  /** Whether there was a check before. */
  readonly isAnew: boolean
  readonly onBegun: () => void
  readonly onCancel: () => void
}

/** Begins a second check: who checks, and all pages or a share of them. */
export function BeginForm({ request, scope, isAnew, onBegun, onCancel }: BeginFormProps) {
  const { canEdit, because } = useCanEdit()
  const begin = useEngineCommand('cases.beginCheck')
  const [kind, setKind] = useState<'sample' | 'full'>('sample')
  const [share, setShare] = useState<number | string>(10)
  const [checker, setChecker] = useState('')
  const { toRelease, markedDocuments, reviewers } = scope
  const percent = Math.min(100, Math.max(1, Math.round(Number(share) || 1)))
  const sample = Math.min(toRelease, Math.max(Math.ceil((toRelease * percent) / 100), markedDocuments))
  if (toRelease === 0) return <NothingToRelease request={request} />
  return (
    <form
      className={classes.begin}
      onSubmit={(event) => {
        event.preventDefault()
        begin.mutate({ request, kind, share: percent, checker }, { onSuccess: onBegun })
      }}
    >
      <h2>{isAnew ? 'Another second check' : 'A second check before anything goes out'}</h2>
      <p>
        Somebody who decided about none of these pages looks at them as the requester will see them, with each
        mark and its reason beside, and agrees or returns a page with a note. Both names stand on the
        sign-off.
      </p>
      <Radio.Group label="Which pages" value={kind} onChange={(value) => setKind(value as typeof kind)}>
        <Radio
          value="sample"
          label={`A sample: ${countOf(sample, 'page')} of ${toRelease.toLocaleString('en-GB')}`}
          description={
            markedDocuments === 0
              ? 'Drawn at random.'
              : `Drawn at random, with a marked page of ${markedDocuments === 1 ? 'the document' : `each of the ${countOf(markedDocuments, 'document')}`} from which something is removed.`
          }
        />
        <Radio
          value="full"
          label={`All ${countOf(toRelease, 'page')}`}
          description="Every page to be released that was not handed over before."
        />
      </Radio.Group>
      {kind === 'sample' && (
        <NumberInput
          className={classes.share}
          label="Share of the pages, in percent"
          min={1}
          max={100}
          allowDecimal={false}
          value={share}
          onChange={setShare}
        />
      )}
      <TextInput
        label="Who checks"
        description={`Somebody else than ${reviewers.join(', ') || 'the reviewer'}`}
        required
        value={checker}
        error={begin.error?.fields['checker']}
        onChange={({ currentTarget: { value } }) => setChecker(value)}
      />
      {begin.error && <p role="alert">{sentenceOf(begin.error)}</p>}
      <div className={classes.actions}>
        <Button type="submit" disabled={!canEdit || checker.trim().length < 2} loading={begin.isPending}>
          Begin the check
        </Button>
        {isAnew && (
          <Button variant="default" onClick={onCancel}>
            Back to the last one
          </Button>
        )}
        {!canEdit && <span className={classes.quiet}>{because}</span>}
      </div>
    </form>
  )
}

function NothingToRelease({ request }: { readonly request: string }) {
  return (
    <div className={classes.begin}>
      <h2>Nothing to check now</h2>
      <p>
        No page is flagged to be released that was not handed over before.{' '}
        <RouteLink href={hrefOf('requests', request, 'review')}>Go on with the review</RouteLink>
      </p>
    </div>
  )
}
