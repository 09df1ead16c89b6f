import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import type { PhaseDifference } from '#shared/registers/cases/case-checks.contract.ts'
import classes from './check.module.css'
import type { TabProps } from './CheckTab.tsx'

const CHANGES: Readonly<Record<PhaseDifference['change'], string>> = {
  added: 'Comes along',
  moreRemoved: 'More removed',
  lessRemoved: 'Less removed',
  noLonger: 'No longer released',
}

/** Rows that are shown at most: nobody reads more of them. */
const SHOWN = 1000

/** What this part hands over, and what is decided otherwise about pages that were handed over before. */
export function DifferencesTab({ request, tabs }: TabProps) {
  const { data, error } = useEngineQuery('cases.differences', { request }, { keepPrevious: true })
  return (
    <>
      <div className={classes.bar}>{tabs}</div>
      <div className={classes.body}>
        {error && <p role="alert">{sentenceOf(error)}</p>}
        {data && data.length === 0 && (
          <p className={classes.explained}>
            Nothing is different from what was handed over before, or nothing was handed over yet. When a case
            is answered in parts, this lists what the next part adds, and pages handed over before of which
            more or less is removed now: “Page 12 · More removed: 1 place is removed now that was handed
            over.”
          </p>
        )}
        {data && data.length > 0 && <DifferenceTable request={request} found={data} />}
      </div>
    </>
  )
}

type DifferenceTableProps = { readonly request: string; readonly found: readonly PhaseDifference[] }

function DifferenceTable({ request, found }: DifferenceTableProps) {
  return (
    <>
      <table className={`${classes.table} ${classes.differences}`}>
        <caption className="visually-hidden">What is different from before</caption>
        <thead>
          <tr>
            <th scope="col">Page</th>
            <th scope="col">Change</th>
            <th scope="col">What</th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, SHOWN).map(({ page, place, title, change, says }) => (
            <tr key={`${page} ${change}`}>
              <td>
                <RouteLink href={hrefOf('requests', request, 'review', { page: String(page) })}>
                  Page {place.toLocaleString('en-GB')}
                </RouteLink>
                <span className={classes.quiet}>
                  <bdi>{title}</bdi>
                </span>
              </td>
              <td className={classes.change} data-change={change}>
                {CHANGES[change]}
              </td>
              <td>{says}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.length > SHOWN && (
        <p className={classes.quiet}>{(found.length - SHOWN).toLocaleString('en-GB')} more are not listed.</p>
      )}
    </>
  )
}
