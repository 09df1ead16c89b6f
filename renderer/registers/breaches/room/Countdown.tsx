import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { countdownOf } from '#shared/registers/breaches/room/countdown.ts'
import classes from './room.module.css'
import { useShownMoment } from './useShownMoment.ts'

/** How much of the time is left, large and calm, with the moment it ends and what it is counted from. */
export function Countdown({ breach }: { readonly breach: Breach }) {
  const now = useShownMoment()
  const { state, title, big, lines, citation, from, until } = countdownOf(breach, now)
  const isRunning = state === 'running' && from !== null && until !== null
  return (
    <div className={classes.countdown} data-state={state}>
      <div className={classes.big}>
        <span className={classes.quiet}>{title}</span>
        <strong role="timer" aria-label={title}>
          {big}
        </strong>
        {isRunning && (
          <progress
            aria-label="Time that has gone by"
            value={Date.parse(now) - Date.parse(from)}
            max={Date.parse(until) - Date.parse(from)}
          />
        )}
      </div>
      <div className={classes.lines}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className={classes.quiet}>{citation}</p>
      </div>
    </div>
  )
}
