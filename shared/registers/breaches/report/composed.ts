import { z } from 'zod'
import { QuestionKind } from '#shared/law/breaches/report/question.ts'
import { Line, RecordId } from '#shared/records/record.ts'
import { Instant } from '#shared/time/instant.ts'
import { ReportAnswer } from '../kept.ts'

/** How an answer stands to the last report that was sent. */
export const AnswerChange = z.enum(['first', 'unchanged', 'added', 'changed', 'nowKnown'])
export type AnswerChange = z.infer<typeof AnswerChange>

/** Longer than what a report keeps, so that what is too long can be seen and shortened. */
const Said = z.object({ text: z.string(), state: ReportAnswer.shape.state })

/** A question with its answer, where that comes from, and what it was in the last report. */
export const ComposedAnswer = ReportAnswer.omit({ from: true }).extend({
  text: z.string(),
  kind: QuestionKind,
  options: z.array(Line),
  note: Line,
  isRequired: z.boolean(),
  from: z.array(
    z.object({
      label: z.string(),
      register: z.enum(['breaches', 'organisations', 'activities', 'evidence']),
      record: RecordId,
      field: z.string().nullable(),
    }),
  ),
  /** Whether it was typed by hand; then `recordSays` is what would stand here otherwise. */
  isTyped: z.boolean(),
  recordSays: Said.nullable(),
  change: AnswerChange,
  before: Said.nullable(),
})
export type ComposedAnswer = z.infer<typeof ComposedAnswer>

export const ComposedSection = z.object({ id: RecordId, title: Line, answers: z.array(ComposedAnswer) })
export type ComposedSection = z.infer<typeof ComposedSection>

/** A part of the least content that is not all there yet. */
export const MissingPart = z.object({
  part: z.enum(['a', 'b', 'c', 'd']),
  words: z.string(),
  citation: z.string(),
  /** The questions that would say it. */
  questions: z.array(
    z.object({ code: z.string(), question: z.string(), state: z.enum(['notKnown', 'blank', 'notAsked']) }),
  ),
})
export type MissingPart = z.infer<typeof MissingPart>

/** A report as it would read now. */
export const ComposedReport = z.object({
  reference: Line,
  phase: z.enum(['initial', 'followUp']),
  sections: z.array(ComposedSection),
  /** Answers of the last report to questions that are no longer asked. */
  dropped: z.array(ReportAnswer.pick({ code: true, question: true, text: true })),
  missing: z.array(MissingPart),
  timing: z.object({
    due: Instant.nullable(),
    countedFrom: Instant.nullable(),
    isFromAwareness: z.boolean(),
    isLate: z.boolean(),
  }),
  /** The report this one is compared with. */
  comparedWith: z.object({ id: RecordId, sentAt: Instant }).nullable(),
  /** Whether the register asks its own list of questions. */
  hasOwnList: z.boolean(),
})
export type ComposedReport = z.infer<typeof ComposedReport>
