import { z } from 'zod'
import { RecordId } from '#shared/records/record.ts'
import { command, query } from '#shared/rpc/procedure.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

const Channel = z.enum(['email', 'text', 'telephone', 'post'])

/** What the suppression list can be asked besides what every register can. */
export const suppressionProcedures = {
  /** Answers a list line by line; nothing of the list is kept. */
  'suppressions.check': query({
    input: z.object({ text: z.string().max(20_000_000), channel: Channel.nullable().default(null) }),
    output: z.object({
      /** Whether the first line names the columns. */
      hasHeading: z.boolean(),
      lines: z.array(
        z.object({
          line: z.int(),
          answer: z.enum(['allowed', 'suppressed', 'notUnderstood']),
          matches: z.array(
            z.object({
              id: RecordId,
              reference: z.string(),
              since: PlainDate.nullable(),
              scope: z.array(z.string()),
              by: z.enum(['email', 'telephone', 'name and postcode']),
            }),
          ),
        }),
      ),
    }),
  }),
  /** Ends an entry, with the reason; the entry stays in the list as lifted. */
  'suppressions.lift': command({
    input: z.object({ id: RecordId, because: z.string().trim().min(1, 'Say why it is lifted').max(2000) }),
    output: z.object({}),
  }),
} as const
