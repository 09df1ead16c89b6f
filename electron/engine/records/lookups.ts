import type { RegisterName } from '#shared/records/record.ts'
import { CustomerContract } from '#shared/registers/contracts/contract.schema.ts'
import { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import { DEFAULT_SETTINGS, Settings } from '#shared/registers/settings/settings.schema.ts'
import { Term } from '#shared/registers/vocabulary/term.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { ReadDb } from '../db/schema.ts'

/** The records that activities refer to, read once and kept until one of them changes. */
export type Lookups = {
  readonly organisations: ReadonlyMap<string, Organisation>
  readonly contracts: ReadonlyMap<string, CustomerContract>
  readonly terms: ReadonlyMap<string, Term>
  readonly settings: Settings
  /** The day that rules about dates go by. */
  readonly today: PlainDate
}

/** Reads what activities refer to. */
export async function readLookups(db: ReadDb, today: PlainDate): Promise<Lookups> {
  const bodies = async (table: 'organisations' | 'contracts' | 'terms') =>
    (await db.selectFrom(table).select('body').orderBy('title').orderBy('id').execute()).map(
      ({ body }) => JSON.parse(body) as unknown,
    )
  const settings = await db.selectFrom('settings').select('body').executeTakeFirst()
  return {
    organisations: byId((await bodies('organisations')).map((body) => Organisation.parse(body))),
    contracts: byId((await bodies('contracts')).map((body) => CustomerContract.parse(body))),
    terms: byId((await bodies('terms')).map((body) => Term.parse(body))),
    settings: settings ? Settings.parse(JSON.parse(settings.body)) : DEFAULT_SETTINGS,
    today,
  }
}

/** The lookups after one record was written, or removed when `record` is null. */
export function lookupsWith(lookups: Lookups, register: RegisterName, id: string, record: unknown): Lookups {
  switch (register) {
    case 'organisations':
      return {
        ...lookups,
        organisations: withEntry(lookups.organisations, id, record as Organisation | null),
      }
    case 'contracts':
      return { ...lookups, contracts: withEntry(lookups.contracts, id, record as CustomerContract | null) }
    case 'vocabulary':
      return { ...lookups, terms: withEntry(lookups.terms, id, record as Term | null) }
    case 'settings':
      return { ...lookups, settings: (record as Settings | null) ?? DEFAULT_SETTINGS }
    default:
      return lookups
  }
}

function withEntry<T>(entries: ReadonlyMap<string, T>, id: string, record: T | null): ReadonlyMap<string, T> {
  const changed = new Map(entries)
  if (record) changed.set(id, record)
  else changed.delete(id)
  return changed
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]))
}
