import { z } from 'zod'
import { RecordId } from '#shared/records/record.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import type { ProposedSearch } from './propose.ts'
import { searches } from './search.register.ts'
import type { StatementPart } from './statement.ts'

const Of = z.object({ request: RecordId })

/** What is written to those who search. */
export const MessageKind = z.enum(['commission', 'chaser'])
export type MessageKind = z.infer<typeof MessageKind>

const Proposed: z.ZodType<ProposedSearch> = z.object({
  key: z.string(),
  name: z.string(),
  systemId: RecordId.nullable(),
  place: z.string(),
  isPaper: z.boolean(),
  activityId: RecordId,
  holder: z.string(),
  why: z.string(),
  isNamed: z.boolean(),
})

const Part: z.ZodType<StatementPart> = z.object({
  kind: z.enum(['heading', 'text', 'point']),
  text: z.string(),
})

export const searchRecordProcedures = {
  /** The whole search record of a request, in the order of its references. */
  'searches.ofRequest': query({ input: Of, output: z.array(searches.schema) }),
  /** Places worth searching for a request that are not in its record yet. */
  'searches.propose': query({ input: Of, output: z.array(Proposed) }),
  /** Adds proposed places to the search record, all in one step; those no longer proposed are passed over. */
  'searches.addProposed': command({
    input: Of.extend({ keys: z.array(z.string()).min(1).max(500) }),
    output: z.object({ added: z.int() }),
  }),
  /** The statement of a reasonable and proportionate search, as it reads now. */
  'searches.statement': query({ input: Of, output: z.object({ parts: z.array(Part), text: z.string() }) }),
  /**
   * Writes drafts to those who search into a folder: for each holder an email to send and the same as a document to
   * print, and one calendar file of the days on which answers are due. Nothing is sent.
   */
  'searches.writeMessages': task({
    input: Of.extend({
      ids: z.array(RecordId).min(1).max(500),
      kind: MessageKind,
      answerBy: PlainDate,
      folder: z.string().min(1),
    }),
    output: z.object({ folder: z.string(), files: z.array(z.string()), holders: z.int() }),
  }),
  /** Notes that searches were commissioned or chased on a day, all in one step. */
  'searches.noteMessages': command({
    input: Of.extend({
      ids: z.array(RecordId).min(1).max(500),
      kind: MessageKind,
      on: PlainDate,
      answerBy: PlainDate,
    }),
    output: z.object({ noted: z.int() }),
  }),
} as const
