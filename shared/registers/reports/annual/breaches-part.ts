import { figuresOf } from '#shared/registers/breaches/analysis/analysis.ts'
import { barsOf, overTime } from '#shared/registers/breaches/analysis/charts.ts'
import { byCause } from '#shared/registers/breaches/analysis/groups.ts'
import { populationOf, timedReports } from '#shared/registers/breaches/analysis/population.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { AnnualPart } from './annual-part.ts'
import type { Period } from './period.ts'
import { counted, share } from './sums.ts'

/** What a year of breaches and near misses came to, counted as the analysis of breaches counts. @source UK GDPR Art 33, Art 34 */
export function breachesPart(all: readonly Breach[], period: Period): AnnualPart {
  const population = populationOf(all, period)
  const { breaches, nearMisses } = population
  const timed = timedReports(breaches)
  const onTime = timed.filter(({ isOnTime }) => isOnTime).length
  return {
    heading: 'Breaches and near misses',
    citation: 'UK GDPR Articles 33 and 34',
    figures: figuresOf(population).map(({ label, value }) => [label, value]),
    compared: [
      ['Breaches', counted(breaches.length)],
      ['Reported', counted(breaches.filter(({ reportedAt }) => reportedAt !== null).length)],
      ['In 72 hours', share(onTime, timed.length)],
      ['Near misses', counted(nearMisses.length)],
    ],
    charts: [
      overTime(population, period, 'month').chart,
      barsOf({ key: 'cause', title: 'Breaches by cause', heading: 'Cause' }, byCause(breaches)).chart,
    ],
    late: timed.flatMap(({ breach, isOnTime }) =>
      isOnTime ? [] : [{ reference: breach.reference, why: breach.lateBecause || 'No reason is recorded.' }],
    ),
  }
}
