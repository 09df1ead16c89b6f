import { z } from 'zod'
import { RecordId } from '#shared/records/record.ts'
import { command, task } from '#shared/rpc/procedure.ts'
import { MessageReading } from './message-reading.ts'

/** The longest message that may be pasted, in characters. */
export const PASTED_AT_MOST = 10_000_000

export const intakeProcedures = {
  /** Reads a message that was pasted, or a file (.eml, .msg, .txt and more) the person chose; nothing is kept. */
  'requests.readMessage': task({
    input: z.union([
      z.object({ text: z.string().max(PASTED_AT_MOST) }),
      z.object({ path: z.string().min(1) }),
    ]),
    output: MessageReading.extend({
      /** How many files came with the message: they are not read here. */
      attachments: z.int(),
    }),
  }),
  /** Makes the request from what a person confirmed of a message. */
  'requests.takeIn': command({
    input: z.object({ name: z.string(), fields: z.record(z.string(), z.unknown()) }),
    output: z.object({ id: RecordId, reference: z.string() }),
  }),
} as const
