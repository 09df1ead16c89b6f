import { z } from 'zod'
import { RecordId } from '#shared/records/record.ts'
import { query } from '#shared/rpc/procedure.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** What the notices can be asked besides what every register can. */
export const noticeProcedures = {
  /** Who was given which notice and when: of one notice, or of every notice that covers an activity; the latest first. */
  'notices.whoReceived': query({
    input: z
      .object({ noticeId: RecordId.optional(), activityId: RecordId.optional() })
      .refine(({ noticeId, activityId }) => noticeId ?? activityId, 'Name a notice or an activity'),
    output: z.array(
      z.object({
        noticeId: RecordId,
        notice: z.string(),
        version: z.string(),
        toWhom: z.string(),
        givenOn: PlainDate.nullable(),
        how: z.string(),
        event: z.string().nullable(),
      }),
    ),
  }),
} as const
