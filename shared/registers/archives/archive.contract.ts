import { z } from 'zod'
import { RecordId } from '#shared/records/record.ts'
import { task } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'

const Path = z.string().min(1).max(4096)
const Secret = z.string().min(1).max(1024)

/** What an archive of a whole register holds, in numbers. */
export const ArchiveCounts = z.object({
  records: z.int(),
  documents: z.int(),
  cases: z.int(),
  revisions: z.int(),
})
export type ArchiveCounts = z.infer<typeof ArchiveCounts>

/** Leaving with everything, and coming back. */
export const archiveProcedures = {
  /** Writes the whole register with its attached files, its revisions and its case files: all that is needed to leave. */
  'archives.writeWhole': task({
    input: z.object({
      to: Path,
      /** Earlier contents of records too; without them the chain is there as evidence only. */
      withHistory: z.boolean(),
      /** Documents brought in for requests, with their marks. */
      withCases: z.boolean(),
      /** Null for none; empty to have one made. */
      passphrase: z.string().max(1024).nullable(),
    }),
    output: z.object({
      path: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      chainHead: z.string(),
      counts: ArchiveCounts,
      passphrase: z.string().nullable(),
    }),
  }),
  /** Says what an archive holds before it is brought in; needs no register. */
  'archives.look': task({
    input: z.object({ path: Path, passphrase: z.string().max(1024).nullable() }),
    output: z.object({
      registerName: z.string(),
      registerId: z.string(),
      madeAt: Instant,
      isEncrypted: z.boolean(),
      hasHistory: z.boolean(),
      counts: ArchiveCounts,
    }),
  }),
  /** Brings an archive back as a new register and opens it; leaves nothing behind when it cannot be brought in whole. */
  'archives.import': task({
    input: z.object({
      path: Path,
      /** Where the new register shall stand: a folder that ends in .dpo and is not there yet. */
      register: Path,
      /** Of the new register. */
      passphrase: Secret,
      archivePassphrase: z.string().max(1024).nullable(),
    }),
    output: z.object({
      /** Of the new register; shown this once. */
      recoveryKey: z.string(),
      counts: ArchiveCounts,
      /** The chain that was brought along: its head, and whether it goes on in the new register. */
      chain: z.object({ head: z.string(), goesOn: z.boolean() }),
      /** What was compared after the import, in sentences. */
      checks: z.array(z.string()),
      notes: z.array(z.string()),
    }),
  }),
  /** Writes the register in the Data Privacy Vocabulary: JSON-LD alone, or a bag with context, extension and shapes. */
  'archives.writeDpv': task({
    input: z.object({
      to: Path,
      form: z.enum(['jsonld', 'archive']),
      organisationId: RecordId.nullable(),
    }),
    output: z.object({
      path: z.string(),
      bytes: z.int(),
      sha256: z.string(),
      chainHead: z.string(),
      /** How many of each kind, by the name of the kind: activities, purposes, recipients … */
      counts: z.record(z.string(), z.int()),
    }),
  }),
} as const
