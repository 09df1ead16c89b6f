import { Button } from '@mantine/core'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import type { Mark } from '#shared/cases/mark.ts'
import type { CheckedPage } from '#shared/cases/second-check.ts'
import { exemptionLabel, findExemption } from '#shared/law/exemptions/exemptions.ts'
import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import { inOrder } from '../marks/mark-order.ts'
import { labelOfMark, STATE_WORDS } from '../marks/mark-views.ts'
import { standingOf } from './check-words.ts'
import classes from './check.module.css'
import { StandingMark } from './CheckList.tsx'
import type { Checking } from './useChecking.ts'

type VerdictPartProps = {
  readonly request: string
  readonly checking: Checking
  readonly checked: CheckedPage
  readonly shown: ShownPage
  readonly onReturn: () => void
}

/** What the checker says of a page, beside what was decided about it and why. */
export function VerdictPart({ request, checking, checked, shown, onReturn }: VerdictPartProps) {
  const { canEdit, say } = checking
  const { page, marks } = shown
  const { note, verdict } = checked
  const standing = standingOf(checked)
  return (
    <>
      <section aria-label="Verdict">
        <h3>
          This page <StandingMark standing={standing} />
        </h3>
        <div className={classes.verdicts}>
          <Button
            variant={verdict === 'agree' && standing !== 'stale' ? 'filled' : 'default'}
            disabled={!canEdit}
            title="Agree with the page as it is (Y)"
            onClick={() => say('agree', '')}
          >
            Agree <kbd>Y</kbd>
          </Button>
          <Button
            variant="default"
            disabled={!canEdit}
            title="Return the page to the reviewer, with a note (X)"
            onClick={onReturn}
          >
            Return… <kbd>X</kbd>
          </Button>
        </div>
        {note !== '' && (
          <p className={classes.note}>
            <strong>{standing === 'returned' ? 'Returned:' : 'Was returned:'}</strong> “<bdi>{note}</bdi>”
          </p>
        )}
        {page.flag === 'withhold' && (
          <p className={classes.note}>
            <strong>Withheld:</strong>{' '}
            {page.exemption ? exemptionLabel(page.exemption) : 'no exemption is named'}
            {page.flagBecause !== '' && (
              <>
                , <bdi>{page.flagBecause}</bdi>
              </>
            )}
          </p>
        )}
        {page.reopened !== '' && standing !== 'returned' && (
          <p className={classes.note}>
            <strong>To be decided again:</strong> {page.reopened}
          </p>
        )}
        <p className={classes.quiet}>
          <RouteLink href={hrefOf('requests', request, 'review', { page: String(page.id) })}>
            Open the page in the review
          </RouteLink>
        </p>
      </section>
      <section aria-label="Marks">
        <h3>
          Marks <small>{marks.length > 0 && marks.length}</small>
        </h3>
        {marks.length === 0 ? (
          <p className={classes.quiet}>Nothing is removed from this page.</p>
        ) : (
          <ol className={classes.marks} aria-label="Marks of the page">
            {inOrder(marks).map((mark) => (
              <li key={mark.id}>
                <MarkLine mark={mark} />
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  )
}

function MarkLine({ mark }: { readonly mark: Mark }) {
  const { state, exemption, reason } = mark
  const citation = findExemption(exemption)?.citation
  return (
    <>
      <span className={classes.label}>
        <bdi>{labelOfMark(mark)}</bdi> <small data-state={state}>{STATE_WORDS[state]}</small>
      </span>
      <span className={classes.why}>
        {exemption === '' ? (
          state !== 'rejected' && <em>No exemption is named</em>
        ) : (
          <>
            {exemptionLabel(exemption)}
            {citation && ` (${citation})`}
          </>
        )}
      </span>
      {reason !== '' && (
        <span className={classes.why}>
          <bdi>{reason}</bdi>
        </span>
      )}
    </>
  )
}
