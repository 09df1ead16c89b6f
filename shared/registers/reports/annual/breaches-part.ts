import { columnsByMonth, horizontalBars } from '#shared/charts/chart.ts'
import { breachClock } from '#shared/law/clocks/breach.ts'
import { breachCauseLabel } from '#shared/law/breach-causes.ts'
import { mayBeBreach } from '#shared/registers/breaches/breach.deadlines.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { AnnualPart } from './annual-part.ts'
import { dayOfMoment, isIn, type Period } from './period.ts'
import { counted, share } from './sums.ts'

/** What a year of breaches and near misses came to. @source UK GDPR Art 33, Art 34 */
export function breachesPart(all: readonly Breach[], period: Period): AnnualPart {
  const logged = all.filter((breach) => isIn(period, dayKnown(breach)))
  const breaches = logged.filter(mayBeBreach)
  const reported = breaches.filter(({ reportedAt }) => reportedAt !== null)
  const timed = reported.flatMap((breach) => {
    const due = breach.awareAt && breachClock({ awareAt: breach.awareAt }).due
    return due ? [{ breach, isOnTime: breach.reportedAt! <= due }] : []
  })
  const onTime = timed.filter(({ isOnTime }) => isOnTime).length
  const known = breaches.filter(({ people }) => people.state !== 'unknown')
  const affected = known.reduce((sum, { people }) => sum + (people.to ?? people.from ?? 0), 0)
  return {
    heading: 'Breaches and near misses',
    citation: 'UK GDPR Articles 33 and 34',
    figures: [
      ['Breaches logged in the period', counted(breaches.length)],
      ['Near misses', counted(logged.filter(({ nearMiss }) => nearMiss === true).length)],
      ['Looked into: no breach', counted(logged.filter(({ status }) => status === 'noBreach').length)],
      ['Reported to the Commissioner', counted(reported.length)],
      ['Reported within 72 hours', share(onTime, timed.length)],
      ['People told', counted(breaches.filter(({ peopleToldAt }) => peopleToldAt !== null).length)],
      [
        'People affected, as far as known',
        `${counted(affected)} in ${counted(known.length)} of ${counted(breaches.length)} breaches`,
      ],
      [
        'Children among them',
        counted(breaches.filter(({ involvesChildren }) => involvesChildren === true).length),
      ],
    ],
    compared: [
      ['Breaches', counted(breaches.length)],
      ['Reported', counted(reported.length)],
      ['In 72 hours', share(onTime, timed.length)],
      ['Near misses', counted(logged.filter(({ nearMiss }) => nearMiss === true).length)],
    ],
    charts: [
      columnsByMonth({ title: 'Breaches and near misses by month', unit: 'entries' }, period, [
        { key: 'breaches', label: 'Breaches', days: breaches.flatMap((breach) => dayKnown(breach) ?? []) },
        {
          key: 'near',
          label: 'Near misses',
          days: logged
            .filter(({ nearMiss }) => nearMiss === true)
            .flatMap((breach) => dayKnown(breach) ?? []),
        },
      ]),
      horizontalBars(
        { title: 'Breaches by cause', unit: 'breaches', heading: 'Cause' },
        [...Map.groupBy(breaches, ({ cause }) => cause ?? '')].map(([cause, found]) => ({
          label: cause === '' ? 'Not known yet' : breachCauseLabel(cause),
          value: found.length,
        })),
      ),
    ],
    late: timed.flatMap(({ breach, isOnTime }) =>
      isOnTime ? [] : [{ reference: breach.reference, why: breach.lateBecause || 'No reason is recorded.' }],
    ),
  }
}

/** The day it came to be known, as far as that is recorded. */
function dayKnown({ awareAt, noticedAt, dpoToldAt, recordedAt }: Breach): PlainDate | null {
  return dayOfMoment(awareAt ?? noticedAt ?? dpoToldAt ?? recordedAt)
}
