import { useAsAt } from '#renderer/api/as-at.ts'
import { useSession } from '#renderer/api/session.ts'

/** Whether nothing can be changed now: a past day is shown, or the file is open for reading only. */
export function useIsReadOnly(): boolean {
  const asAt = useAsAt()
  const session = useSession()
  return asAt !== null || (session.phase === 'open' && session.status.readOnlyBecause !== null)
}
