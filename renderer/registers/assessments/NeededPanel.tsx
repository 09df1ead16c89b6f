import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefFor, hrefOf, navigate, RouteLink } from '#renderer/app/routing.tsx'
import { useIsReadOnly } from '#renderer/ui/record/useIsReadOnly.ts'
import { ASSESSMENT_KINDS } from '#shared/law/assessment-kinds.ts'
import type { NeededAssessment } from '#shared/registers/assessments/assessment.contract.ts'
import classes from './assessments.module.css'

/** Which assessments the register calls for, kind by kind, each with the button that begins it. */
export function NeededPanel() {
  const { data = [] } = useEngineQuery('assessments.needed', {}, { keepPrevious: true })
  const [shown, setShown] = useState<string | null>(null)
  if (data.length === 0) return null
  const kinds = ASSESSMENT_KINDS.map((kind) => ({ kind, rows: data.filter((row) => row.kind === kind.code) }))
  const rows = data.filter((row) => row.kind === shown)
  return (
    <section className={classes.needed} aria-label="What is needed">
      <h2>What is needed</h2>
      <div className={classes.kinds}>
        {kinds
          .filter(({ rows: found }) => found.length > 0)
          .map(({ kind, rows: found }) => (
            <Button
              key={kind.code}
              variant={shown === kind.code ? 'filled' : 'default'}
              aria-expanded={shown === kind.code}
              title={kind.label}
              onClick={() => setShown(shown === kind.code ? null : kind.code)}
            >
              {kind.short}: {found.length}
            </Button>
          ))}
      </div>
      {rows.length > 0 && <NeededTable rows={rows} />}
    </section>
  )
}

/** More lines than this nobody reads at once. */
const MOST_SHOWN = 100

function NeededTable({ rows }: { readonly rows: readonly NeededAssessment[] }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <div className={classes.table} tabIndex={0} role="region" aria-label="Assessments that are needed">
      <p className={classes.law}>
        {rows[0]?.citation}
        {rows[0]?.check && <span className={classes.check}>{rows[0].check}</span>}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">For</th>
            <th scope="col">Why</th>
            <th scope="col">Assessment</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_SHOWN).map((row) => (
            <tr key={`${row.kind} ${row.id}`}>
              <th scope="row">
                <RouteLink href={hrefFor(row.subject, row.id)}>{row.title}</RouteLink>
                <span className={classes.quiet}>{row.organisation}</span>
              </th>
              <td>{row.why}</td>
              <td>
                <Start row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_SHOWN && (
        <p className={classes.law}>
          The first {MOST_SHOWN} of {rows.length.toLocaleString('en-GB')} are shown; the others follow as
          these are dealt with.
        </p>
      )}
    </div>
  )
}

function Start({ row: { kind, subject, id, title, startedId } }: { readonly row: NeededAssessment }) {
  const isReadOnly = useIsReadOnly()
  const start = useEngineCommand('assessments.start')
  if (startedId) return <RouteLink href={hrefOf('assessments', startedId)}>Go on with it</RouteLink>
  const run = () =>
    void start.mutateAsync({ kind, subject, id }).then(
      (made) => navigate(hrefOf('assessments', made.id)),
      (error: unknown) =>
        notifications.show({ color: 'red', title: 'Not started', message: sentenceOf(error) }),
    )
  return (
    <Button
      variant="default"
      disabled={isReadOnly}
      loading={start.isPending}
      aria-label={`Start it: ${title}`}
      onClick={run}
    >
      Start it
    </Button>
  )
}
