import { useAsAt } from '#renderer/api/as-at.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import { type DeadlineContext, isOffered, type NextAction } from '#shared/described/deadline.ts'
import { requestDeadlines } from '#shared/registers/requests/request.deadlines.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import classes from './requests.module.css'

type ClockActionsProps = { readonly request: RequestRecord; readonly context: DeadlineContext }

/** What may lawfully be done next; what no longer may be is not offered, and says why. */
export function ClockActions({ request, context }: ClockActionsProps) {
  const asAt = useAsAt()
  const now = useToday()
  const actions = requestDeadlines(request, context)
    .flatMap((deadline) => deadline.actions)
    .filter(({ page }) => page !== 'clock')
  const different = [...new Map(actions.map((action) => [action.label, action])).values()]
  if (different.length === 0) return <p>Nothing is due.</p>
  return (
    <ul className={classes.actions}>
      {different.map((action) => (
        <li key={action.label}>
          {isOffered(action, asAt ?? now) ? (
            <RouteLink href={hrefOfAction(request.id, action)}>{action.label}</RouteLink>
          ) : (
            <span className={classes.quiet}>{action.until?.otherwise}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

function hrefOfAction(id: string, { page, field }: NextAction): string {
  return hrefOf('requests', id, page, field ? { field } : undefined)
}
