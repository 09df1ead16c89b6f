import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import classes from './GapMark.module.css'

export type Severity = 'error' | 'warning' | 'note'

const ICONS = { error: IconCircleX, warning: IconAlertTriangle, note: IconInfoCircle }
const WORDS: Record<Severity, readonly [one: string, many: string]> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  note: ['note', 'notes'],
}

type GapMarkProps = { readonly severity: Severity; readonly count?: number }

/** The mark of a gap: a shape, a colour and a word, so that none of them is needed alone. */
export function GapMark({ severity, count }: GapMarkProps) {
  const Icon = ICONS[severity]
  const [one, many] = WORDS[severity]
  return (
    <span className={classes.mark} data-severity={severity}>
      <Icon size={14} aria-hidden stroke={2} />
      {count === undefined ? one : `${count} ${count === 1 ? one : many}`}
    </span>
  )
}
