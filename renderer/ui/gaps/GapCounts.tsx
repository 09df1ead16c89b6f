import { GapMark, type Severity } from '../GapMark.tsx'
import classes from './gaps.module.css'

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']

/** How many gaps there are of each weight; nothing when there are none. */
export function GapCounts({ gaps }: { readonly gaps: readonly { readonly severity: Severity }[] }) {
  const counts = SEVERITIES.map(
    (severity) => [severity, gaps.filter((gap) => gap.severity === severity).length] as const,
  )
  const some = counts.filter(([, count]) => count > 0)
  if (some.length === 0) return null
  return (
    <span className={classes.counts}>
      {some.map(([severity, count]) => (
        <GapMark key={severity} severity={severity} count={count} />
      ))}
    </span>
  )
}
