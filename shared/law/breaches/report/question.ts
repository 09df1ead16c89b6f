import { z } from 'zod'
import { Line, RecordId } from '#shared/records/record.ts'

/** How a question of the report is answered. */
export const QuestionKind = z.enum(['text', 'passage', 'choice', 'choices', 'moment', 'number'])
export type QuestionKind = z.infer<typeof QuestionKind>

/** One question of the report to the Commissioner. */
export const ReportQuestion = z.object({
  /** Says which question it is, however it is worded; answers are kept by it. */
  code: z.string().min(1).max(20),
  question: z.string().trim().min(1, 'Word the question').max(500),
  /** What the form says beside it. */
  note: Line,
  citation: Line,
  kind: QuestionKind,
  /** The answers the form offers; none when it leaves the answer free. */
  options: z.array(Line),
  /** Whether the form is not taken without an answer. */
  isRequired: z.boolean(),
  /** What to check about the question itself; empty when it is confirmed. */
  check: Line,
  /** Not asked for now; it stays in the list so that it can be taken up again. */
  isSetAside: z.boolean(),
})
export type ReportQuestion = z.infer<typeof ReportQuestion>

/** A section of the form with its questions, in their order. */
export const ReportSection = z.object({
  id: RecordId,
  title: z.string().trim().min(1, 'Give the section a name').max(200),
  questions: z.array(ReportQuestion),
})
export type ReportSection = z.infer<typeof ReportSection>

/** What stands beside a question that nobody saw on the form. */
export const NOT_SEEN = 'Written from memory: check on the form whether and how it is asked.'

/** What stands beside a question that was seen on the form, but not in its words. */
export const SEEN_IN_PART = 'Asked on the form, in words from memory: check them on the form.'

type About = Partial<Pick<ReportQuestion, 'note' | 'options' | 'isRequired' | 'check'>>

/** A question of the list that the program brings. */
export function question(
  code: string,
  kind: QuestionKind,
  words: string,
  citation: string,
  about: About = {},
): ReportQuestion {
  const blank = { note: '', options: [], isRequired: false, check: '', isSetAside: false }
  return { ...blank, code, kind, question: words, citation, ...about }
}
