import { z } from 'zod'
import { ColumnBasis, ColumnRule } from '#shared/portability/column-rule.ts'
import {
  ExportForm,
  ExportTable,
  LeftOut,
  PortabilityExport,
  ReceivingController,
} from '#shared/portability/export.ts'
import { ReadingOptions, SourceForm, SourceLook, SourceUse } from '#shared/portability/source.ts'
import { Line, RecordId } from '#shared/records/record.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'

const Path = z.string().min(1).max(4096)
const Columns = z.array(ColumnRule).max(5_000)

/** A mapping that may fit a file. */
export const MappingMatch = z.object({
  id: RecordId,
  reference: z.string(),
  name: z.string(),
  system: z.string(),
  /** Columns of the file it knows, columns it does not, and columns it has that the file lacks. */
  known: z.int(),
  fresh: z.array(z.string()),
  missing: z.array(z.string()),
})
export type MappingMatch = z.infer<typeof MappingMatch>

/** A column about which something must still be decided before an export can be made. */
export const Undecided = z.object({ source: z.int(), column: z.string(), says: z.string() })

/** An export as its reader will see it, without being written. */
export const PortabilityPreview = z.object({
  tables: z.array(
    ExportTable.extend({
      /** The first rows; null where a cell is empty. */
      sample: z.array(z.array(z.string().nullable())),
    }),
  ),
  leftOut: z.array(LeftOut),
  undecided: z.array(Undecided),
  /** Rows read of each source, kept, of others, unclear, and with something about others in them. */
  sources: z.array(
    z.object({ rows: z.int(), kept: z.int(), others: z.int(), unclear: z.int(), flagged: z.int() }),
  ),
  /** Whether every row of every source was read; otherwise the numbers are of the first ones. */
  isWhole: z.boolean(),
  notes: z.array(z.string()),
})
export type PortabilityPreview = z.infer<typeof PortabilityPreview>

const Sources = z.array(SourceUse).min(1).max(50)

/** Exports for people who ask for their data to take with them. @source UK GDPR Art 20 */
export const portabilityProcedures = {
  /** Looks at a file: its tables, and the columns of one with samples; the first when none is named. */
  'portability.lookAt': task({
    input: z.object({ path: Path, table: z.string().nullable(), options: ReadingOptions }),
    output: SourceLook,
  }),
  /** The mappings that know columns of a file, the best first. */
  'portability.mappingsFor': query({
    input: z.object({ form: SourceForm, table: z.string(), columns: z.array(z.string()).max(5_000) }),
    output: z.array(MappingMatch),
  }),
  /** The bases on which the activities that use a system hold data, for a first proposal. */
  'portability.basesOfSystem': query({
    input: z.object({ systemId: RecordId }),
    output: z.array(
      z.object({ activityId: RecordId, name: z.string(), bases: z.array(ColumnBasis), isPaper: z.boolean() }),
    ),
  }),
  /** Keeps what was decided about the columns of a system's export, as a new mapping or in the place of one. */
  'portability.saveMapping': command({
    input: z.object({
      id: RecordId.nullable(),
      name: Line.min(1),
      systemId: RecordId.nullable(),
      activityId: RecordId.nullable(),
      form: SourceForm,
      table: Line,
      called: Line,
      matchColumns: z.array(Line),
      rowsNamingOthers: z.enum(['cutCells', 'cutRow']),
      columns: Columns,
    }),
    output: z.object({ id: RecordId }),
  }),
  /** Shows what an export would hold; reads the first rows, or all. */
  'portability.preview': task({
    input: z.object({ request: RecordId, sources: Sources, all: z.boolean() }),
    output: PortabilityPreview,
  }),
  /** Makes an export, checks it against its own schemas, puts it in place and keeps what it was with the request. */
  'portability.build': task({
    input: z.object({
      request: RecordId,
      sources: Sources,
      forms: z.array(ExportForm).min(1),
      to: Path,
      /** Null for none; empty to have one made. */
      passphrase: z.string().max(1024).nullable(),
      /** Why it is not encrypted, where it is not. */
      openBecause: z.string().max(2_000),
      receiver: ReceivingController.nullable(),
    }),
    output: z.object({
      path: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      fingerprint: z.string(),
      rows: z.int(),
      leftOut: z.int(),
      flagged: z.int(),
      /** What was checked before it was put in place, in sentences. */
      checks: z.array(z.string()),
      /** Shown this once where one was made. */
      passphrase: z.string().nullable(),
      entry: PortabilityExport,
    }),
  }),
  /** Every export made, of one request or of all, the latest first. */
  'portability.history': query({
    input: z.object({ request: RecordId.nullable() }),
    output: z.array(
      z.object({ request: RecordId, reference: z.string(), name: z.string(), entry: PortabilityExport }),
    ),
  }),
} as const
