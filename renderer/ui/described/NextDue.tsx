import { Popover } from '@mantine/core'
import { IconAlarm } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { useNow } from '#renderer/ui/useNow.ts'
import { type Deadline, dayOf, earliest } from '#shared/described/deadline.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Instant } from '#shared/time/instant.ts'
import { formatDay, type PlainDate, ukDayOf } from '#shared/time/plain-date.ts'
import { useDescribedRecord } from './described-record.ts'
import classes from './described.module.css'
import { useDeadlines } from './useDeadlines.ts'

/** What is due next on a record; how each day comes about shows on hover, on focus and on a press. */
export function NextDue({ register }: { readonly register: DescribedName }) {
  const { value } = useDescribedRecord()
  const deadlines = useDeadlines(register, value)
  const asAt = useAsAt()
  const now = useNow()
  const when: When = { now, day: asAt ?? ukDayOf(now), isPast: asAt !== null }
  const [isOpen, setOpen] = useState(false)
  const next = earliest(deadlines)
  if (!next) return null
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={380}>
        <Popover.Target>
          <button
            type="button"
            className={classes.due}
            data-overdue={isLate(next, when) || undefined}
            onClick={() => setOpen(true)}
            onMouseEnter={() => setOpen(true)}
            onMouseLeave={() => setOpen(false)}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
          >
            <IconAlarm size={15} aria-hidden />
            {next.title}: {whenOf(next, when)}
          </button>
        </Popover.Target>
        <Popover.Dropdown p="sm" aria-label="How the dates come about">
          <ul className={classes.deadlines}>
            {deadlines.map((deadline) => (
              <li key={deadline.key}>
                <strong>
                  {deadline.title}: {whenOf(deadline, when)}
                </strong>
                {deadline.target && <span>Our own target: {formatDay(deadline.target)}</span>}
                <span>{deadline.derivation}</span>
                {deadline.citation && <em>{deadline.citation}</em>}
                {deadline.warnings.map((warning) => (
                  <span key={warning} data-warning>
                    Check: {warning}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
      <RouteLink href={hrefOf('today', null, null, { record: value.id })}>See it in Today</RouteLink>
    </>
  )
}

/** The moment a date is looked at from; for a past day, its end. */
type When = { readonly now: Instant; readonly day: PlainDate; readonly isPast: boolean }

function whenOf(deadline: Deadline, when: When): string {
  const { due, dueAt, pausedSince } = deadline
  const late = isLate(deadline, when) ? ', overdue' : ''
  if (dueAt) return `by ${formatUkMoment(dueAt)}${late}`
  if (due) return `${formatDay(due)}${late}`
  return pausedSince ? `paused since ${formatDay(pausedSince)}` : 'no date yet'
}

/** What is due at a moment is late from that moment on, not only from the next day. */
function isLate(deadline: Deadline, { now, day, isPast }: When): boolean {
  return dayOf(deadline) < day || (!isPast && (deadline.dueAt ?? now) < now)
}
