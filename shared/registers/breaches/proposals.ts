import { inGroups } from '#shared/in-groups.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { Processor } from '#shared/registers/processors/processor.register.ts'
import type { Breach } from './breach.record.ts'

/** The fields of a breach that the activities concerned can fill in. */
export const PROPOSED_FIELDS = ['peopleIds', 'dataIds', 'systemIds', 'processorIds', 'controllerIds'] as const
export type ProposedField = (typeof PROPOSED_FIELDS)[number]

/** A record that belongs in a field of the breach, and the activities it comes from. */
export type Proposed = {
  readonly field: ProposedField
  readonly id: string
  readonly from: readonly string[]
}

/** What the activities concerned are read beside. */
export type AroundActivities = {
  readonly processors: readonly Processor[]
  readonly customerOf: (contractId: string) => string | null
}

/** What the activities concerned bring with them and the breach does not name yet, field by field. */
export function proposedBy(
  breach: Breach,
  activities: readonly Activity[],
  around: AroundActivities,
): readonly Proposed[] {
  return PROPOSED_FIELDS.flatMap((field) => {
    const found = activities.flatMap((activity) =>
      [...new Set(BROUGHT[field](activity, around))].map((id) => ({ id, activity: activity.id })),
    )
    const named: readonly string[] = breach[field]
    return [...inGroups(found, ({ id }) => id)].flatMap(([id, from]) =>
      named.includes(id) ? [] : [{ field, id, from: from.map(({ activity }) => activity) }],
    )
  })
}

type Brings = (activity: Activity, around: AroundActivities) => readonly string[]

const BROUGHT: { readonly [Field in ProposedField]: Brings } = {
  peopleIds: ({ peopleIds, data }) => [...peopleIds, ...data.flatMap((use) => use.peopleIds)],
  dataIds: ({ data }) => data.map(({ categoryId }) => categoryId),
  systemIds: ({ systemIds }) => systemIds,
  processorIds: processorsOf,
  controllerIds: controllersOf,
}

/** Those that act on instructions in the activity, by their own record or as its recipients. */
function processorsOf(activity: Activity, { processors }: AroundActivities): readonly string[] {
  const recipients = new Set(
    activity.disclosures.flatMap(({ capacity, recipientId }) =>
      capacity === 'processor' ? [recipientId] : [],
    ),
  )
  return processors.flatMap(({ id, recipientId, roles }) => {
    const plays = roles.some(
      ({ activityIds, theirPart }) =>
        activityIds.includes(activity.id) && (theirPart === 'processor' || theirPart === 'subProcessor'),
    )
    return plays || recipients.has((recipientId ?? '') as never) ? [id] : []
  })
}

/** Those on whose behalf we act. @source UK GDPR Art 33(2) */
function controllersOf(activity: Activity, { customerOf }: AroundActivities): readonly string[] {
  if (activity.role !== 'processor') return []
  return [...activity.partyIds, ...activity.contractIds.flatMap((id) => customerOf(id) ?? [])]
}
