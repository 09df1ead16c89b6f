import type { RegisterContent } from '#shared/records/register-content.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { CustomerContract } from '#shared/registers/contracts/contract.schema.ts'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import type { Term } from '#shared/registers/vocabulary/term.schema.ts'

/** Finds what a record refers to by id; what is no longer there is named as such, never left out. */
export type Directory = {
  readonly term: (id: string) => Term | undefined
  readonly termName: (id: string) => string
  readonly organisation: (id: string) => Organisation | undefined
  readonly organisationName: (id: string | null) => string
  readonly contract: (id: string) => CustomerContract | undefined
}

/** The directory of a register's content. */
export function directoryOf(content: RegisterContent): Directory {
  const terms = new Map<string, Term>(content.terms.map((term) => [term.id, term]))
  const organisations = new Map<string, Organisation>(content.organisations.map((found) => [found.id, found]))
  const contracts = new Map<string, CustomerContract>(content.contracts.map((found) => [found.id, found]))
  return {
    term: (id) => terms.get(id),
    termName: (id) => terms.get(id)?.name ?? `A term that is no longer in the register (${id})`,
    organisation: (id) => organisations.get(id),
    organisationName: (id) => {
      if (id === null) return 'Organisation to be determined'
      return organisations.get(id)?.legalName ?? `An organisation that is no longer in the register (${id})`
    },
    contract: (id) => contracts.get(id),
  }
}

/** Whether an activity belongs to the record of a processor. @source UK GDPR Art 30(2) */
export function isProcessorActivity({ role }: Pick<Activity, 'role'>): boolean {
  return role === 'processor'
}

/** The order in which a register is handed out: by reference as people count, then by name, then by id. */
export function inRecordOrder<Listed extends Pick<Activity, 'reference' | 'name'> & { readonly id: string }>(
  records: readonly Listed[],
): Listed[] {
  const collator = new Intl.Collator('en-GB', { numeric: true })
  return records.toSorted(
    (a, b) =>
      collator.compare(a.reference, b.reference) ||
      collator.compare(a.name, b.name) ||
      (a.id < b.id ? -1 : 1),
  )
}
