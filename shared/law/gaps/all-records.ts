import type { GapContext } from './context.ts'

/** Whether the records of all registers are at hand; while one record is looked at alone they are not. */
export function knowsAllRecords({ activities, records }: GapContext): boolean {
  return activities.length > 0 || Object.values(records).some((list) => list.length > 0)
}
