import { noDescribedRecords, type RegisterContent } from '#shared/records/register-content.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'

/**
 * The content with only some activities, and of the other records only those that these refer to, however far.
 * Requests, breaches and the other registers stay out: a part of the record never carries them by accident.
 */
export function contentOf(
  content: RegisterContent,
  isWanted: (activity: Activity) => boolean,
): RegisterContent {
  const activities = content.activities.filter(isWanted)
  const used = idsIn(activities)
  const contracts = content.contracts.filter(({ id }) => used.has(id))
  for (const id of idsIn(contracts)) used.add(id)
  const byId = new Map<string, (typeof content.organisations)[number]>(
    content.organisations.map((found) => [found.id, found]),
  )
  for (const id of used) {
    const parent = byId.get(id)?.parentId
    if (parent) used.add(parent)
  }
  return {
    ...content,
    activities,
    contracts,
    organisations: content.organisations.filter(({ id }) => used.has(id)),
    terms: content.terms.filter(({ id }) => used.has(id)),
    described: noDescribedRecords(),
  }
}

/** Every text of the records; ids are among them, and an id is never an ordinary text. */
function idsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (typeof value === 'string') found.add(value)
  else if (Array.isArray(value)) for (const inner of value) idsIn(inner, found)
  else if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) idsIn(inner, found)
  return found
}
