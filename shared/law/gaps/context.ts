import type { DescribedRecords } from '#shared/records/register-content.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { CustomerContract } from '#shared/registers/contracts/contract.schema.ts'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import type { Settings } from '#shared/registers/settings/settings.schema.ts'
import type { Term } from '#shared/registers/vocabulary/term.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/** What rules may know besides the record they look at. */
export type GapContext = {
  readonly today: PlainDate
  readonly organisation: (id: string | null) => Organisation | undefined
  readonly contract: (id: string) => CustomerContract | undefined
  readonly term: (id: string) => Term | undefined
  readonly activitiesOf: (organisationId: string) => readonly Activity[]
  readonly activitiesUnder: (contractId: string) => readonly Activity[]
  /** Every activity, and every record of a described register; none while one record is looked at alone. */
  readonly activities: readonly Activity[]
  readonly records: DescribedRecords
  readonly settings: Settings
}

/** The records a context is made from. */
export type GapRecords = {
  readonly organisations: readonly Organisation[]
  readonly contracts: readonly CustomerContract[]
  readonly terms: readonly Term[]
  readonly activities: readonly Activity[]
  readonly described: DescribedRecords
  readonly settings: Settings
}

/** Indexes the records once, so that looking at every activity stays fast. */
export function gapContext(records: GapRecords, today: PlainDate): GapContext {
  const organisations = byId(records.organisations)
  const contracts = byId(records.contracts)
  const terms = byId(records.terms)
  const ofOrganisation = grouped(records.activities, ({ organisationId }) =>
    organisationId ? [organisationId] : [],
  )
  const underContract = grouped(records.activities, ({ contractIds }) => contractIds)

  return {
    today,
    organisation: (id) => (id === null ? undefined : organisations.get(id)),
    contract: (id) => contracts.get(id),
    term: (id) => terms.get(id),
    activitiesOf: (id) => ofOrganisation.get(id) ?? [],
    activitiesUnder: (id) => underContract.get(id) ?? [],
    activities: records.activities,
    records: records.described,
    settings: records.settings,
  }
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]))
}

function grouped(
  activities: readonly Activity[],
  keysOf: (activity: Activity) => readonly string[],
): ReadonlyMap<string, readonly Activity[]> {
  const groups = new Map<string, Activity[]>()
  for (const activity of activities) {
    for (const key of new Set(keysOf(activity))) {
      const group = groups.get(key)
      if (group) group.push(activity)
      else groups.set(key, [activity])
    }
  }
  return groups
}
