import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { valueOf } from '#shared/answer.ts'
import type { Link } from './kind.ts'

/** Everything an activity refers to, and in which place. */
export function linksOfActivity(activity: Activity): readonly Link[] {
  const links: Link[] = []
  const terms = (place: string, ids: ReadonlyArray<string | null>) => {
    for (const id of ids) if (id) links.push({ targetRegister: 'vocabulary', target: id, place })
  }
  const organisations = (place: string, ids: ReadonlyArray<string | null>) => {
    for (const id of ids) if (id) links.push({ targetRegister: 'organisations', target: id, place })
  }
  organisations('Organisation', [activity.organisationId])
  organisations('Parties', activity.partyIds)
  for (const id of activity.contractIds)
    links.push({ targetRegister: 'contracts', target: id, place: 'Contracts' })
  for (const id of activity.relatedIds)
    links.push({ targetRegister: 'activities', target: id, place: 'Related activities' })
  terms('Business function', [activity.functionId])
  terms('People', activity.peopleIds)
  terms('Systems', activity.systemIds)
  terms('Security measures', activity.measureIds)
  terms(
    'Statutes',
    activity.purposes.flatMap(({ statuteIds }) => statuteIds),
  )
  terms(
    'Personal data',
    activity.data.map(({ categoryId }) => categoryId),
  )
  terms(
    'People',
    activity.data.flatMap(({ peopleIds }) => peopleIds),
  )
  terms(
    'Sources',
    activity.data.flatMap(({ sourceIds }) => sourceIds),
  )
  terms(
    'Recipients',
    activity.disclosures.map(({ recipientId }) => recipientId),
  )
  terms(
    'Destinations',
    (valueOf(activity.destinations) ?? []).map(({ recipientId }) => recipientId),
  )
  return unique(links)
}

function unique(links: readonly Link[]): readonly Link[] {
  return [...new Map(links.map((link) => [`${link.target} ${link.place}`, link])).values()]
}
