import { z } from 'zod'
import { known, notApplicable, TO_BE_DETERMINED, type Answer } from '#shared/answer.ts'

/** A text that may be left out. */
export const text = z.string().default('')
/** Names that may be left out. */
export const names = z.array(z.string()).default([])

const Unsettled = z.union([
  z.strictObject({ toBeDetermined: z.literal(true) }),
  z.strictObject({ notApplicable: z.string().min(1) }),
])

/** An answer as it is typed by hand: a bare value is known, nothing at all is still to be determined. */
export function answerIn<Value>(value: z.ZodType<Value>) {
  return z
    .union([Unsettled, value])
    .optional()
    .transform((given): Answer<Value> => {
      if (given === undefined) return TO_BE_DETERMINED
      const unsettled = Unsettled.safeParse(given)
      if (!unsettled.success) return known(given as Value)
      return 'notApplicable' in unsettled.data
        ? notApplicable(unsettled.data.notApplicable)
        : TO_BE_DETERMINED
    })
}

/** What a record's own field takes as its answer, once it is known. */
export function answerTo<Value>(field: z.ZodType<Answer<Value>>): z.ZodType<Value> {
  return z.custom<Value>(
    (value) => field.safeParse(known(value)).success,
    'This answer is not of the kind its field holds',
  )
}

/** A fact with the words that prove it; the document is the file's unless it names another. */
export const EvidenceIn = z.strictObject({
  fact: z.string(),
  quote: z.string(),
  document: z.string().optional(),
})
export type EvidenceIn = z.infer<typeof EvidenceIn>
