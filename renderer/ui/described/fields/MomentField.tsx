import { type ReactNode, useState } from 'react'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import type { Instant } from '#shared/time/instant.ts'
import { formatTime, type PlainDate, ukDayOf } from '#shared/time/plain-date.ts'
import { momentInUk } from '#shared/time/uk-moment.ts'
import classes from './described-fields.module.css'
import { FieldGroup } from './FieldGroup.tsx'

type MomentFieldProps = {
  readonly label: string
  readonly hint?: ReactNode
  readonly value: Instant | null
  readonly disabled: boolean
  readonly error?: string | undefined
  readonly onChange: (value: Instant | null) => void
}

/** A day and a time as clocks in the United Kingdom show them; kept once both are there. */
export function MomentField({ label, hint, value, disabled, error, onChange }: MomentFieldProps) {
  const stored = { day: value && ukDayOf(value), time: value ? formatTime(value) : '' }
  const [typed, setTyped] = useState({ value, ...stored })
  const { day, time } = typed.value === value ? typed : stored
  const take = (nextDay: PlainDate | null, nextTime: string) => {
    setTyped({ value, day: nextDay, time: nextTime })
    if (nextDay === null) return value !== null && onChange(null)
    const at = momentInUk(nextDay, nextTime)
    if (at && at !== value) onChange(at)
  }
  return (
    <FieldGroup label={label} hint={hint} error={error} disabled={disabled}>
      <div className={classes.row}>
        <div className={classes.grow}>
          <DayField
            label=""
            ariaLabel={`${label}: day`}
            value={day}
            disabled={disabled}
            onChange={(next) => take(next, time)}
          />
        </div>
        <input
          type="time"
          className={classes.time}
          aria-label={`${label}: time in the UK`}
          value={time}
          disabled={disabled}
          onChange={(event) => take(day, event.currentTarget.value)}
        />
      </div>
      {day !== null && time === '' && <div className={classes.hint}>Saved once the time is given too</div>}
    </FieldGroup>
  )
}
