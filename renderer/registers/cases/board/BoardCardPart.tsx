import { IconAlertTriangle, IconPlayerPause } from '@tabler/icons-react'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { daysLeftInWords, forecastInWords } from '#shared/cases/progress-words.ts'
import { pagesReviewed } from '#shared/cases/progress.ts'
import type { BoardCard } from '#shared/registers/cases/case-life.contract.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import { leftOf } from './board-columns.ts'
import classes from './board.module.css'

type BoardCardProps = { readonly card: BoardCard; readonly today: PlainDate }

/** One request on the board. */
export function BoardCardPart({ card, today }: BoardCardProps) {
  const { request, reference, name, organisation, owner, isLate } = card
  return (
    <li className={classes.card} data-late={isLate || undefined}>
      <h3>
        <RouteLink href={hrefOf('requests', request)}>
          <span className={classes.reference}>{reference}</span> {name}
        </RouteLink>
      </h3>
      <p className={classes.quiet}>{[organisation, owner].filter(Boolean).join(' · ')}</p>
      <Pages card={card} />
      <LastDay card={card} today={today} />
    </li>
  )
}

function Pages({ card }: { readonly card: BoardCard }) {
  const { overview, request, forecastOn, dueOn } = card
  if (!overview) return <p>Its documents cannot be opened.</p>
  if (overview.state === 'destroyed') return <p>Its documents were destroyed.</p>
  if (overview.pages === 0) return <p className={classes.quiet}>No documents yet</p>
  const left = leftOf(card)
  return (
    <>
      <meter
        className={classes.meter}
        aria-label="Pages reviewed"
        min={0}
        max={overview.pages}
        value={pagesReviewed(overview)}
      />
      <p>
        <RouteLink href={hrefOf('requests', request, 'review')}>
          {left.toLocaleString('en-GB')} of {overview.pages.toLocaleString('en-GB')} pages left
        </RouteLink>
      </p>
      <p>Ready by: {forecastInWords({ pagesLeft: left, forecastOn, dueOn })}</p>
    </>
  )
}

function LastDay({ card, today }: BoardCardProps) {
  const { dueOn, pausedSince, isLate } = card
  if (pausedSince)
    return (
      <p className={classes.day}>
        <IconPlayerPause size={14} aria-hidden /> Paused since {formatDay(pausedSince)}
      </p>
    )
  if (!dueOn) return <p className={classes.quiet}>No last day: the day of receipt is not recorded</p>
  return (
    <p className={classes.day} data-late={isLate || undefined}>
      {isLate && <IconAlertTriangle size={14} aria-label="Late or on the way to it" />}
      <span>
        Last day {formatDay(dueOn)}: {daysLeftInWords(dueOn, today)}
      </span>
    </p>
  )
}
