import type { GapContext } from '#shared/law/gaps/context.ts'
import { noDescribedRecords } from '#shared/records/register-content.ts'
import type { Lookups } from './lookups.ts'

const contexts = new WeakMap<Lookups, GapContext>()

/** What the rules about one activity may know; made once per state of the lookups. */
export function gapContextOf(lookups: Lookups): GapContext {
  const made = contexts.get(lookups)
  if (made) return made
  const context: GapContext = {
    today: lookups.today,
    organisation: (id) => lookups.organisations.get(id ?? ''),
    contract: (id) => lookups.contracts.get(id),
    term: (id) => lookups.terms.get(id),
    // Rules about an activity look at that activity only.
    activitiesOf: () => [],
    activitiesUnder: () => [],
    activities: [],
    records: noDescribedRecords(),
    settings: lookups.settings,
  }
  contexts.set(lookups, context)
  return context
}
