import { Button, Progress } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineQuery, useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { countOf } from '#shared/count-words.ts'
import type { Conflict, Conflicts } from '#shared/registers/cases/case-checks.contract.ts'
import { formatDay, formatTime, ukDayOf } from '#shared/time/plain-date.ts'
import classes from './check.module.css'
import type { TabProps } from './CheckTab.tsx'

/** The same pages and passages, decided otherwise in another case or in what this one handed over before. */
export function ConflictsTab({ request, tabs }: TabProps) {
  const client = useQueryClient()
  const { data, error } = useEngineQuery('cases.conflicts', { request }, { keepPrevious: true })
  const find = useEngineTask('cases.findConflicts')
  const isPast = useAsAt() !== null
  const problem = error ?? find.error
  // A register that is open for reading only keeps nothing, and still shows what was found.
  const isNewer = find.data && (data?.lookedAt ?? '') < (find.data.lookedAt ?? '')
  const found = isNewer ? find.data : data
  return (
    <>
      <div className={classes.bar}>
        {tabs}
        <span className={classes.grow} />
        {find.isPending ? (
          <>
            <div role="status" className={classes.howFar}>
              <Progress
                value={(100 * (find.progress?.done ?? 0)) / Math.max(1, find.progress?.total ?? 1)}
                aria-label="How far the cases are compared"
              />
              {find.progress?.doing ?? 'Beginning'}
            </div>
            <Button size="compact-sm" variant="default" onClick={find.cancel}>
              Stop
            </Button>
          </>
        ) : (
          <Button
            size="compact-sm"
            disabled={isPast}
            onClick={() => find.mutate({ request }, { onSettled: () => void client.invalidateQueries() })}
          >
            {found?.lookedAt ? 'Compare again' : 'Compare with the other cases'}
          </Button>
        )}
      </div>
      <div className={classes.body}>
        {problem && <p role="alert">{sentenceOf(problem)}</p>}
        {found && <Found request={request} found={found} />}
      </div>
    </>
  )
}

function Found({ request, found }: { readonly request: string; readonly found: Conflicts }) {
  const { lookedAt, isStale, cases, unread, conflicts, more } = found
  if (!lookedAt)
    return (
      <p className={classes.explained}>
        Each page and each passage that is decided here is compared with those of all other cases of the
        register, a sibling’s for example, and with what was handed over before. What is removed in one and
        stays in the other is listed before anything is released. Nobody compared them yet.
      </p>
    )
  return (
    <>
      <p role="status" className={classes.explained}>
        {conflicts.length + more === 0
          ? 'Nothing is decided otherwise elsewhere.'
          : `${countOf(conflicts.length + more, 'place is', 'places are')} decided otherwise elsewhere.`}{' '}
        Compared with {countOf(cases, 'other case')} on {formatDay(ukDayOf(lookedAt))} at{' '}
        {formatTime(lookedAt)}.
      </p>
      {isStale && (
        <p className={classes.warning} role="note">
          Pages or marks of this case changed since. Compare again.
        </p>
      )}
      {unread.length > 0 && (
        <p className={classes.warning} role="note">
          Not compared, for their documents could not be opened: {unread.join(', ')}.
        </p>
      )}
      {conflicts.length > 0 && <ConflictTable request={request} conflicts={conflicts} />}
      {more > 0 && (
        <p className={classes.quiet}>
          {countOf(more, 'more place', 'more places')} not listed. Decide about these, then compare again.
        </p>
      )}
    </>
  )
}

type ConflictTableProps = { readonly request: string; readonly conflicts: readonly Conflict[] }

function ConflictTable({ request, conflicts }: ConflictTableProps) {
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">Decided otherwise elsewhere</caption>
      <thead>
        <tr>
          <th scope="col">Here</th>
          <th scope="col">Decided here</th>
          <th scope="col">There</th>
          <th scope="col">Decided there</th>
        </tr>
      </thead>
      <tbody>
        {conflicts.map((one) => (
          <tr key={`${one.page} ${one.otherRequest} ${one.otherPage} ${one.kind}`}>
            <td>
              <RouteLink href={hrefOf('requests', request, 'review', { page: String(one.page) })}>
                Page {one.place.toLocaleString('en-GB')}
              </RouteLink>
              <span className={classes.quiet}>
                <bdi>{one.title}</bdi>
              </span>
            </td>
            <td>
              <bdi>{one.here}</bdi>
            </td>
            <td>
              <RouteLink
                href={hrefOf('requests', one.otherRequest, 'review', { page: String(one.otherPage) })}
              >
                {one.otherRequest === request ? 'This case' : one.otherReference}
              </RouteLink>
              {one.wasReleased && <strong className={classes.gone}>Handed over</strong>}
            </td>
            <td>
              {one.there}
              {one.thereBecause !== '' && (
                <span className={classes.quiet}>
                  <bdi>{one.thereBecause}</bdi>
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
