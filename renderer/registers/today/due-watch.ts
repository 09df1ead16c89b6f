import { Temporal } from 'temporal-polyfill'
import type { DueCounts } from '#shared/registers/today/due-notice.ts'
import type { Instant } from '#shared/time/instant.ts'

/** How many hours before its end a period in hours is told of, most first. */
const TOLD_AT_HOURS = [24, 4] as const

/** What is due as the window sees it at one moment. */
export function dueCounts(
  totals: ReadonlyArray<{ readonly bucket: string; readonly total: number }>,
  moments: readonly Instant[],
  now: Instant,
): DueCounts {
  const totalOf = (name: string) => totals.find(({ bucket }) => bucket === name)?.total ?? 0
  const hours = moments.map((at) =>
    Temporal.Instant.from(now).until(Temporal.Instant.from(at)).total('hours'),
  )
  const [day, few] = TOLD_AT_HOURS
  return {
    overdue: totalOf('overdue'),
    today: totalOf('today'),
    withinDay: hours.filter((left) => left > few && left <= day).length,
    withinHours: hours.filter((left) => left >= 0 && left <= few).length,
  }
}

/**
 * Whether the desktop is to tell: at the first look whatever is due; later what falls due while the person works
 * elsewhere, and always when the hours run short.
 */
export function isNews(before: DueCounts | null, now: DueCounts, isAway: boolean): boolean {
  if (before === null) return Object.values(now).some((count) => count > 0)
  const told = isAway ? ALL : HOURS
  return told.some((key) => now[key] > before[key])
}

const HOURS = ['withinDay', 'withinHours'] as const
const ALL = ['overdue', 'today', ...HOURS] as const
