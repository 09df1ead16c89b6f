import type { Insertable } from 'kysely'
import type { z } from 'zod'
import type { Deadline } from '#shared/described/deadline.ts'
import type { RegisterName } from '#shared/records/record.ts'
import { foldText } from '#shared/registers/search/words.ts'
import type { Database, RecordTableName } from '../db/schema.ts'
import type { Lookups } from './lookups.ts'

/** One reference from a record to another. */
export type Link = { readonly targetRegister: RegisterName; readonly target: string; readonly place: string }

/** The columns of a table that its kind fills in; storage fills in the others. */
export type ColumnsOf<Table extends RecordTableName> = Omit<
  Insertable<Database[Table]>,
  'id' | 'title' | 'body' | 'updated_at'
>

/** What storage must know of a register's records. */
export type RecordKind<T extends { readonly id: string }> = {
  readonly register: RegisterName
  readonly table: RecordTableName
  readonly schema: z.ZodType<T>
  /** What a person calls the record. */
  readonly titleOf: (record: T) => string
  readonly linksOf: (record: T) => readonly Link[]
  readonly columnsOf: (record: T, lookups: Lookups) => object
  /** Every text it is found by, a line each, in its own letters: storage folds it. */
  readonly searchTextOf: (record: T, lookups: Lookups) => string
  /** Why a record may not be written in the place of another, or removed (`null`); absent where any may. */
  readonly whyNot?: (before: T, after: T | null) => string | null
  /** What in it no longer says what was sealed, each in a few words; absent where nothing is sealed. */
  readonly brokenIn?: (record: T) => readonly string[]
  /** The dates it sets; none when it sets no date. */
  readonly deadlinesOf?: (record: T, lookups: Lookups) => readonly Deadline[]
}

/** The texts that are there, a line each. */
export function joinTexts(...texts: ReadonlyArray<string | null | undefined>): string {
  return texts.filter(Boolean).join('\n')
}

/** Folds text so that a filter finds it whatever its letter case and accents. */
export function fold(...texts: ReadonlyArray<string | null | undefined>): string {
  return foldText(joinTexts(...texts))
}
