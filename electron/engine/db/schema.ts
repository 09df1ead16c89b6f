import type { Generated, Kysely, Transaction } from 'kysely'

/** Every table of a register's database. `body` is the whole record as JSON; the other columns are for lists. */
export type Database = {
  activities: ActivityTable
  organisations: OrganisationTable
  contracts: ContractTable
  terms: TermTable
  views: PlainTable
  settings: PlainTable
  records: DescribedTable
  deadlines: DeadlineTable
  search: SearchTable
  search_words: WordIndex
  search_stale: StaleTable
  links: LinkTable
  revisions: RevisionTable
  meta: MetaTable
  case_keys: CaseKeyTable
}

export type RecordTableName =
  | 'activities'
  | 'organisations'
  | 'contracts'
  | 'terms'
  | 'views'
  | 'settings'
  | 'records'

/** What every record table has. `title` is what a person calls it. */
type RecordColumns = { id: string; title: string; updated_at: string; body: string }

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

/** The records of every register that is made from a description, told apart by `register`. */
type DescribedTable = RecordColumns & {
  register: string
  reference: string
  name: string
  /** What kind a record is and how far it has come, in words. */
  category: string
  status: string
  organisation_id: string | null
  organisation: string
  owner: string
  /** The day it began. */
  day: string | null
  /** The next day that matters, worked out from what is recorded; null when there is none or its clock stands still. */
  due_on: string | null
  paused_since: string | null
  /** 1 when nothing more is to be done. */
  closed: number
  /** Answers by field: ` right=access state=open `. */
  facets: string
  errors: number
  warnings: number
  notes: number
}

/** What each record is found by; `text` is folded to lower case. The words of both are indexed in `search_words`. */
type SearchTable = { id: Generated<number>; register: string; record: string; title: string; text: string }

/** The index of the words of the search table, by its row ids. */
type WordIndex = { rowid: number; title: string; text: string }

/** Rows of the search table that the index of words does not know yet, as it last knew them. */
type StaleTable = { id: number; title: string | null; text: string | null }

/** The dates that records set, worked out when a record is written; `due_on` is null while a clock stands still. */
type DeadlineTable = {
  register: string
  record: string
  key: string
  title: string
  due_on: string | null
  due_at: string | null
  paused_since: string | null
  weight: string
  organisation_id: string | null
  /** The day until which its reminder was put off. */
  snoozed_until: string | null
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

/** The keys of case files; `key` is null once it was destroyed. */
type CaseKeyTable = {
  request: string
  key: Buffer | null
  made_at: string
  destroyed_at: string | null
  certificate: string | null
}

/** Enough of the database to read with; a query handler gets nothing more. */
export type ReadDb = Pick<Kysely<Database>, 'selectFrom' | 'fn'>

/** Read and write, always inside the dispatcher's transaction. */
export type WriteDb = Transaction<Database>
