import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import type { SecondCheck } from '#shared/cases/second-check.ts'
import type { CheckScope } from '#shared/registers/cases/case-checks.contract.ts'
import { formatDay, formatTime, ukDayOf } from '#shared/time/plain-date.ts'
import { kindInWords, leftInWords, rateInWords } from './check-words.ts'
import classes from './check.module.css'

type SignOffPartProps = {
  readonly request: string
  readonly check: SecondCheck
  readonly scope: CheckScope
  readonly onAnew: () => void
}

/** What the check is and found, what stands between it and its sign-off, and the sign-off in both names. */
export function SignOffPart({ request, check, scope, onAnew }: SignOffPartProps) {
  const { canEdit } = useCanEdit()
  const left = leftInWords(check, scope.toRelease > 0 ? scope.missing : 0)
  const { signedOff, checker, reviewers, begunAt } = check
  return (
    <section aria-label="Sign-off">
      <h3>Sign-off</h3>
      {signedOff && (
        <p className={classes.signed} data-open={left.length > 0 || undefined} role="status">
          {left.length > 0 && <strong>Changed since it was signed off. </strong>}
          Signed off by <bdi>{signedOff.checker}</bdi>, who checked, and <bdi>{signedOff.reviewer}</bdi>, for
          the review, on {formatDay(ukDayOf(signedOff.at))} at {formatTime(signedOff.at)}.
        </p>
      )}
      <dl className={classes.facts}>
        <dt>Check</dt>
        <dd>{kindInWords(check)}</dd>
        <dt>Checker</dt>
        <dd>
          <bdi>{checker}</bdi>, since {formatDay(ukDayOf(begunAt))}
        </dd>
        <dt>Decided by</dt>
        <dd>{reviewers.join(', ') || 'Nobody yet'}</dd>
        <dt>Error rate</dt>
        <dd>{rateInWords(check)}</dd>
      </dl>
      {left.length > 0 ? (
        <>
          <p className={classes.quiet}>Before it can be signed off:</p>
          <ul className={classes.left}>
            {left.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      ) : (
        !signedOff && <SignOffForm request={request} check={check} />
      )}
      {canEdit && scope.toRelease > 0 && (
        <Button className={classes.another} size="compact-sm" variant="default" onClick={onAnew}>
          Begin another check…
        </Button>
      )}
    </section>
  )
}

function SignOffForm({ request, check }: Pick<SignOffPartProps, 'request' | 'check'>) {
  const { canEdit } = useCanEdit()
  const sign = useEngineCommand('cases.signOff')
  const [reviewer, setReviewer] = useState('')
  return (
    <form
      className={classes.sign}
      onSubmit={(event) => {
        event.preventDefault()
        sign.mutate({ request, reviewer })
      }}
    >
      <p>
        Every page is checked and nothing is open. <bdi>{check.checker}</bdi> signs as the checker.
      </p>
      <TextInput
        label="Who signs for the review"
        required
        disabled={!canEdit}
        value={reviewer}
        error={sign.error?.fields['reviewer']}
        onChange={({ currentTarget: { value } }) => setReviewer(value)}
      />
      {sign.error && <p role="alert">{sentenceOf(sign.error)}</p>}
      <div>
        <Button type="submit" disabled={!canEdit || reviewer.trim().length < 2} loading={sign.isPending}>
          Sign off
        </Button>
      </div>
    </form>
  )
}
