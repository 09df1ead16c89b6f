import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import type { Timespan } from '#shared/registers/breaches/analysis.contract.ts'
import { durationWords } from '#shared/registers/breaches/analysis/times.ts'
import { share } from '#shared/registers/reports/annual/sums.ts'
import classes from './analysis.module.css'
import { EntriesLink } from './EntriesLink.tsx'

/** How long things took, from happening to telling. */
export function TimesTable({ times }: { readonly times: readonly Timespan[] }) {
  return (
    <section aria-labelledby="analysis-times" className={classes.part}>
      <h2 id="analysis-times">How long it took</h2>
      <p>Elapsed time between the recorded moments; nights and weekends count. A day is 24 hours.</p>
      <div className={classes.scrolling}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">From and to</th>
              <th scope="col">Measured in</th>
              <th scope="col">Median</th>
              <th scope="col">Longest</th>
              <th scope="col">Not known in</th>
              <th scope="col">Within 72 hours</th>
            </tr>
          </thead>
          <tbody>
            {times.map((time) => (
              <TimeRow key={time.key} time={time} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function TimeRow({ time }: { readonly time: Timespan }) {
  const { label, measured, medianMinutes, longestMinutes, longestId, unknownIds, before, within72 } = time
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{measured}</td>
      <td>{medianMinutes === null ? '' : durationWords(medianMinutes)}</td>
      <td>
        {longestMinutes !== null && longestId !== null && (
          <RouteLink href={hrefOf('breaches', longestId)}>
            {durationWords(longestMinutes)}
            <span className="visually-hidden">: longest, {label}</span>
          </RouteLink>
        )}
      </td>
      <td>
        <EntriesLink ids={unknownIds} about={`not known, ${label}`}>
          {unknownIds.length}
        </EntriesLink>
        {before.ids.length > 0 && (
          <div>
            <EntriesLink ids={before.ids} about={label}>
              {before.ids.length} {before.words}
            </EntriesLink>
          </div>
        )}
      </td>
      <td>
        {within72 && (
          <>
            {share(within72.onTime, within72.timed)}
            {within72.lateIds.length > 0 && (
              <div>
                <EntriesLink ids={within72.lateIds} about="reported after 72 hours">
                  {within72.lateIds.length} late
                </EntriesLink>
              </div>
            )}
          </>
        )}
      </td>
    </tr>
  )
}
