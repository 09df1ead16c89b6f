import { Temporal } from 'temporal-polyfill'
import { Instant } from './instant.ts'
import type { PlainDate } from './plain-date.ts'

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/u

/**
 * The moment at which clocks in the United Kingdom show a time ("14:02") on a day, or null when it is no time.
 * An hour that comes twice, as in autumn, is taken the first time; one that is skipped in spring, an hour later.
 */
export function momentInUk(day: PlainDate, time: string): Instant | null {
  if (!TIME.test(time)) return null
  const local = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time))
  const at = local.toZonedDateTime('Europe/London', { disambiguation: 'compatible' }).toInstant()
  return Instant.parse(at.toString({ smallestUnit: 'millisecond' }))
}
