import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import type { OverdueAction } from '#shared/registers/breaches/analysis.contract.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import classes from './analysis.module.css'

/** What was agreed to be done after a breach, is not done, and is past its day. */
export function OverdueActions({ actions }: { readonly actions: readonly OverdueAction[] }) {
  return (
    <section aria-labelledby="analysis-actions" className={classes.part}>
      <h2 id="analysis-actions">Actions that are overdue</h2>
      <div className={classes.scrolling}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Entry</th>
              <th scope="col">Action</th>
              <th scope="col">Who</th>
              <th scope="col">Due</th>
              <th scope="col">Days overdue</th>
            </tr>
          </thead>
          <tbody>
            {actions.map(({ id, reference, what, owner, due, days }, index) => (
              <tr key={`${id} ${index}`}>
                <th scope="row">
                  <RouteLink href={hrefOf('breaches', id)}>{reference || 'Without a reference'}</RouteLink>
                </th>
                <td>{what}</td>
                <td>{owner}</td>
                <td>{formatDay(due)}</td>
                <td>{days}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
