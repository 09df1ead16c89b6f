import { z } from 'zod'
import { BREACH_QUESTIONS } from '#shared/law/breaches/questions.ts'
import { Line, Passage, RecordId } from '#shared/records/record.ts'
import { command } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'

const answerTo = <const Value extends string>(question: {
  readonly choices: readonly { readonly value: Value }[]
}) => z.enum(question.choices.map(({ value }) => value) as [Value, ...Value[]]).nullable()

/** An exercise that was run to its end. */
export const Exercise = z.object({
  /** The case, as in `BREACH_CASES`. */
  code: Line,
  /** Whether it was told in children’s services. */
  adapted: z.boolean(),
  startedAt: Instant,
  decidedAt: Instant,
  /** Hours that were skipped. */
  jumpedHours: z.int().min(0),
  answers: z.object({
    isBreach: answerTo(BREACH_QUESTIONS.isBreach),
    whoHasIt: answerTo(BREACH_QUESTIONS.whoHasIt),
    whatIsMissing: answerTo(BREACH_QUESTIONS.whatIsMissing),
    whatHarm: answerTo(BREACH_QUESTIONS.whatHarm),
    howMany: answerTo(BREACH_QUESTIONS.howMany),
  }),
  notify: z.boolean(),
  notifyBecause: Passage,
  tell: z.boolean(),
  tellBecause: Passage,
})
export type Exercise = z.infer<typeof Exercise>

/** What can be done with the exercises: they are no breaches and stay out of the log. */
export const exerciseProcedures = {
  /** Makes a piece of training evidence out of an exercise; `not-found` when there is no such case. */
  'breaches.recordExercise': command({
    input: z.object({
      exercise: Exercise,
      tookPart: z.string().trim().min(1, 'Say who took part').max(500),
      /** How many took part, or null when nobody counted. */
      people: z.int().min(1).nullable(),
    }),
    output: z.object({ id: RecordId, reference: z.string() }),
  }),
} as const
