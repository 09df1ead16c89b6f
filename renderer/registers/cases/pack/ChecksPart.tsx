import { Button, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import type { ReleaseCheck } from '#shared/law/release/release-checks.ts'
import { formatDay, ukDayOf } from '#shared/time/plain-date.ts'
import classes from './pack.module.css'

type ChecksPartProps = { readonly request: string; readonly checks: readonly ReleaseCheck[] }

/** What stands in the way of a release, each with its law and its way out; some may be accepted with a reason. */
export function ChecksPart({ request, checks }: ChecksPartProps) {
  const open = checks.filter(({ accepted }) => accepted === null)
  const accepted = checks.filter((check) => check.accepted !== null)
  return (
    <>
      <p role="status" className={classes.verdict} data-open={open.length > 0 || undefined}>
        {open.length === 0
          ? 'Nothing stands in the way.'
          : open.length === 1
            ? '1 check stands in the way.'
            : `${open.length} checks stand in the way.`}
      </p>
      <ul className={classes.checks}>
        {open.map((check) => (
          <li key={check.code}>
            <OpenCheck request={request} check={check} />
          </li>
        ))}
      </ul>
      {accepted.length > 0 && (
        <details className={classes.accepted}>
          <summary>{accepted.length === 1 ? '1 was accepted' : `${accepted.length} were accepted`}</summary>
          <ul className={classes.checks}>
            {accepted.map((check) => (
              <li key={check.code}>
                <AcceptedCheck request={request} check={check} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

type CheckProps = { readonly request: string; readonly check: ReleaseCheck }

const PAGES: Readonly<Record<ReleaseCheck['page'], string>> = {
  '': 'Open the record',
  documents: 'Open the documents',
  review: 'Open the review',
  people: 'Open the people',
  check: 'Open the second check',
  search: 'Open the search',
  letters: 'Open the letters',
}

function OpenCheck({ request, check }: CheckProps) {
  const { canEdit } = useCanEdit()
  const { says, wayOut, citation, page, canBeAccepted } = check
  return (
    <div className={classes.check} data-blocks={!canBeAccepted || undefined}>
      <p className={classes.says}>
        <strong>{canBeAccepted ? 'To accept' : 'Blocks'}</strong> <bdi>{says}</bdi>
      </p>
      <p className={classes.quiet}>
        {wayOut}{' '}
        <RouteLink href={hrefOf('requests', request, page === '' ? null : page)}>{PAGES[page]}</RouteLink>
        {citation && <span className={classes.citation}> {citation}</span>}
      </p>
      {canBeAccepted && canEdit && <AcceptField request={request} check={check} />}
    </div>
  )
}

function AcceptField({ request, check }: CheckProps) {
  const id = useId()
  const accept = useEngineCommand('cases.accept')
  const [because, setBecause] = useState('')
  return (
    <form
      className={classes.accept}
      onSubmit={(event) => {
        event.preventDefault()
        accept.mutate({ request, check: check.code, says: check.says, because })
      }}
    >
      <TextInput
        id={id}
        aria-label={`Why this is accepted: ${check.says}`}
        placeholder="Why this is accepted"
        value={because}
        onChange={({ currentTarget: { value } }) => setBecause(value)}
      />
      <Button type="submit" variant="default" disabled={because.trim().length < 3} loading={accept.isPending}>
        Accept
      </Button>
      {accept.error && <p role="alert">{sentenceOf(accept.error)}</p>}
    </form>
  )
}

function AcceptedCheck({ request, check }: CheckProps) {
  const { canEdit } = useCanEdit()
  const accept = useEngineCommand('cases.accept')
  const { code, says, accepted } = check
  if (!accepted) return null
  return (
    <div className={classes.check}>
      <p className={classes.says}>
        <bdi>{says}</bdi>
      </p>
      <p className={classes.quiet}>
        “<bdi>{accepted.because}</bdi>”, {accepted.by || 'unnamed'} on {formatDay(ukDayOf(accepted.at))}
      </p>
      {canEdit && (
        <Button
          variant="subtle"
          aria-label={`Take back: ${says}`}
          loading={accept.isPending}
          onClick={() => accept.mutate({ request, check: code, says, because: null })}
        >
          Take back
        </Button>
      )}
    </div>
  )
}
