import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { gapHref } from '#renderer/ui/gaps/gap-href.ts'
import { useNow } from '#renderer/ui/useNow.ts'
import { type Deadline, dayOf } from '#shared/described/deadline.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import { breachDeadlines } from '#shared/registers/breaches/breach.deadlines.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { Instant } from '#shared/time/instant.ts'
import { formatDay, ukDayOf } from '#shared/time/plain-date.ts'
import classes from './room.module.css'

/** Every clock of the breach that still runs, with what may be done about it. */
export function OpenClocks({ breach }: { readonly breach: Breach }) {
  const now = useNow()
  const clocks = breachDeadlines(breach).toSorted((one, other) => (momentOf(one) < momentOf(other) ? -1 : 1))
  if (clocks.length === 0) return null
  return (
    <section aria-label="Clocks that run">
      <h4>Clocks that run</h4>
      <ul className={classes.clocks}>
        {clocks.map((clock) => (
          <li key={clock.key} data-late={isLate(clock, now) || undefined} title={clock.derivation}>
            <span>
              {clock.title}
              {isLate(clock, now) && ' (overdue)'}
            </span>
            <strong>{whenOf(clock)}</strong>
            <span className={classes.quiet}>{clock.citation}</span>
            <span className={classes.links}>
              {clock.actions.map(({ label, page, field }) => (
                <RouteLink key={label} href={hrefOfAction(breach, page, field)}>
                  {label}
                </RouteLink>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function hrefOfAction({ id }: Breach, page: string | null, field: string | undefined): string {
  const place = hrefOf('breaches', id, page)
  return field ? gapHref(place, { field, item: null }) : place
}

const whenOf = ({ due, dueAt }: Deadline) =>
  dueAt ? formatUkMoment(dueAt) : due ? formatDay(due) : 'No date yet'

/** A day sorts behind the moments within it. */
const momentOf = (deadline: Deadline) => deadline.dueAt ?? `${dayOf(deadline)}T24`

const isLate = (deadline: Deadline, now: Instant) =>
  deadline.dueAt ? deadline.dueAt < now : dayOf(deadline) < ukDayOf(now)
