import { daysBetween } from '#shared/law/clocks/day-number.ts'
import type { Period } from '#shared/registers/reports/annual/period.ts'
import { counted, share } from '#shared/registers/reports/annual/sums.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { AnalysisFigure, AnalysisScope, BreachAnalysis, OverdueAction } from '../analysis.contract.ts'
import type { Breach } from '../breach.record.ts'
import { barsOf, overTime } from './charts.ts'
import {
  byActivity,
  byCause,
  byCauseKind,
  byLoss,
  byOrganisation,
  byProcessor,
  byTeam,
  type Names,
} from './groups.ts'
import { commissionerOutcomes, peopleOutcomes, riskGroups } from './outcomes.ts'
import { peopleSum, peopleWords } from './people.ts'
import { type Population, populationOf, timedReports } from './population.ts'
import { repeatsOf } from './repeats.ts'
import { timespans } from './times.ts'

/** Counts the log of breaches for a period. @source UK GDPR Art 33(5) */
export function breachAnalysis(
  whole: readonly Breach[],
  { organisationId, by }: Pick<AnalysisScope, 'organisationId' | 'by'>,
  period: Period,
  names: Names,
  today: PlainDate,
): BreachAnalysis {
  const all =
    organisationId === null ? whole : whole.filter((breach) => breach.organisationId === organisationId)
  const population = populationOf(all, period)
  return {
    logged: population.logged.length,
    figures: figuresOf(population),
    charts: chartsOf(population, period, by, names, organisationId === null),
    times: timespans(population.breaches),
    repeats: repeatsOf(all, period, names),
    overdueActions: overdueActions(population.logged, today),
  }
}

/** The numbers that stand first; the annual report shows the same. */
export function figuresOf(population: Population): AnalysisFigure[] {
  const { breaches, nearMisses, setAside, undated } = population
  const reported = breaches.filter(({ reportedAt }) => reportedAt !== null)
  const timed = timedReports(breaches)
  const onTime = timed.filter(({ isOnTime }) => isOnTime)
  const figures = [
    figure('Breaches logged in the period', breaches),
    figure('Near misses', nearMisses),
    figure('Looked into: no breach', setAside),
    figure('Reported to the Commissioner', reported),
    {
      ...figure(
        'Reported within 72 hours',
        onTime.map(({ breach }) => breach),
      ),
      value: share(onTime.length, timed.length),
    },
    figure(
      'People told',
      breaches.filter(({ peopleToldAt }) => peopleToldAt !== null),
    ),
    { label: 'People affected, as far as known', value: peopleWords(peopleSum(breaches)), ids: null },
    figure(
      'Breaches with children among the people',
      breaches.filter(({ involvesChildren }) => involvesChildren === true),
    ),
  ]
  if (undated.length === 0) return figures
  return [...figures, figure('Without any day, so in no period', undated)]
}

function figure(label: string, entries: readonly Breach[]): AnalysisFigure {
  return { label, value: counted(entries.length), ids: entries.map(({ id }) => id) }
}

function chartsOf(
  population: Population,
  period: Period,
  by: AnalysisScope['by'],
  names: Names,
  isAll: boolean,
): BreachAnalysis['charts'] {
  const { breaches } = population
  return [
    overTime(population, period, by),
    barsOf({ key: 'cause', title: 'Breaches by cause', heading: 'Cause' }, byCause(breaches)),
    barsOf(
      { key: 'causeKind', title: 'Cyber and non-cyber', heading: 'Kind of cause' },
      byCauseKind(breaches),
    ),
    barsOf({ key: 'loss', title: 'What was lost', heading: 'What was lost' }, byLoss(breaches)),
    barsOf({ key: 'team', title: 'Breaches by team', heading: 'Team' }, byTeam(breaches)),
    barsOf(
      { key: 'processor', title: 'Breaches by processor', heading: 'Processor' },
      byProcessor(breaches, names),
    ),
    barsOf(
      { key: 'activity', title: 'Breaches by activity', heading: 'Activity' },
      byActivity(breaches, names),
    ),
    ...(isAll
      ? [
          barsOf(
            { key: 'organisation', title: 'Breaches by organisation', heading: 'Organisation' },
            byOrganisation(breaches, names),
          ),
        ]
      : []),
    barsOf({ key: 'risk', title: 'Risk to people', heading: 'Risk' }, riskGroups(breaches)),
    barsOf(
      { key: 'commissioner', title: 'The Commissioner', heading: 'Outcome' },
      commissionerOutcomes(breaches),
    ),
    barsOf({ key: 'people', title: 'The people', heading: 'Outcome' }, peopleOutcomes(breaches)),
    barsOf(
      { key: 'nearCause', title: 'Near misses by cause', heading: 'Cause', unit: 'near misses' },
      byCause(population.nearMisses),
    ),
  ].filter(({ ids }) => ids.some((some) => some.length > 0))
}

/** Agreed actions of the entries whose day has passed and that are not done, the oldest first. @source UK GDPR Art 33(5) */
export function overdueActions(entries: readonly Breach[], today: PlainDate): OverdueAction[] {
  return entries
    .flatMap(({ id, reference, actions }) =>
      actions.flatMap(({ what, owner, due, doneOn }) =>
        due && !doneOn && due < today
          ? [{ id, reference, what, owner, due, days: daysBetween(due, today) }]
          : [],
      ),
    )
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.reference.localeCompare(b.reference, 'en-GB'))
}
