import { breachClock } from '#shared/law/clocks/breach.ts'
import type { Instant } from '#shared/time/instant.ts'
import { countedFrom } from '../breach.deadlines.ts'
import type { Breach } from '../breach.record.ts'

/** The last moment for the first report, and whether a moment comes after it. */
export type ReportTiming = {
  /** Null where we need not tell the Commissioner ourselves, or nothing is known to count from. */
  readonly due: Instant | null
  readonly countedFrom: Instant | null
  /** Whether it is counted from awareness, or only from the earliest moment it can have been. */
  readonly isFromAwareness: boolean
  readonly isLate: boolean
}

/** Whether a first report at a moment is in time; a processor tells its controller and has no 72 hours. @source UK GDPR Art 33(1), 33(2) */
export function reportTiming(breach: Breach, at: Instant): ReportTiming {
  const from = countedFrom(breach)
  if (!from || breach.ourRole === 'processor')
    return {
      due: null,
      countedFrom: from?.at ?? null,
      isFromAwareness: from?.isAwareness ?? false,
      isLate: false,
    }
  const { due } = breachClock({ awareAt: from.at })
  return { due, countedFrom: from.at, isFromAwareness: from.isAwareness, isLate: due !== null && at > due }
}
