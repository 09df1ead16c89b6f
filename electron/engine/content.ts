import { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { DescribedRecords, RegisterContent } from '#shared/records/register-content.ts'
import type { ReadDb } from './db/schema.ts'
import { kindOf } from './described/kind-of.ts'
import { allRecords } from './records/store.ts'
import { activityKind } from './records/activity.kind.ts'
import { contractKind } from './registers/contracts/contract.kind.ts'
import { organisationKind } from './registers/organisations/organisation.kind.ts'
import { readSettings } from './registers/settings/settings.kind.ts'
import { termKind } from './registers/vocabulary/term.kind.ts'

/** Everything the register holds, each list by title; what rules and exports read. */
export async function readContent(db: ReadDb): Promise<RegisterContent> {
  return {
    organisations: await allRecords(db, organisationKind),
    contracts: await allRecords(db, contractKind),
    activities: await allRecords(db, activityKind),
    terms: await allRecords(db, termKind),
    settings: await readSettings(db),
    described: await readDescribed(db),
  }
}

async function readDescribed(db: ReadDb): Promise<DescribedRecords> {
  const lists: [DescribedName, AnyRecord[]][] = []
  for (const name of DescribedName.options) lists.push([name, await allRecords(db, kindOf(name))])
  return Object.fromEntries(lists) as unknown as DescribedRecords
}
