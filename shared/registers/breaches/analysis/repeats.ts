import { inGroups } from '#shared/in-groups.ts'
import { breachCauseLabel } from '#shared/law/breach-causes.ts'
import { isIn, type Period } from '#shared/registers/reports/annual/period.ts'
import { addMonths, type PlainDate } from '#shared/time/plain-date.ts'
import type { Repeat } from '../analysis.contract.ts'
import type { Breach } from '../breach.record.ts'
import { type Names, teamKey } from './groups.ts'
import { dayKnown } from './population.ts'

const WITHIN_MONTHS = 12
/** "Other" is no cause that could come again. */
const NO_CAUSE = new Set(['other', 'other-cyber'])

type Dated = { readonly breach: Breach; readonly day: PlainDate }
type Place = { readonly key: string; readonly words: string }

/**
 * Breaches and near misses of the same cause in the same team, with the same processor or in the same activity
 * within twelve months of the last one, which lies in the period. What is not recorded is the same as nothing.
 */
export function repeatsOf(all: readonly Breach[], period: Period, names: Names): Repeat[] {
  const places = new Map<string, { place: Place; dated: Dated[] }>()
  for (const breach of all) {
    const day = dayKnown(breach)
    if (!day || !breach.cause || NO_CAUSE.has(breach.cause) || breach.status === 'noBreach') continue
    for (const place of placesOf(breach, names)) {
      const key = `${breach.cause} ${place.key}`
      const found = places.get(key) ?? { place, dated: [] }
      found.dated.push({ breach, day })
      places.set(key, found)
    }
  }
  const repeats = [...places.values()].flatMap(({ place, dated }) =>
    windows(dated, period).map((window) => ({ place, window })),
  )
  return [...inGroups(repeats, ({ window }) => window.map(({ breach }) => breach.id).join(' ')).values()]
    .map((same) =>
      repeat(
        same[0]!.window,
        same.map(({ place }) => place.words),
      ),
    )
    .toSorted(
      (a, b) =>
        b.entries.length - a.entries.length ||
        (b.entries.at(-1)?.day ?? '').localeCompare(a.entries.at(-1)?.day ?? '') ||
        a.cause.localeCompare(b.cause, 'en-GB'),
    )
}

function placesOf({ team, processorIds, activityIds }: Breach, names: Names): readonly Place[] {
  const linked = (kind: string, ids: readonly string[], titles: ReadonlyMap<string, string>) =>
    [...new Set(ids)].map((id) => ({
      key: `${kind} ${id}`,
      words: `${kind} ${titles.get(id) ?? 'no longer in the register'}`,
    }))
  return [
    ...(team.trim() ? [{ key: `team ${teamKey(team)}`, words: `team ${team.trim()}` }] : []),
    ...linked('processor', processorIds, names.processors),
    ...linked('activity', activityIds, names.activities),
  ]
}

/** Stretches of twelve months with at least two entries, each ending with an entry of the period; the latest first. */
function windows(dated: readonly Dated[], period: Period): readonly (readonly Dated[])[] {
  const sorted = dated.toSorted(
    (a, b) => a.day.localeCompare(b.day) || a.breach.reference.localeCompare(b.breach.reference, 'en-GB'),
  )
  const found: (readonly Dated[])[] = []
  let left = sorted
  while (left.length > 1) {
    const end = left.findLastIndex(({ day }) => isIn(period, day))
    const last = left[end]
    if (!last) break
    const since = addMonths(last.day, -WITHIN_MONTHS)
    const window = left.slice(0, end + 1).filter(({ day }) => day >= since)
    if (window.length > 1) found.push(window)
    left = left.slice(0, end + 1 - window.length)
  }
  return found
}

function repeat(window: readonly Dated[], common: string[]): Repeat {
  const [first, last] = [window[0]!, window.at(-1)!]
  return {
    cause: breachCauseLabel(first.breach.cause ?? ''),
    common,
    words: `${ordinal(window.length)} time ${stretchWords(first.day, last.day)}`,
    nearMisses: window.filter(({ breach }) => breach.nearMiss === true).length,
    entries: window.map(({ breach: { id, reference }, day }) => ({ id, reference, day })),
  }
}

const ORDINALS = [
  '',
  'First',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
  'Ninth',
  'Tenth',
]
const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

function ordinal(count: number): string {
  if (ORDINALS[count]) return ORDINALS[count]
  const ending =
    count % 100 >= 11 && count % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')
  return `${count}${ending}`
}

/** "in six months": in the fewest whole months that hold both days. */
function stretchWords(first: PlainDate, last: PlainDate): string {
  if (first === last) return 'on one day'
  let months = 1
  while (addMonths(first, months) < last) months += 1
  return months === 1 ? 'in a month' : `in ${NUMBERS[months] ?? months} months`
}
