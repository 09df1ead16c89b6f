import { z } from 'zod'
import { RecordId } from '#shared/records/record.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'
import { Delimiter, Encoding, Table } from '#shared/tables/table.ts'
import { recipients } from './recipient.register.ts'

/** How many people are brought in from one list at most. */
export const MOST_PEOPLE = 5_000

/** A person as a list brings them in; everything else about them is filled in later. */
export const ImportedPerson = recipients.schema.pick({
  name: true,
  kind: true,
  highRisk: true,
  affected: true,
  version: true,
  addressee: true,
  address: true,
  email: true,
  language: true,
  safeToWrite: true,
  notes: true,
})
export type ImportedPerson = z.infer<typeof ImportedPerson>

/** What recognises a person who is already there. */
export const KnownPerson = z.object({
  id: RecordId,
  reference: z.string(),
  name: z.string(),
  address: z.string(),
  email: z.string(),
})
export type KnownPerson = z.infer<typeof KnownPerson>

/** What the people to tell can be asked besides what every register can. */
export const recipientProcedures = {
  /** Reads a list from a file, whole; nothing of it is kept. */
  'recipients.readTable': task({
    input: z.object({
      path: z.string().min(1).max(4096),
      /** Of a workbook; null takes the first that is shown. */
      sheet: z.string().max(200).nullable().default(null),
      /** Of a text; null lets them be guessed. */
      encoding: Encoding.nullable().default(null),
      delimiter: Delimiter.nullable().default(null),
    }),
    output: Table,
  }),
  /** The people recorded for a breach, as far as a list is held against them. */
  'recipients.ofBreach': query({
    input: z.object({ breachId: RecordId }),
    output: z.array(KnownPerson),
  }),
  /** Records people as to be told of a breach: all of them or none, in their order, undone in one step. */
  'recipients.addMany': command({
    input: z.object({ breachId: RecordId, people: z.array(ImportedPerson).min(1).max(MOST_PEOPLE) }),
    output: z.object({ added: z.int(), first: z.string(), last: z.string() }),
  }),
} as const
