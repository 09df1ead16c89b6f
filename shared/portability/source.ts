import { z } from 'zod'
import { RecordId } from '#shared/records/record.ts'

/** What a file that was brought in is. */
export const SourceForm = z.enum(['csv', 'xlsx', 'json', 'xml', 'sqlite'])
export type SourceForm = z.infer<typeof SourceForm>

/** A value of one cell as its file has it; dates of workbooks are ISO 8601 texts, bytes are Base64 texts. */
export type SourceValue = string | number | boolean | null

/** What values of a column are, seen over all of them; `text` where they differ. Dates are ISO 8601. */
export const ValueType = z.enum(['text', 'integer', 'number', 'boolean', 'date', 'dateTime'])
export type ValueType = z.infer<typeof ValueType>

/** How a file is read where it cannot be known from the file itself; null lets it be found out. */
export const ReadingOptions = z.object({
  encoding: z.string().max(40).nullable(),
  delimiter: z.string().max(1).nullable(),
})
export type ReadingOptions = z.infer<typeof ReadingOptions>

/** One table of a file: a sheet, a database table, a list of objects or of repeated elements; a CSV has one. */
export const TableLook = z.object({
  name: z.string(),
  columns: z.int(),
  /** Rows below the headings; null where they were not counted. */
  rows: z.int().nullable(),
})
export type TableLook = z.infer<typeof TableLook>

/** A column with what its first rows hold. */
export const ColumnLook = z.object({
  name: z.string(),
  /** Up to five different values, cut to 120 letters. */
  samples: z.array(z.string()),
  /** Rows of those looked at in which it is filled. */
  filled: z.int(),
  type: ValueType,
})
export type ColumnLook = z.infer<typeof ColumnLook>

/** A file as it looks before anything is decided. */
export const SourceLook = z.object({
  fileName: z.string(),
  form: SourceForm,
  bytes: z.int(),
  tables: z.array(TableLook),
  /** The table that the columns are of. */
  table: z.string(),
  columns: z.array(ColumnLook),
  /** Rows looked at: the first ones. */
  rowsSeen: z.int(),
  /** Texts only. */
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  /** What is worth knowing about how it was read, in sentences. */
  notes: z.array(z.string()),
})
export type SourceLook = z.infer<typeof SourceLook>

/** A table that goes into an export: where it lies, what is decided about its columns, and whose rows are wanted. */
export const SourceUse = z.object({
  path: z.string().min(1).max(4096),
  table: z.string().max(500),
  options: ReadingOptions,
  /** The mapping, a record of `mappings`. */
  mapping: RecordId,
  /** The person in the columns that say whose row it is; any of them may stand in any of those columns. */
  person: z.array(z.string().min(1).max(500)).max(50),
  /** That the file holds this person alone, where no column says whose row it is. */
  holdsOnlyThePerson: z.boolean(),
})
export type SourceUse = z.infer<typeof SourceUse>
