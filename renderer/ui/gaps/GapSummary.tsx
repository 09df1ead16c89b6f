import { hrefFor, RouteLink } from '#renderer/app/routing.tsx'
import type { RegisterName } from '#shared/records/record.ts'
import { GapMark } from '../GapMark.tsx'
import { GapCounts } from './GapCounts.tsx'
import { gapHref } from './gap-href.ts'
import { useRecordGaps } from './gaps-context.ts'
import classes from './gaps.module.css'

type GapSummaryProps = { readonly register: RegisterName; readonly id: string; readonly startsOpen?: boolean }

/** All gaps of the record on one list; each line leads to its field. */
export function GapSummary({ register, id, startsOpen = false }: GapSummaryProps) {
  const { all } = useRecordGaps()
  const open = all.filter(({ waiver }) => waiver === null)
  const waived = all.length - open.length
  const aside = waived > 0 && <span>{waived} set aside</span>
  if (open.length === 0) return <div className={classes.summary}>No rule raised. {aside}</div>
  return (
    <details className={classes.summary} open={startsOpen}>
      <summary>
        <strong>{open.length === 1 ? '1 gap' : `${open.length} gaps`}</strong>
        <GapCounts gaps={open} />
        {aside}
      </summary>
      <ol>
        {bySeverity(open).map((gap) => (
          <li key={gap.waiverKey}>
            <GapMark severity={gap.severity} />
            <RouteLink href={gapHref(hrefFor(register, id), gap)}>{gap.message}</RouteLink>
            <span className={classes.citation}>{gap.citation}</span>
          </li>
        ))}
      </ol>
    </details>
  )
}

const WEIGHTS = ['error', 'warning', 'note']

function bySeverity<Gap extends { readonly severity: string }>(gaps: readonly Gap[]): Gap[] {
  return gaps.toSorted((one, other) => WEIGHTS.indexOf(one.severity) - WEIGHTS.indexOf(other.severity))
}
