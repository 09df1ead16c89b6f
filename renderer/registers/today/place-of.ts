import { hrefFor } from '#renderer/app/routing.tsx'
import { gapHref } from '#renderer/ui/gaps/gap-href.ts'
import type { ClockLine } from '#shared/registers/today/today.contract.ts'

export type LineAction = ClockLine['actions'][number]

/** Where an action leads; nowhere when it is done by being pressed. */
export function placeOf(line: Pick<ClockLine, 'register' | 'id'>, action: LineAction): string | null {
  const record = hrefFor(line.register, line.id)
  const place = action.page === null ? record : `${record}/${encodeURIComponent(action.page)}`
  if (action.field) return gapHref(place, { field: action.field, item: null })
  return action.page === null && action.changes ? null : place
}
