import { hrefFor, RouteLink } from '#renderer/app/routing.tsx'
import { useNow } from '#renderer/ui/useNow.ts'
import type { ClockLine } from '#shared/registers/today/today.contract.ts'
import { formatTime, formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import classes from './calendar.module.css'
import { isLate, WEIGHT_WORDS } from './today-words.ts'

type DayListProps = {
  readonly day: PlainDate
  readonly today: PlainDate
  readonly lines: readonly ClockLine[]
}

/** Everything that falls on one day, in full. */
export function DayList({ day, today, lines }: DayListProps) {
  const now = useNow()
  return (
    <section className={classes.day} aria-labelledby="chosen-day">
      <h3 id="chosen-day">{formatDay(day)}</h3>
      {lines.length === 0 && <p>Nothing falls on this day.</p>}
      <ul>
        {lines.map((line) => (
          <li key={`${line.id} ${line.key}`} data-late={isLate(line, today, now) || undefined}>
            <RouteLink href={hrefFor(line.register, line.id)}>
              <strong>{line.what}</strong>
              <span>{[line.title, line.organisation].filter(Boolean).join(' · ')}</span>
            </RouteLink>
            <span className={classes.facts}>
              {WEIGHT_WORDS[line.weight]}
              {line.dueAt && `, by ${formatTime(line.dueAt)}`}
              {isLate(line, today, now) && ', overdue'}
              {line.citation && ` · ${line.citation}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
