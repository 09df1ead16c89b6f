import { IconAlertTriangle } from '@tabler/icons-react'
import { isOffered } from '#shared/described/deadline.ts'
import type { ClockLine } from '#shared/registers/today/today.contract.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { ActionButton } from './ActionButton.tsx'
import classes from './today.module.css'

type ClockDetailsProps = { readonly line: ClockLine; readonly today: PlainDate }

/** How a date comes about, what to check, and everything that may lawfully be done next. */
export function ClockDetails({ line, today }: ClockDetailsProps) {
  const offered = line.actions.filter((action) => isOffered(action, today))
  const passed = line.actions.flatMap(({ until }) => (until && today > until.day ? [until.otherwise] : []))
  return (
    <>
      <p>{line.derivation}</p>
      {line.citation && <p className={classes.citation}>{line.citation}</p>}
      {line.warnings.map((warning) => (
        <p key={warning} className={classes.warning}>
          <IconAlertTriangle size={14} aria-hidden />
          <span>Check: {warning}</span>
        </p>
      ))}
      {passed.map((sentence) => (
        <p key={sentence} className={classes.citation}>
          {sentence}
        </p>
      ))}
      {offered.length > 0 && (
        <div className={classes.actions} role="group" aria-label="What may be done next">
          {offered.map((action) => (
            <ActionButton key={action.label} line={line} action={action} />
          ))}
        </div>
      )}
    </>
  )
}
