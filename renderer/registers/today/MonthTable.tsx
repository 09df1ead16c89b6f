import type { KeyboardEvent, Ref } from 'react'
import { useNow } from '#renderer/ui/useNow.ts'
import type { ClockLine } from '#shared/registers/today/today.contract.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import classes from './calendar.module.css'
import { isLate } from './today-words.ts'
import { useHolidayNames } from './useHolidayNames.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
/** Dates a day shows before it counts the others. */
const SHOWN = 3

type MonthTableProps = {
  readonly ref: Ref<HTMLTableElement>
  readonly weeks: readonly (readonly PlainDate[])[]
  readonly day: PlainDate
  readonly today: PlainDate
  readonly byDay: ReadonlyMap<PlainDate | null, readonly ClockLine[]>
  readonly organisationId: string | null
  readonly onChoose: (day: PlainDate) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The weeks of a month as a table of days; the arrows lead from day to day. */
export function MonthTable(props: MonthTableProps) {
  const { ref, weeks, day, today, byDay, organisationId, onChoose, onKeyDown } = props
  const holidaysOn = useHolidayNames(organisationId)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- the arrows move between its cells
    <table ref={ref} role="grid" aria-labelledby="month" className={classes.table} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" abbr={weekday}>
              {weekday.slice(0, 3)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((one) => (
              <DayCell
                key={one}
                day={one}
                lines={byDay.get(one) ?? []}
                holidays={holidaysOn(one)}
                isToday={one === today}
                isChosen={one === day}
                isOutside={one.slice(0, 7) !== day.slice(0, 7)}
                today={today}
                onChoose={onChoose}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type DayCellProps = {
  readonly day: PlainDate
  readonly lines: readonly ClockLine[]
  readonly holidays: string
  readonly isToday: boolean
  readonly isChosen: boolean
  readonly isOutside: boolean
  readonly today: PlainDate
  readonly onChoose: (day: PlainDate) => void
}

function DayCell(props: DayCellProps) {
  const { day, lines, holidays, isToday, isChosen, isOutside, today, onChoose } = props
  const now = useNow()
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the table handles the keys for its days
    <td
      tabIndex={isChosen ? 0 : -1}
      aria-selected={isChosen}
      aria-current={isToday ? 'date' : undefined}
      data-outside={isOutside || undefined}
      data-day={day}
      onClick={() => onChoose(day)}
    >
      <div className={classes.number}>
        <span className="visually-hidden">{formatDay(day)}</span>
        <b aria-hidden>{Number(day.slice(8))}</b>
        {isToday && <em>today</em>}
      </div>
      {holidays && <div className={classes.holiday}>{holidays}</div>}
      {lines.slice(0, SHOWN).map((line) => (
        <div
          key={`${line.id} ${line.key}`}
          className={classes.date}
          data-weight={line.weight}
          data-late={isLate(line, today, now) || undefined}
        >
          {line.what}
        </div>
      ))}
      {lines.length > SHOWN && <div className={classes.others}>and {lines.length - SHOWN} more</div>}
    </td>
  )
}
