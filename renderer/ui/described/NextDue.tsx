import { Popover } from '@mantine/core'
import { IconAlarm } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import { type Deadline, dayOf, earliest } from '#shared/described/deadline.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { formatDay, formatInstant, type PlainDate } from '#shared/time/plain-date.ts'
import { useDescribedRecord } from './described-record.ts'
import classes from './described.module.css'
import { useDeadlines } from './useDeadlines.ts'

/** What is due next on a record; how each day comes about shows on hover, on focus and on a press. */
export function NextDue({ register }: { readonly register: DescribedName }) {
  const { value } = useDescribedRecord()
  const deadlines = useDeadlines(register, value)
  const asAt = useAsAt()
  const now = useToday()
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
            data-overdue={isLate(next, asAt ?? now) || undefined}
            onClick={() => setOpen(true)}
            onMouseEnter={() => setOpen(true)}
            onMouseLeave={() => setOpen(false)}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
          >
            <IconAlarm size={15} aria-hidden />
            {next.title}: {whenOf(next, asAt ?? now)}
          </button>
        </Popover.Target>
        <Popover.Dropdown p="sm" aria-label="How the dates come about">
          <ul className={classes.deadlines}>
            {deadlines.map((deadline) => (
              <li key={deadline.key}>
                <strong>
                  {deadline.title}: {whenOf(deadline, asAt ?? now)}
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

function whenOf(deadline: Deadline, today: PlainDate): string {
  const { due, dueAt, pausedSince } = deadline
  if (dueAt) return `by ${formatInstant(dueAt)}${isLate(deadline, today) ? ', overdue' : ''}`
  if (due) return `${formatDay(due)}${isLate(deadline, today) ? ', overdue' : ''}`
  return pausedSince ? `paused since ${formatDay(pausedSince)}` : 'no date yet'
}

const isLate = (deadline: Deadline, today: PlainDate) => dayOf(deadline) < today
