import { z } from 'zod'
import { Line, Passage, RecordId } from '#shared/records/record.ts'
import { Instant } from '#shared/time/instant.ts'
import { formatDay, ukDayOf } from '#shared/time/plain-date.ts'
import { Provenance, Whose } from './column-rule.ts'
import { SourceForm, ValueType } from './source.ts'

/** The machine-readable forms of an export. */
export const ExportForm = z.enum(['json', 'csv', 'xml'])
export type ExportForm = z.infer<typeof ExportForm>

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Why a column or some rows are not in an export. */
export const LeftOutReason = z.enum([
  'notProvided',
  'basis',
  'paper',
  'othersColumn',
  'nobody',
  'othersRows',
  'unclearRows',
])
export type LeftOutReason = z.infer<typeof LeftOutReason>

/** Something that is not in an export, why, and how the person may have it all the same. */
export const LeftOut = z.object({
  /** The system, and the table where it has several. */
  source: Line,
  /** The column as the reader knows it; empty where it is about rows. */
  column: Line,
  reason: LeftOutReason,
  /** The reason as a sentence, with the law it rests on. */
  says: Passage,
  citation: Line,
  /** "Can be given under the right of access instead."; empty where it cannot. */
  instead: Passage,
  /** Rows it concerns; for a column, those in which it is filled. */
  rows: z.int().nullable(),
})
export type LeftOut = z.infer<typeof LeftOut>

/** A column of the export as its reader meets it. */
export const ExportColumn = z.object({
  /** Its name in every form: letters, digits and underscores, each once in a table. */
  key: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
  called: Line,
  about: Passage,
  type: ValueType,
  /** Whether every row fills it. */
  isFilled: z.boolean(),
  provenance: Provenance,
  whose: Whose,
  /** "UK GDPR Art 6(1)(a)". */
  basis: Line,
})
export type ExportColumn = z.infer<typeof ExportColumn>

/** A table of the export. */
export const ExportTable = z.object({
  /** Its name in every form and the stem of its files. */
  key: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  called: Line,
  columns: z.array(ExportColumn),
  rows: z.int(),
  /** Rows in which something is said of others too. */
  flagged: z.int(),
})
export type ExportTable = z.infer<typeof ExportTable>

/** A file an export was made from. */
export const ExportSource = z.object({
  fileName: Line,
  form: SourceForm,
  bytes: z.int(),
  sha256: Sha256,
  table: Line,
  system: Line,
  mapping: RecordId,
  rows: z.int(),
  rowsKept: z.int(),
})
export type ExportSource = z.infer<typeof ExportSource>

/** Whom an export goes to when it goes to another controller. @source UK GDPR Art 20(2) */
export const ReceivingController = z.object({
  name: Line.min(1),
  address: Passage,
  contact: Line,
  /** What makes it technically feasible, or how it is sent. */
  how: Passage,
})
export type ReceivingController = z.infer<typeof ReceivingController>

/** An export as it was made; kept with its request for good. */
export const PortabilityExport = z.object({
  id: RecordId,
  madeAt: Instant,
  madeBy: Line,
  fileName: Line,
  bytes: z.int(),
  /** Of the file as it was put in place. */
  fileSha256: Sha256,
  /** SHA-256 over the lines of the payload manifest but for the transfer note, which bears it. */
  fingerprint: Sha256,
  isEncrypted: z.boolean(),
  /** Why it is not encrypted; empty where it is. */
  openBecause: Passage,
  forms: z.array(ExportForm),
  sources: z.array(ExportSource),
  tables: z.array(ExportTable),
  leftOut: z.array(LeftOut),
  receiver: ReceivingController.nullable(),
  /** SHA-256 over the canonical JSON of everything else in the entry. */
  sha256: Sha256,
})
export type PortabilityExport = z.infer<typeof PortabilityExport>

/** "412 rows in 2 tables, made on Mon 2 November 2026 by J. Okafor". */
export function sayOfExport({
  tables,
  madeAt,
  madeBy,
}: Pick<PortabilityExport, 'tables' | 'madeAt' | 'madeBy'>): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  const what = `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'} in ${tables.length} ${tables.length === 1 ? 'table' : 'tables'}`
  return `${what}, made on ${formatDay(ukDayOf(madeAt))} by ${madeBy}`
}
