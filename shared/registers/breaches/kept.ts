import { z } from 'zod'
import { Line, Passage, RecordId } from '#shared/records/record.ts'
import { Letter } from '#shared/registers/letters/letter.schema.ts'
import { Instant } from '#shared/time/instant.ts'

/** SHA-256 over the canonical JSON of everything else in the entry. */
const Seal = z.string().regex(/^[0-9a-f]{64}$/)

/** A fact that was looked at when a decision was taken, in words. */
const FactSeen = z.object({ label: Line, text: Passage })

/** What a decision rested on, as it stood at that moment. */
export const DecisionInputs = z.object({
  /** The five questions, each with the answer given or "Not known yet". */
  questions: z.array(z.object({ question: Line, answer: Line })),
  /** What the answers pointed to, and why. */
  suggestion: z.object({ outcome: Line, reasons: z.array(Passage) }),
  /** ENISA severity, shown beside the decision; null when it was not scored. */
  severity: z
    .object({ score: z.number(), level: Line, flags: z.array(Line), parts: z.array(FactSeen) })
    .nullable(),
  /** The record in words. */
  facts: z.array(FactSeen),
})
export type DecisionInputs = z.infer<typeof DecisionInputs>

/** A decision under Article 33 or 34, with what it rested on; a later one supersedes it, nothing overwrites it. */
export const BreachDecision = z.object({
  id: RecordId,
  subject: z.enum(['commissioner', 'people']),
  /** One of the choices of `commissionerDecision` or `peopleDecision`, and in words. */
  outcome: z.string().max(40),
  outcomeText: Line,
  because: Passage,
  /** What the outcome asks for besides the reasons, each with its answer; empty for most. */
  grounds: z.array(FactSeen).prefault([]),
  decidedBy: Line,
  decidedAt: Instant,
  recordedAt: Instant,
  recordedBy: Line,
  supersedes: RecordId.nullable(),
  inputs: DecisionInputs,
  sha256: Seal,
})
export type BreachDecision = z.infer<typeof BreachDecision>

/** A question of the Commissioner's form and what was answered. */
export const ReportAnswer = z.object({
  code: z.string().max(20),
  section: Line,
  question: Line,
  citation: Line,
  text: z.string().max(30_000),
  state: z.enum(['answered', 'notKnown', 'blank']),
  /** Where the answer came from, in words: fields of the record, or "Typed by hand". */
  from: z.array(Line),
  /** What to check about the question itself; empty when it is confirmed. */
  check: Line,
})
export type ReportAnswer = z.infer<typeof ReportAnswer>

/** A report to the Commissioner as it was sent. */
export const SentReport = z.object({
  id: RecordId,
  phase: z.enum(['initial', 'followUp']),
  sentAt: Instant,
  sentBy: Line,
  /** "Online form", "Telephone", "Email". */
  channel: Line,
  reference: Line,
  /** Reasons for the delay, when it was sent after the 72 hours. */
  lateBecause: Passage,
  recordedAt: Instant,
  answers: z.array(ReportAnswer),
  sha256: Seal,
})
export type SentReport = z.infer<typeof SentReport>

/** Letters or a notice as they were made: their wording by version, and for how many. */
export const SentNotice = z.object({
  id: RecordId,
  kind: z.enum(['letters', 'publicNotice', 'controllerNotice']),
  madeAt: Instant,
  madeBy: Line,
  sentAt: Instant.nullable(),
  how: Line,
  /** How many people or bodies it went to. */
  count: z.int().min(0),
  /** The records of those it went to. */
  recipients: z.array(RecordId),
  /** One for each version that was used: its name, and the letter without the recipient. */
  wordings: z.array(z.object({ version: Line, letter: Letter })),
  sha256: Seal,
})
export type SentNotice = z.infer<typeof SentNotice>
