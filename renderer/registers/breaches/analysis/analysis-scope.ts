import { addMonths, PlainDate } from '#shared/time/plain-date.ts'
import { addDays } from '#shared/law/clocks/day-number.ts'
import { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import type { AnalysisScope } from '#shared/registers/breaches/analysis.contract.ts'
import { yearPeriod } from '#shared/registers/reports/annual/period.ts'

/** A period that is offered by name. */
export type NamedPeriod = {
  readonly value: string
  readonly label: string
  readonly from: PlainDate
  readonly until: PlainDate
}

/** The periods offered on a day, the usual one first. */
export function namedPeriods(today: PlainDate): readonly NamedPeriod[] {
  const year = Number(today.slice(0, 4))
  const [now, before] = [yearPeriod(year), yearPeriod(year - 1)]
  const back = (months: number) => ({ from: addDays(addMonths(today, -months), 1), until: today })
  return [
    { value: 'year', label: 'The last 12 months', ...back(12) },
    { value: 'two', label: 'The last 24 months', ...back(24) },
    { value: 'three', label: 'The last 3 months', ...back(3) },
    { value: 'now', label: `${year} so far`, from: now.from, until: today },
    { value: 'before', label: `${year - 1}`, from: before.from, until: before.to },
  ]
}

/** What an address asks to analyse; what it leaves out or writes wrongly is the usual: the last 12 months of all. */
export function scopeOf(search: URLSearchParams, today: PlainDate): AnalysisScope {
  const usual = namedPeriods(today)[0]!
  const dayOr = (key: string, otherwise: PlainDate) => {
    const day = PlainDate.safeParse(search.get(key))
    return day.success ? day.data : otherwise
  }
  const organisation = OrganisationId.safeParse(search.get('organisation'))
  return {
    from: dayOr('from', usual.from),
    until: dayOr('until', usual.until),
    organisationId: organisation.success ? organisation.data : null,
    by: search.get('by') === 'quarter' ? 'quarter' : 'month',
  }
}

/** The same as part of an address. */
export function searchOfScope({ from, until, organisationId, by }: AnalysisScope): Record<string, string> {
  return { from, until, by, ...(organisationId && { organisation: organisationId }) }
}
