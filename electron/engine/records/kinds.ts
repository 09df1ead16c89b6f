import { DESCRIBED } from '#shared/described/all.ts'
import { DescribedName } from '#shared/described/names.ts'
import type { RegisterName } from '#shared/records/record.ts'
import { describedKind } from '../described/described-kind.ts'
import { activityKind } from './activity.kind.ts'
import { contractKind } from '../registers/contracts/contract.kind.ts'
import { organisationKind } from '../registers/organisations/organisation.kind.ts'
import { settingsKind } from '../registers/settings/settings.kind.ts'
import { viewKind } from '../registers/views/view.kind.ts'
import { termKind } from '../registers/vocabulary/term.kind.ts'
import type { RecordKind } from './kind.ts'

/** How each register's records are stored, in the order in which they can be rebuilt. A register adds one line here. */
export const kinds: { readonly [Name in RegisterName]: RecordKind<{ readonly id: string }> } = {
  settings: erase(settingsKind),
  vocabulary: erase(termKind),
  organisations: erase(organisationKind),
  contracts: erase(contractKind),
  activities: erase(activityKind),
  ...describedKinds(),
  views: erase(viewKind),
}

function describedKinds() {
  const entries = DescribedName.options.map((name) => [name, erase(describedKind(DESCRIBED[name]))])
  return Object.fromEntries(entries) as Record<DescribedName, RecordKind<{ readonly id: string }>>
}

/** Each kind parses its own records, so here they need not be told apart. */
function erase<T extends { readonly id: string }>(kind: RecordKind<T>): RecordKind<{ readonly id: string }> {
  return kind as unknown as RecordKind<{ readonly id: string }>
}
