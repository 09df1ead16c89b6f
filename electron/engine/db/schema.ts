import type { Kysely, Transaction } from 'kysely'

/** Every table of a register's database. `body` is the whole record as JSON; the other columns are for lists. */
export type Database = {
  activities: ActivityTable
  organisations: OrganisationTable
  contracts: ContractTable
  terms: TermTable
  views: PlainTable
  settings: PlainTable
  links: LinkTable
  revisions: RevisionTable
  meta: MetaTable
}

export type RecordTableName = 'activities' | 'organisations' | 'contracts' | 'terms' | 'views' | 'settings'

/** What every record table has. `title` is what a person calls it, `search_text` is folded to lower case. */
type RecordColumns = { id: string; title: string; search_text: string; updated_at: string; body: string }

type PlainTable = RecordColumns
type OrganisationTable = RecordColumns & { relation: string; parent_id: string | null }
type ContractTable = RecordColumns & { organisation_id: string | null; customer_id: string | null }
type TermTable = RecordColumns & { vocabulary: string; deprecated_on: string | null }
type ActivityTable = RecordColumns & {
  reference: string
  name: string
  organisation_id: string | null
  /** The organisation's and the function's names, kept here so that lists sort without joining. */
  organisation: string
  function: string
  role: string
  status: string
  owner: string
  review_on: string | null
  /** Codes joined by spaces, for example ` 6-1-c 6-1-e `. */
  bases: string
  classes: string
  errors: number
  warnings: number
  notes: number
}

/** Who refers to whom, and in which place of the record. */
type LinkTable = { register: string; record: string; target_register: string; target: string; place: string }

/** The append-only trail. `body` is the record after the change, "null" once it was removed, NULL once erased. */
type RevisionTable = {
  seq: number
  at: string
  actor: string
  procedure: string
  command: string
  undoes: string | null
  register: string
  record: string
  body: string | null
  body_sha256: string
  chain_sha256: string
}

type MetaTable = { key: string; value: string }

/** Enough of the database to read with; a query handler gets nothing more. */
export type ReadDb = Pick<Kysely<Database>, 'selectFrom' | 'fn'>

/** Read and write, always inside the dispatcher's transaction. */
export type WriteDb = Transaction<Database>
