import type { Tally } from '#shared/described/field.ts'
import { counted } from '#shared/registers/reports/annual/sums.ts'
import type { Breach } from '../breach.record.ts'

/** People affected, as far as known: not known is never counted as nought. */
export type PeopleSum = {
  /** The fewest and the most it can be where a number is recorded; the most is null when one has no upper end. */
  readonly least: number
  readonly most: number | null
  readonly isEstimate: boolean
  readonly known: number
  readonly unknown: number
}

/** Adds up the people affected. @source UK GDPR Art 33(3)(a) */
export function peopleSum(breaches: readonly Pick<Breach, 'people'>[]): PeopleSum {
  const ranges = breaches.flatMap(({ people }) => rangeOf(people) ?? [])
  const isOpen = ranges.some(({ most }) => most === null)
  return {
    least: ranges.reduce((sum, { least }) => sum + least, 0),
    most: isOpen ? null : ranges.reduce((sum, { most }) => sum + (most ?? 0), 0),
    isEstimate: breaches.some(({ people }) => people.state === 'estimate' && rangeOf(people) !== null),
    known: ranges.length,
    unknown: breaches.length - ranges.length,
  }
}

/** "about 12 to 40 in 5 of 7 breaches; not known in 2". */
export function peopleWords({ least, most, isEstimate, known, unknown }: PeopleSum): string {
  const all = known + unknown
  if (all === 0) return 'none to count'
  if (known === 0) return `not known in ${counted(all)} of ${counted(all)} breaches`
  const range =
    most === null
      ? `at least ${counted(least)}`
      : most === least
        ? counted(least)
        : `${counted(least)} to ${counted(most)}`
  const sum = `${isEstimate ? 'about ' : ''}${range} in ${counted(known)} of ${counted(all)} breaches`
  return unknown === 0 ? sum : `${sum}; not known in ${counted(unknown)}`
}

/** The fewest and the most a tally says; null while it says nothing. */
function rangeOf({
  state,
  from,
  to,
}: Tally): { readonly least: number; readonly most: number | null } | null {
  if (state === 'unknown' || (from === null && to === null)) return null
  if (state !== 'range') return { least: from ?? to ?? 0, most: from ?? to }
  return { least: Math.min(from ?? 0, to ?? from ?? 0), most: to === null ? null : Math.max(from ?? 0, to) }
}
