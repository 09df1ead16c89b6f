import { z } from 'zod'
import { DescribedName } from '#shared/described/names.ts'
import { FileEntry } from '#shared/described/kept-fields.ts'
import { Line, RecordId } from '#shared/records/record.ts'
import { command, task } from '#shared/rpc/procedure.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** A record's list of files. */
const Place = z.object({ register: DescribedName, id: RecordId, field: z.string().max(60) })

/** Files that belong to records, kept encrypted beside the register. */
export const documentProcedures = {
  /** Takes a file into the register whole; nothing refers to it until it is attached. */
  'documents.takeIn': task({
    input: z.object({ path: z.string().min(1) }),
    output: z.object({
      document: RecordId,
      name: Line,
      bytes: z.int(),
      sha256: z.string(),
    }),
  }),
  /** Attaches documents that were taken in to a record. */
  'documents.attach': command({
    input: Place.extend({
      documents: z
        .array(z.object({ document: RecordId, about: Line }))
        .min(1)
        .max(200),
    }),
    output: z.object({ files: z.array(FileEntry) }),
  }),
  /** Says anew what an attached file shows. */
  'documents.describe': command({
    input: Place.extend({ file: RecordId, about: Line }),
    output: z.object({}),
  }),
  /** Takes a file off a record; undo puts it back, so its bytes are kept. */
  'documents.detach': command({
    input: Place.extend({ file: RecordId }),
    output: z.object({}),
  }),
  /** Writes an attached file to a path, and says whether it still is what was taken in. */
  'documents.save': task({
    input: Place.extend({
      file: RecordId,
      to: z.string().min(1),
      /** The day on which the record named the file; null for now. */
      asAt: PlainDate.nullable().default(null),
    }),
    output: z.object({ path: z.string(), bytes: z.int(), sha256: z.string() }),
  }),
} as const
