import { z } from 'zod'
import { Line, Passage, RecordId } from '#shared/records/record.ts'
import { command, query } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'
import { PROPOSED_FIELDS } from './proposals.ts'

/** Something that an activity concerned brings with it, and that the record of the breach does not name yet. */
export const Proposal = z.object({
  field: z.enum(PROPOSED_FIELDS),
  id: RecordId,
  name: z.string(),
  /** The activities it comes from. */
  from: z.array(z.object({ id: RecordId, title: z.string() })),
})
export type Proposal = z.infer<typeof Proposal>

/** What is asked and told about the decisions on a breach. */
export const decisionProcedures = {
  /**
   * Keeps a decision with what it rests on at this moment. Refused without reasons or without what its outcome asks
   * for, and with `conflict` when another decision was recorded since the one that is expected.
   */
  'breaches.decide': command({
    input: z.object({
      id: RecordId,
      subject: z.enum(['commissioner', 'people']),
      outcome: z.string().max(40),
      because: Passage,
      grounds: z.record(z.string().max(40), Passage).default({}),
      decidedBy: Line,
      decidedAt: Instant,
      isBeforeAwareness: z.boolean().default(false),
      expects: RecordId.nullable(),
    }),
    output: z.object({ id: RecordId }),
  }),
  /** What the activities concerned bring with them: people, data, systems, processors, and controllers to tell. */
  'breaches.proposals': query({ input: z.object({ id: RecordId }), output: z.array(Proposal) }),
} as const
