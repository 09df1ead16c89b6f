import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo, useId } from 'react'
import { hrefFor, RouteLink } from '#renderer/app/routing.tsx'
import { isOffered } from '#shared/described/deadline.ts'
import { DescribedName } from '#shared/described/names.ts'
import type { ClockLine } from '#shared/registers/today/today.contract.ts'
import type { Instant } from '#shared/time/instant.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import { ActionButton } from './ActionButton.tsx'
import { ClockDetails } from './ClockDetails.tsx'
import { lineKey } from './line-key.ts'
import { SnoozeButton } from './SnoozeButton.tsx'
import { dayInWords, distanceInWords, isLate, WEIGHT_WORDS } from './today-words.ts'
import classes from './today.module.css'
import { useActions } from './useLineActions.ts'

type ClockRowProps = {
  readonly line: ClockLine
  readonly today: PlainDate
  readonly now: Instant
  readonly isOpen: boolean
  readonly onOpen: (key: string, isOpen: boolean) => void
  readonly isSnoozing: boolean
  readonly onSnoozing: (key: string | null) => void
}

/**
 * One date to keep: when, what, whose; by whom it is set; what may be done next. A line that stays as it is is not
 * drawn again, for there may be hundreds.
 */
export const ClockRow = memo(function ClockRow(props: ClockRowProps) {
  const { line, today, now, isOpen, onOpen, isSnoozing, onSnoozing } = props
  const detailsId = useId()
  const key = lineKey(line)
  const { canEdit } = useActions()
  const offered = line.actions.filter((action) => isOffered(action, today))
  const [first] = offered
  const isSnoozable = canEdit && DescribedName.safeParse(line.register).success && line.pausedSince === null
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    <li
      className={classes.line}
      data-line={key}
      data-late={isLate(line, today, now) || undefined}
      data-snoozable={isSnoozable ? '' : undefined}
    >
      <button
        type="button"
        className={classes.chevron}
        aria-expanded={isOpen}
        aria-controls={detailsId}
        aria-label={`How the date of ${line.what}, ${line.title} comes about`}
        onClick={() => onOpen(key, !isOpen)}
      >
        <Chevron size={15} aria-hidden />
      </button>
      <div className={classes.when}>
        <strong>{dayInWords(line)}</strong>
        <span>{distanceInWords(line, today, now)}</span>
      </div>
      <RouteLink
        className={classes.what}
        href={hrefFor(line.register, line.id)}
        data-clock=""
        data-record={line.id}
        title={line.title}
      >
        <strong>{line.what}</strong>
        <span>{[line.title, line.organisation].filter(Boolean).join(' · ')}</span>
      </RouteLink>
      <div className={classes.weight}>
        <span data-weight={line.weight}>{WEIGHT_WORDS[line.weight]}</span>
        <span>{secondDay(line)}</span>
      </div>
      <div className={classes.next}>
        {first && <ActionButton line={line} action={first} />}
        {offered.length > 1 && !isOpen && (
          <button type="button" className={classes.others} onClick={() => onOpen(key, true)}>
            and {offered.length - 1} more
          </button>
        )}
      </div>
      <SnoozeButton
        line={line}
        today={today}
        isDisabled={!isSnoozable}
        isOpen={isSnoozing}
        onOpen={(isAsked) => onSnoozing(isAsked ? key : null)}
      />
      {line.warnings.length > 0 && !isOpen && (
        <p className={classes.warning}>
          <IconAlertTriangle size={14} aria-hidden />
          <span>Check: {line.warnings.join(' ')}</span>
        </p>
      )}
      <div id={detailsId} className={classes.details} hidden={!isOpen}>
        {isOpen && <ClockDetails line={line} today={today} />}
      </div>
    </li>
  )
})

/** The day beside the date: when the reminder comes back, or our own earlier target. */
function secondDay({ snoozedUntil, target }: ClockLine): string {
  if (snoozedUntil) return `Reminder on ${formatDay(snoozedUntil)}`
  return target ? `Target: ${formatDay(target)}` : ''
}
