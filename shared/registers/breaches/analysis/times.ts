import { median } from '#shared/registers/reports/annual/sums.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { Timespan } from '../analysis.contract.ts'
import type { Breach } from '../breach.record.ts'
import { timedReports } from './population.ts'

type Measure = {
  readonly key: string
  readonly label: string
  readonly from: (breach: Breach) => Instant | null
  readonly to: (breach: Breach) => Instant | null
  /** Which entries it can be asked of. */
  readonly asks?: (breach: Breach) => boolean
  /** What it means when the second moment is the earlier one. */
  readonly before: string
}

const REVERSED = 'recorded the wrong way round'

/** From happening to telling: the spans in the order they usually come. @source UK GDPR Art 33(1), 33(5), Art 34 */
const MEASURES: readonly Measure[] = [
  {
    key: 'noticed',
    label: 'From happening to noticing',
    from: ({ happenedFrom }) => happenedFrom,
    to: ({ noticedAt }) => noticedAt,
    before: REVERSED,
  },
  {
    key: 'aware',
    label: 'From noticing to awareness',
    from: ({ noticedAt }) => noticedAt,
    to: ({ awareAt }) => awareAt,
    before: REVERSED,
  },
  {
    key: 'dpo',
    label: 'From awareness to telling the data protection officer',
    from: ({ awareAt }) => awareAt,
    to: ({ dpoToldAt }) => dpoToldAt,
    before: 'told before awareness',
  },
  {
    key: 'report',
    label: 'From awareness to the report to the Commissioner',
    from: ({ awareAt }) => awareAt,
    to: ({ reportedAt }) => reportedAt,
    asks: ({ reportedAt }) => reportedAt !== null,
    before: 'reported before awareness',
  },
  {
    key: 'contained',
    label: 'From noticing to containment',
    from: ({ noticedAt }) => noticedAt,
    to: ({ containedAt }) => containedAt,
    before: 'contained before it was noticed',
  },
  {
    key: 'people',
    label: 'From awareness to telling the people',
    from: ({ awareAt }) => awareAt,
    to: ({ peopleToldAt }) => peopleToldAt,
    asks: ({ peopleToldAt, peopleDecision }) =>
      peopleToldAt !== null || peopleDecision === 'tell' || peopleDecision === 'publicNotice',
    before: 'told before awareness',
  },
]

/** How long things took, measured in elapsed time between recorded moments. */
export function timespans(breaches: readonly Breach[]): Timespan[] {
  return MEASURES.map((measure) => timespan(measure, breaches))
}

function timespan({ key, label, from, to, asks, before }: Measure, all: readonly Breach[]): Timespan {
  const asked = asks ? all.filter(asks) : all
  const spans = asked.map((breach) => ({ id: breach.id, minutes: minutesBetween(from(breach), to(breach)) }))
  const measured = spans.flatMap(({ id, minutes }) =>
    minutes !== null && minutes >= 0 ? [{ id, minutes }] : [],
  )
  const longest = measured.toSorted((a, b) => b.minutes - a.minutes)[0] ?? null
  const idsWhere = (holds: (minutes: number | null) => boolean) =>
    spans.filter(({ minutes }) => holds(minutes)).map(({ id }) => id)
  return {
    key,
    label,
    measured: measured.length,
    medianMinutes: longest && median(measured.map(({ minutes }) => minutes)),
    longestMinutes: longest?.minutes ?? null,
    longestId: longest?.id ?? null,
    unknownIds: idsWhere((minutes) => minutes === null),
    before: { words: before, ids: idsWhere((minutes) => minutes !== null && minutes < 0) },
    within72: key === 'report' ? within72(asked) : null,
  }
}

function within72(reported: readonly Breach[]): NonNullable<Timespan['within72']> {
  const timed = timedReports(reported)
  const late = timed.filter(({ isOnTime }) => !isOnTime)
  return {
    onTime: timed.length - late.length,
    timed: timed.length,
    lateIds: late.map(({ breach }) => breach.id),
  }
}

function minutesBetween(from: Instant | null, to: Instant | null): number | null {
  return from && to ? (Date.parse(to) - Date.parse(from)) / 60_000 : null
}

/** "40 min", "5 h 20 min", "3 days 4 h": elapsed time, a day being 24 hours. */
export function durationWords(minutes: number): string {
  const whole = Math.round(minutes)
  if (whole < 60) return `${whole} min`
  const hours = Math.floor(whole / 60)
  if (hours < 48) return joined([`${hours} h`, whole % 60 > 0 && `${whole % 60} min`])
  return joined([`${Math.floor(hours / 24)} days`, hours % 24 > 0 && `${hours % 24} h`])
}

const joined = (parts: readonly (string | false)[]) => parts.filter(Boolean).join(' ')
