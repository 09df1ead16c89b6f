import { ActionIcon, Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { type KeyboardEvent, useMemo, useRef } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, navigate, useRoute } from '#renderer/app/routing.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import type { ClockLine } from '#shared/registers/today/today.contract.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import classes from './calendar.module.css'
import { DayList } from './DayList.tsx'
import { dayAfterKey, linesByDay, monthInWords, weeksOfMonth } from './month.ts'
import { MonthTable } from './MonthTable.tsx'
import { organisationOf } from './queue-input.ts'
import { count } from './today-words.ts'
import { TodayHeader } from './TodayHeader.tsx'

const NO_LINES: readonly ClockLine[] = []

/** A month of dates to keep, with the bank holidays; the chosen day's dates in full beside it. */
export function CalendarPage() {
  const { search } = useRoute()
  const now = useToday()
  const asAt = useAsAt()
  const today = asAt ?? now
  const day = PlainDate.safeParse(search.get('day')).data ?? today
  const organisation = organisationOf(search)
  const weeks = weeksOfMonth(day)
  const [from, to] = [weeks[0]![0]!, weeks.at(-1)![6]!]
  const { data, error } = useEngineQuery(
    'today.calendar',
    { organisationId: organisation, from, to },
    { keepPrevious: true },
  )
  const lines = data ?? NO_LINES
  const byDay = useMemo(() => linesByDay(lines), [lines])
  const table = useRef<HTMLTableElement>(null)
  const go = (to: PlainDate) =>
    navigate(hrefOf('today', 'calendar', null, { day: to, ...(organisation && { organisation }) }), {
      replace: true,
    })
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayAfterKey(event.key, day)
    if (next === null || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    go(next)
    // The next day's cell may be of a month that is drawn only now.
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus())
  }
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  const inMonth = lines.filter(({ due }) => due?.slice(0, 7) === day.slice(0, 7)).length
  return (
    <div className={classes.page}>
      <TodayHeader title="Calendar" beside={<span role="status">{count(inMonth, 'date')} this month</span>} />
      <div className={classes.month}>
        <h2 id="month">{monthInWords(day)}</h2>
        <ActionIcon aria-label="Month before" onClick={() => go(dayAfterKey('PageUp', day)!)}>
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label="Month after" onClick={() => go(dayAfterKey('PageDown', day)!)}>
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
        <Button variant="default" disabled={day === today} onClick={() => go(today)}>
          Go to today
        </Button>
      </div>
      <div className={classes.columns}>
        <MonthTable
          ref={table}
          weeks={weeks}
          day={day}
          today={today}
          byDay={byDay}
          organisationId={organisation}
          onChoose={go}
          onKeyDown={onKeyDown}
        />
        <DayList day={day} today={today} lines={byDay.get(day) ?? NO_LINES} />
      </div>
    </div>
  )
}
