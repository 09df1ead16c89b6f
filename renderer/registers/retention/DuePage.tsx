import { useState } from 'react'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import { addMonths } from '#shared/time/plain-date.ts'
import { DueList } from './DueList.tsx'
import classes from './retention.module.css'

const HORIZONS = [
  { value: '0', label: 'By today' },
  { value: '3', label: 'Within three months' },
  { value: '12', label: 'Within a year' },
]

/** Everything whose time is over, or soon will be, across the schedule. */
export function DuePage() {
  const today = useToday()
  const [months, setMonths] = useState('0')
  return (
    <div className={classes.page}>
      <PageHeader
        title="Due for disposal"
        description="Worked out from the periods of the schedule and the days on which the time of each batch began."
        actions={<RouteLink href={hrefOf('retention')}>Retention schedule</RouteLink>}
      />
      <div className={classes.scroll}>
        <div className={classes.horizon}>
          <ChoiceField label="Time is over" options={HORIZONS} value={months} onChange={setMonths} />
        </div>
        <DueList ruleId={null} by={months === '0' ? null : addMonths(today, Number(months))} />
      </div>
    </div>
  )
}
