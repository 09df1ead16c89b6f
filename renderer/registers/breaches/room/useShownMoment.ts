import { useAsAt } from '#renderer/api/as-at.ts'
import { useSecond } from '#renderer/ui/useNow.ts'
import type { Instant } from '#shared/time/instant.ts'
import { endOfUkDay } from '#shared/time/plain-date.ts'

/** The current moment, second by second; while a past day is shown, the end of that day. */
export function useShownMoment(): Instant {
  const now = useSecond()
  const asAt = useAsAt()
  const end = asAt && endOfUkDay(asAt)
  return end && end < now ? end : now
}
