import { breachClock } from '#shared/law/clocks/breach.ts'
import { dayOfMoment, isIn, type Period } from '#shared/registers/reports/annual/period.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { mayBeBreach } from '../breach.deadlines.ts'
import type { Breach } from '../breach.record.ts'

/** The entries of a log that a period speaks of; the screen, the annual report and the analysis count these. */
export type Population = {
  /** All that came to be known in the period. */
  readonly logged: readonly Breach[]
  /** Of these, what is or may be a personal data breach. */
  readonly breaches: readonly Breach[]
  readonly nearMisses: readonly Breach[]
  /** Looked into, and found not to be a breach; near misses among them are near misses. */
  readonly setAside: readonly Breach[]
  /** Of the whole log: entries of which no day is recorded, so that no period can count them. */
  readonly undated: readonly Breach[]
}

/** Sorts the log for a period. @source UK GDPR Art 33(5) */
export function populationOf(all: readonly Breach[], period: Period): Population {
  const logged = all.filter((breach) => isIn(period, dayKnown(breach)))
  return {
    logged,
    breaches: logged.filter(mayBeBreach),
    nearMisses: logged.filter(({ nearMiss }) => nearMiss === true),
    setAside: logged.filter(({ nearMiss, status }) => nearMiss !== true && status === 'noBreach'),
    undated: all.filter((breach) => dayKnown(breach) === null),
  }
}

/** The UK day it came to be known, as far as that is recorded. */
export function dayKnown({ awareAt, noticedAt, dpoToldAt, recordedAt }: Breach): PlainDate | null {
  return dayOfMoment(awareAt ?? noticedAt ?? dpoToldAt ?? recordedAt)
}

/**
 * The reports whose time can be measured, and whether each came within 72 hours of awareness. A report of which
 * awareness is not recorded is not among them.
 *
 * @source UK GDPR Art 33(1)
 */
export function timedReports(
  breaches: readonly Breach[],
): readonly { readonly breach: Breach; readonly isOnTime: boolean }[] {
  return breaches.flatMap((breach) => {
    const { awareAt, reportedAt } = breach
    const due = awareAt && breachClock({ awareAt }).due
    return due && reportedAt ? [{ breach, isOnTime: reportedAt <= due }] : []
  })
}
