import { z } from 'zod'
import { Line, Passage, RecordId } from '#shared/records/record.ts'
import { LETTER_DELIVERIES } from '#shared/registers/requests/sent-letter.ts'
import {
  RequestLetterName,
  RequestLetterVersion,
  TemplateWords,
} from '#shared/registers/requests/templates/template.schema.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { Letter } from './letter.schema.ts'

/** The registers whose records have letters. */
export const LetterRegister = z.enum(['requests', 'complaints'])
export type LetterRegister = z.infer<typeof LetterRegister>

const Which = z.object({
  register: LetterRegister,
  id: RecordId,
  letter: z.string().max(40),
  /** Letters about a request come in two versions; others in one. */
  version: RequestLetterVersion.default('standard'),
})

/** The files a letter can be written as. */
export const LetterFormat = z.enum(['pdf', 'docx'])
export type LetterFormat = z.infer<typeof LetterFormat>

const Template = z.object({ kind: RequestLetterName, version: RequestLetterVersion })

export const letterProcedures = {
  /** A letter as it would read now, dated today. */
  'letters.compose': query({ input: Which, output: Letter }),
  /** Notes in the record that a letter was made, with its wording, and when it was sent. */
  'letters.record': command({
    input: Which.extend({ sentOn: PlainDate.nullable() }),
    output: z.object({ letterId: RecordId }),
  }),
  /**
   * Keeps a letter about a request as it was sent, sealed, so that nothing changes it later. While something stands
   * in brackets it is refused unless a reason is given.
   */
  'letters.send': command({
    input: z.object({
      id: RecordId,
      letter: RequestLetterName,
      version: RequestLetterVersion,
      sentAt: Instant,
      /** Empty for the person who records it. */
      sentBy: Line,
      how: z.enum(LETTER_DELIVERIES.map(({ value }) => value)),
      incompleteBecause: Passage,
      /** Also sets the days in the record that the letter stands for, where none is set. */
      setsDays: z.boolean(),
    }),
    output: z.object({ letterId: RecordId }),
  }),
  /** Writes a letter as a tagged PDF or as a document to edit; nothing is left behind when it fails or is stopped. */
  'letters.write': task({
    input: Which.extend({
      /** A letter of a request as it was sent; null for the letter as it would read now. */
      sentId: RecordId.nullable().default(null),
      format: LetterFormat.default('pdf'),
      to: z.string().min(1),
      asAt: PlainDate.nullable(),
    }),
    output: z.object({ path: z.string(), bytes: z.int(), sha256: z.string(), pages: z.int() }),
  }),
  /** What Article 15(1) and (2) ask for about a request, as a sheet of its own. */
  'letters.composeArticle15': query({
    input: z.object({ id: RecordId, version: RequestLetterVersion.default('standard') }),
    output: Letter,
  }),
  /** The activities that a final letter can draw on: those chosen, and those that the places searched point to. */
  'letters.activities': query({
    input: z.object({ id: RecordId }),
    output: z.array(
      z.object({
        id: RecordId,
        reference: Line,
        name: z.string(),
        isChosen: z.boolean(),
        /** Why it is proposed; empty for one that was only chosen. */
        because: z.string(),
      }),
    ),
  }),
  /** A letter in a wording that is not kept yet: of a request, or of a made-up one. */
  'letters.previewTemplate': query({
    input: Template.extend({ words: TemplateWords, requestId: RecordId.nullable() }),
    output: Letter,
  }),
  /** Keeps our own wording of a letter, or with null goes back to the one that the program brings. */
  'letters.changeTemplate': command({
    input: Template.extend({ words: TemplateWords.nullable() }),
    output: z.object({ isOwn: z.boolean() }),
  }),
} as const
