import { z } from 'zod'
import { RecordId, RegisterName } from '#shared/records/record.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** The record and field that a fact was taken from, and the revision in which the record said so. */
export const LetterSource = z.object({
  register: RegisterName,
  id: RecordId,
  field: z.string(),
  /** The number in the trail of the record’s last change; null where it is not known, as at a past day. */
  revision: z.int().nullable(),
})
export type LetterSource = z.infer<typeof LetterSource>

/** A piece of a letter: fixed wording, or what was taken from a record; `text` is null while that is not known. */
export const LetterPiece = z.union([
  z.string(),
  z.object({
    /** What it is, for example "Date received". */
    label: z.string(),
    /** Where it is entered: a field of the record, or in words elsewhere. */
    from: z.string(),
    text: z.string().nullable(),
    /** Exactly where it stands, where that is known. */
    source: LetterSource.optional(),
  }),
])
export type LetterPiece = z.infer<typeof LetterPiece>

const Pieces = z.array(LetterPiece)

/** One paragraph, one line of a list, or a heading above what follows. */
export const LetterParagraph = z.object({ kind: z.enum(['text', 'point', 'heading']), pieces: Pieces })
export type LetterParagraph = z.infer<typeof LetterParagraph>

/** A letter as it will be sent, with where each fact in it comes from. */
export const Letter = z.object({
  subject: z.string(),
  dated: PlainDate,
  reference: z.string(),
  from: z.array(Pieces),
  to: z.array(Pieces),
  greeting: Pieces,
  paragraphs: z.array(LetterParagraph),
  signature: z.array(Pieces),
  /** Larger type, for letters that are made easier to read. */
  large: z.boolean().optional(),
  /** The law that makes the letter say what it says; not part of the letter. */
  basis: z.string(),
  /** What to check before sending; not part of the letter. */
  checks: z.array(z.string()),
})
export type Letter = z.infer<typeof Letter>
