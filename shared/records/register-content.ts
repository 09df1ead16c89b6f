import { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { CustomerContract } from '#shared/registers/contracts/contract.schema.ts'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import type { Settings } from '#shared/registers/settings/settings.schema.ts'
import type { Term } from '#shared/registers/vocabulary/term.schema.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'

/** The records of every described register, each list by title. */
export type DescribedRecords = { readonly [Name in DescribedName]: readonly AnyRecord[] }

/** Everything a register holds, as rules and exports read it. */
export type RegisterContent = {
  readonly organisations: readonly Organisation[]
  readonly contracts: readonly CustomerContract[]
  readonly activities: readonly Activity[]
  readonly terms: readonly Term[]
  readonly settings: Settings
  /** The records of the registers made from a description. */
  readonly described: DescribedRecords
}

/** What every document we hand out says about itself. */
export type Stamp = {
  readonly registerName: string
  readonly registerId: string
  /** When the document was made. */
  readonly madeAt: Instant
  /** The day the register is shown as at, or null for as it stands. */
  readonly asAt: PlainDate | null
  /** The last link of the chain of revisions when it was made. */
  readonly chain: { readonly seq: number; readonly head: string }
}

/** Described registers with nothing in them. */
export function noDescribedRecords(): DescribedRecords {
  return Object.fromEntries(DescribedName.options.map((name) => [name, []])) as never
}
