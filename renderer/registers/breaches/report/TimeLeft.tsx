import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { countdownOf } from '#shared/registers/breaches/room/countdown.ts'
import { useShownMoment } from '../room/useShownMoment.ts'
import classes from './report.module.css'

/** How much of the time is left, on one line that stays up to date. */
export function TimeLeft({ breach }: { readonly breach: Breach }) {
  const { state, title, big, lines } = countdownOf(breach, useShownMoment())
  return (
    <p className={classes.time} data-state={state}>
      <span role="timer" aria-label={title}>
        <strong>{big}</strong>
      </span>{' '}
      <span className={classes.quiet}>{lines.join(' ')}</span>
    </p>
  )
}
