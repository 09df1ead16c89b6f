import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import type { GapContext } from './context.ts'
import { about, type Finding, when } from './gap.ts'
import { activityRule, isOlderThan } from './parts.ts'
import { isBlank } from './words.ts'

/** Months after which what is known of a place counts as old. */
export const LOCATION_MONTHS = 36

/** Where the data is held, and how fresh that knowledge is. @source ICO documentation template; UK GDPR Art 30(1)(e) */
export const PLACE_RULES = [
  activityRule({
    id: 'systems-missing',
    title: 'No system or place where the data is held',
    citation: 'ICO documentation template',
    source: 'ico-template',
    severity: 'note',
    field: 'systemIds',
    explanation:
      'The ICO’s template has a column for the location of the data, which answers to access requests need. Choose the systems, paper files included.',
    find: ({ systemIds }) => when(systemIds.length === 0, 'Where the data is held has not been said.'),
  }),
  activityRule({
    id: 'system-location-missing',
    title: 'System without a location',
    citation: 'ICO documentation template',
    source: 'ico-template',
    severity: 'note',
    field: 'systemIds',
    explanation:
      'Whether data leaves the United Kingdom depends on where its system is. Add the location to the system.',
    find: ({ systemIds }, context) =>
      systemIds.flatMap((id) => {
        const term = context.term(id)
        return term && isBlank(term.location) && isBlank(term.country)
          ? [about(id, `Where “${term.name}” is has not been said.`)]
          : []
      }),
  }),
  activityRule({
    id: 'location-old',
    title: 'Location known only from years ago',
    citation: 'UK GDPR Art 30(1)(e)',
    source: 'gdpr-30-1-e',
    severity: 'warning',
    field: 'systemIds',
    check: 'The limit of three years is a working habit, not law.',
    explanation:
      'Suppliers move data. What is known of this place is over three years old; ask the supplier and record the day of the answer.',
    find: oldLocations,
  }),
] as const

function oldLocations({ systemIds, disclosures }: Activity, context: GapContext): readonly Finding[] {
  const ids = new Set([...systemIds, ...disclosures.map(({ recipientId }) => recipientId)])
  return [...ids].flatMap((id) => {
    const term = context.term(id)
    if (!term?.locationAsOf || !isOlderThan(term.locationAsOf, LOCATION_MONTHS, context.today)) return []
    return [
      about(
        id,
        `Where “${term.name}” is was last known on ${formatDay(term.locationAsOf)}, over three years ago.`,
      ),
    ]
  })
}
