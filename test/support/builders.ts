import { NO_FILTER, type ActivityFilter } from '#shared/registers/activities/activity.list.ts'
import { known } from '#shared/answer.ts'
import { newPurpose, type Purpose } from '#shared/registers/activities/activity.parts.ts'
import type { callerOf } from './engine.ts'

type Call = ReturnType<typeof callerOf>

/** The list with one filter, sorted by reference. */
export const listOf = (filter: Partial<ActivityFilter> = {}) => ({
  filter: { ...NO_FILTER, ...filter },
  sort: [],
  groupBy: null,
  offset: 0,
  limit: 500,
})

/** A purpose with a lawful basis. */
export const aPurpose = (text: string, basis: '6-1-c' | '6-1-e' | '6-1-f' = '6-1-e'): Purpose => ({
  ...newPurpose(`purpose ${text}`, text),
  basis: known(basis),
})

/** Records an activity and returns its id. */
export async function anActivity(
  call: Call,
  name: string,
  organisationId: string | null = null,
): Promise<string> {
  return (await call('activities.create', { name, organisationId, role: 'controller' })).id
}
