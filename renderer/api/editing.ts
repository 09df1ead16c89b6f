import { formatDay } from '#shared/time/plain-date.ts'
import { useAsAt } from './as-at.ts'
import { useSession } from './session.ts'

export type Editing = { readonly canEdit: boolean; readonly because: string | null }

/** Whether the register can be changed from this window now, and if not, why. */
export function useCanEdit(): Editing {
  const asAt = useAsAt()
  const session = useSession()
  const readOnly = session.phase === 'open' ? session.status.readOnlyBecause : null
  if (asAt)
    return { canEdit: false, because: `Register as at ${formatDay(asAt)}: changes are made in the present.` }
  return { canEdit: readOnly === null, because: readOnly }
}
