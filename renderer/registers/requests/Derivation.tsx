import { daysLeft } from '#shared/law/clocks/clock.ts'
import type { RightsRequestClock } from '#shared/law/clocks/rights-request.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import classes from './requests.module.css'

type DerivationProps = {
  readonly title: string
  readonly clock: RightsRequestClock
  readonly today: PlainDate
  readonly isTried?: boolean
}

/** The last day of a request, and how it comes about, step by step with the law. */
export function Derivation({ title, clock, today, isTried = false }: DerivationProps) {
  const { due, target, derivation, warnings } = clock
  return (
    <div data-tried={isTried || undefined} role="group" aria-label={title}>
      <h4>{isTried ? `${title} (nothing is saved)` : title}</h4>
      <div className={classes.big}>{due ? `Answer by ${formatDay(due)}` : waitingWords(clock)}</div>
      <div className={classes.quiet}>
        {[leftWords(daysLeft(clock, today)), target && `Own target: ${formatDay(target)}`]
          .filter(Boolean)
          .join('. ')}
      </div>
      <ol>
        {derivation.map(({ key, words, citation }, index) => (
          <li key={`${key}-${index}`}>
            {words} <span className={classes.quiet}>{citation}</span>
          </li>
        ))}
      </ol>
      {warnings.length > 0 && (
        <ul className={classes.warnings}>
          {warnings.map(({ key, words }) => (
            <li key={key}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

const AWAITED = { identity: 'proof of identity', fee: 'the fee', clarification: 'clarification' } as const

function waitingWords({ waiting, pausedSince }: RightsRequestClock): string {
  if (!waiting) return 'No day yet'
  const since = formatDay(waiting.since)
  return pausedSince
    ? `Paused since ${since}: ${AWAITED[waiting.for]} awaited`
    : `Not begun: ${AWAITED[waiting.for]} awaited since ${since}`
}

function leftWords(days: number | null): string | null {
  if (days === null) return null
  if (days === 0) return 'Today is the last day'
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`
  return days > 0 ? `${count} left` : `${count} over`
}
