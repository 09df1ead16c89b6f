import { z } from 'zod'
import { Tally } from '#shared/described/field.ts'
import { Line, Passage, RecordId } from '#shared/records/record.ts'
import { command, query } from '#shared/rpc/procedure.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const Due = z.object({
  ruleId: RecordId,
  rule: z.string(),
  organisationId: RecordId.nullable(),
  batchId: RecordId,
  batch: z.string(),
  count: Tally,
  place: z.string(),
  fate: z.string().nullable(),
  dueOn: PlainDate,
  derivation: z.string(),
  heldBecause: z.string().nullable(),
})

/** What the retention schedule can be asked besides what every register can. */
export const retentionProcedures = {
  /** The batches whose time is over by a day (today when none is given), the oldest first. */
  'retention.due': query({
    input: z.object({ by: PlainDate.nullable().default(null) }),
    output: z.array(Due),
  }),
  /** The rules that the times recorded on activities would make; nothing is changed. */
  'retention.proposals': query({
    input: z.object({}),
    output: z.array(
      z.object({
        name: z.string(),
        organisationId: RecordId.nullable(),
        does: z.enum(['create', 'extend']),
        categories: z.int(),
        activities: z.int(),
      }),
    ),
  }),
  /** Makes those rules, or adds to rules that say the same; twice makes nothing twice. */
  'retention.fromActivities': command({
    input: z.object({}),
    output: z.object({ created: z.int(), extended: z.int() }),
  }),
  /** Records that a batch was disposed of; refused while a hold covers it. */
  'retention.dispose': command({
    input: z.object({
      ruleId: RecordId,
      batchId: RecordId,
      method: z.enum(['destroyed', 'deleted', 'anonymised', 'returned', 'archived']),
      disposedOn: PlainDate,
      disposedBy: Line,
      witness: Line,
      exceptions: Passage,
    }),
    output: z.object({ disposalId: RecordId, reference: z.string() }),
  }),
} as const
