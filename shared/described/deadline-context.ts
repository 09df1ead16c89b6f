import type { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import type { Settings } from '#shared/registers/settings/settings.schema.ts'
import type { DeadlineContext } from './deadline.ts'

/** What deadlines depend on, from the register's settings and the nations of its organisations. */
export function deadlineContext(
  settings: Settings,
  nationOf: (organisationId: string | null) => Nation | undefined,
): DeadlineContext {
  return {
    // An organisation that is not named yet is taken to act in England or Wales, as most do.
    nationOf: (id) => nationOf(id) ?? 'england-and-wales',
    extraHolidays: settings.extraHolidays,
    targetDays: settings.targetDays,
  }
}
