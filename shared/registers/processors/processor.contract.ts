import { z } from 'zod'
import { RecordId } from '#shared/records/record.ts'
import { query } from '#shared/rpc/procedure.ts'

const Member = z.object({ id: RecordId, title: z.string() })

export const processorProcedures = {
  /** Everybody who works for a processor, step by step, and everybody who uses it. */
  'processors.chain': query({
    input: z.object({ id: RecordId }),
    output: z.object({
      title: z.string(),
      links: z.array(
        z.object({
          fromId: RecordId,
          toId: RecordId,
          fromTitle: z.string(),
          toTitle: z.string(),
          depth: z.int(),
          what: z.string(),
          authorised: z.boolean().nullable(),
          sameTerms: z.boolean().nullable(),
          isCycle: z.boolean(),
          countries: z.array(z.string()),
        }),
      ),
      usedBy: z.array(Member),
    }),
  }),
} as const
