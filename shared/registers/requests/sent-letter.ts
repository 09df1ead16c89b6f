import { z } from 'zod'
import { kept } from '#shared/described/kept-fields.ts'
import { Line, Passage, RecordId } from '#shared/records/record.ts'
import { Letter } from '#shared/registers/letters/letter.schema.ts'
import { Instant } from '#shared/time/instant.ts'
import { formatDay, formatTime, ukDayOf } from '#shared/time/plain-date.ts'
import { REQUEST_LETTERS, type RequestLetterKind } from './letter-kinds.ts'
import { RequestLetterName, RequestLetterVersion } from './templates/template.schema.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The ways in which a letter goes out. */
export const LETTER_DELIVERIES = [
  { value: 'post', label: 'Post, signed for' },
  { value: 'email', label: 'Encrypted email' },
  { value: 'portal', label: 'Secure download' },
  { value: 'collected', label: 'Collected in person' },
  { value: 'spoken', label: 'Spoken, at the person’s wish' },
] as const

/** A letter as it was sent: its whole content with where each fact came from, its text, and the PDF it makes. */
export const SentLetter = z.object({
  id: RecordId,
  kind: RequestLetterName,
  version: RequestLetterVersion,
  sentAt: Instant,
  sentBy: Line,
  how: z.enum(LETTER_DELIVERIES.map(({ value }) => value)),
  /** Where it went, as the letter says it. */
  to: Passage,
  /** Why it went out while something stood in brackets; empty when nothing did. */
  incompleteBecause: Passage,
  recordedAt: Instant,
  letter: Letter,
  wording: z.string().max(500_000),
  /** Of the PDF that this letter makes. */
  pdfSha256: Sha256,
  /** SHA-256 over the canonical JSON of everything else in the entry. */
  sha256: Sha256,
})
export type SentLetter = z.infer<typeof SentLetter>

/** What a kind of letter is called. */
export function letterLabel(kind: RequestLetterKind): string {
  return REQUEST_LETTERS.find(({ value }) => value === kind)!.label
}

/** "Answer, sent on Mon 2 November 2026 at 14:02 by Post, signed for". */
export function sayOfSentLetter({ kind, sentAt, how }: Pick<SentLetter, 'kind' | 'sentAt' | 'how'>): string {
  const way = LETTER_DELIVERIES.find(({ value }) => value === how)!.label
  return `${letterLabel(kind)}, sent on ${formatDay(ukDayOf(sentAt))} at ${formatTime(sentAt)}: ${way}`
}

/** The field of a request that keeps its letters as they were sent. */
export const SENT_LETTERS_FIELD = kept('Letters as sent', SentLetter, sayOfSentLetter, {
  setBy: 'Recorded on the page “Letters”',
})
