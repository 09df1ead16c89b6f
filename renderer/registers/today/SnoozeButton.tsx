import { Popover } from '@mantine/core'
import { IconBellOff, IconBellRinging } from '@tabler/icons-react'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import type { ClockLine } from '#shared/registers/today/today.contract.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import { snoozeDays } from './snooze-days.ts'
import { lineKey } from './line-key.ts'
import classes from './today.module.css'
import { useActions } from './useLineActions.ts'

type SnoozeButtonProps = {
  readonly line: ClockLine
  readonly today: PlainDate
  readonly isDisabled: boolean
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

/** Puts the reminder off to a day, or takes that back; the clock runs on. */
export function SnoozeButton({ line, today, isDisabled, isOpen, onOpen }: SnoozeButtonProps) {
  const { putOff } = useActions()
  if (isDisabled) return <span />
  if (line.snoozedUntil !== null)
    return (
      <button
        type="button"
        className={classes.chevron}
        aria-label={`Remind again of ${line.what}, ${line.title}`}
        title="Remind again"
        onClick={() => void putOff(line, null)}
      >
        <IconBellRinging size={15} aria-hidden />
      </button>
    )
  const button = (
    <button
      type="button"
      className={classes.chevron}
      aria-label={`Put off the reminder of ${line.what}, ${line.title}`}
      aria-haspopup="dialog"
      title="Put off the reminder (Z)"
      onClick={() => onOpen(!isOpen)}
    >
      <IconBellOff size={15} aria-hidden />
    </button>
  )
  // A popover for every line would be drawn for none of them.
  if (!isOpen) return button
  const choose = (until: PlainDate) => {
    onOpen(false)
    void putOff(line, until)
  }
  const close = () => {
    onOpen(false)
    focusLine(line)
  }
  return (
    <Popover opened onChange={(opened) => !opened && close()} position="bottom-end" trapFocus width={250}>
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown className={classes.snooze ?? ''} aria-label="Put off the reminder">
        <p>The reminder comes back on that day. The date itself stays.</p>
        {snoozeDays(today).map(({ label, until }) => (
          <button key={label} type="button" onClick={() => choose(until)}>
            {label} <span>{formatDay(until)}</span>
          </button>
        ))}
        <DayField
          label="Another day"
          value={null}
          onChange={(day) => day !== null && day > today && choose(day)}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

function focusLine(line: ClockLine): void {
  document.querySelector<HTMLElement>(`[data-line="${CSS.escape(lineKey(line))}"] [data-clock]`)?.focus()
}
