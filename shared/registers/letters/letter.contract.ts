import { z } from 'zod'
import { RecordId } from '#shared/records/record.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { Letter } from './letter.schema.ts'

/** The registers whose records have letters. */
export const LetterRegister = z.enum(['requests', 'complaints'])
export type LetterRegister = z.infer<typeof LetterRegister>

const Which = z.object({ register: LetterRegister, id: RecordId, letter: z.string().max(40) })

export const letterProcedures = {
  /** A letter as it would read now, dated today. */
  'letters.compose': query({ input: Which, output: Letter }),
  /** Notes in the record that a letter was made, with its wording, and when it was sent. */
  'letters.record': command({
    input: Which.extend({ sentOn: PlainDate.nullable() }),
    output: z.object({ letterId: RecordId }),
  }),
  /** Writes a letter as a tagged PDF; nothing is left behind when it fails or is stopped. */
  'letters.write': task({
    input: Which.extend({ to: z.string().min(1), asAt: PlainDate.nullable() }),
    output: z.object({ path: z.string(), bytes: z.int(), sha256: z.string(), pages: z.int() }),
  }),
} as const
