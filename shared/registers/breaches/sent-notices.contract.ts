import { z } from 'zod'
import { Line, RecordId } from '#shared/records/record.ts'
import { Letter } from '#shared/registers/letters/letter.schema.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { LetterVersion } from './letters/versions.ts'

const One = z.object({ id: RecordId })

/** Which letter or notice of a breach. */
export const NoticeAsked = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('letter'),
    /** Null for the version chosen for the person. */
    version: LetterVersion.nullable(),
    /** Null for the example of the version, without a person. */
    recipient: RecordId.nullable(),
  }),
  z.object({ what: z.literal('publicNotice') }),
  z.object({ what: z.literal('controllerNotice'), controller: RecordId }),
])
export type NoticeAsked = z.infer<typeof NoticeAsked>

/** Somebody who gets no letter, and why. */
const LeftOut = z.object({ id: RecordId, reference: Line, name: z.string(), because: z.string() })

const Counts = z.object({
  total: z.int(),
  /** Still to be told, and how many of them letters would be written to now. */
  toTell: z.int(),
  letters: z.int(),
  told: z.int(),
  notTold: z.int(),
  notReached: z.int(),
  /** Still to be told, where nobody has said whether it is safe to write. */
  safetyUnknown: z.int(),
})

export const sentNoticeProcedures = {
  /** The people to tell of a breach: how many, the first fifty, who gets no letter now, and what to look at in the words. */
  'breaches.peopleToTell': query({
    input: One,
    output: z.object({
      counts: Counts,
      people: z.array(
        z.object({
          id: RecordId,
          reference: Line,
          name: z.string(),
          version: LetterVersion,
          state: z.string(),
          toldAt: Instant.nullable(),
          /** Why a letter must not go out now; null when it may. */
          because: z.string().nullable(),
        }),
      ),
      leftOut: z.array(LeftOut),
      /** What would stand in brackets in at least one of the letters written now. */
      missing: z.array(z.string()),
      notes: z.array(
        z.object({ field: z.string(), label: z.string(), reference: Line.nullable(), text: z.string() }),
      ),
    }),
  }),
  /** A letter or notice as it would read now, dated today. */
  'breaches.composeNotice': query({ input: One.extend({ asked: NoticeAsked }), output: Letter }),
  /**
   * Writes a letter to each person into a new folder: a PDF each, named by reference number, one file to print on both
   * sides, and a table for a mail merge. When it fails or is stopped nothing is left behind.
   */
  'breaches.writeLetters': task({
    input: One.extend({
      folder: z.string().min(1),
      /** Null for everybody who is still to be told. */
      recipients: z.array(RecordId).min(1).nullable(),
      asAt: PlainDate.nullable(),
    }),
    output: z.object({
      /** The new folder. */
      path: z.string(),
      letters: z.int(),
      /** Of the file to print, with the blank ones. */
      pages: z.int(),
      leftOut: z.array(LeftOut),
      /** Those who need another language or format. */
      needs: z.array(z.object({ reference: Line, language: Line })),
      /** What stands in brackets in at least one letter. */
      missing: z.array(z.string()),
    }),
  }),
  /** Writes one letter or notice, as a tagged PDF or as text; nothing is left behind when it fails or is stopped. */
  'breaches.writeNotice': task({
    input: One.extend({
      asked: NoticeAsked,
      form: z.enum(['pdf', 'txt']),
      to: z.string().min(1),
      asAt: PlainDate.nullable(),
    }),
    output: z.object({ path: z.string(), bytes: z.int(), sha256: z.string() }),
  }),
  /** Keeps what was made, with its wording, so that nothing changes it later; says how and when it was sent. */
  'breaches.recordNotices': command({
    input: One.extend({
      kind: z.enum(['letters', 'publicNotice', 'controllerNotice']),
      /** For letters; null for everybody to whom one would be written now. */
      recipients: z.array(RecordId).min(1).nullable(),
      /** For a notice to a controller. */
      controller: RecordId.nullable(),
      /** Null while it is made and not sent yet. */
      sentAt: Instant.nullable(),
      how: Line,
      /** Marks the people as told by letter at that moment. */
      marksTold: z.boolean(),
    }),
    output: z.object({ noticeId: RecordId, count: z.int() }),
  }),
} as const
