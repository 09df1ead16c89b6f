import { z } from 'zod'
import { answerOf, TO_BE_DETERMINED } from '#shared/answer.ts'
import { Line, Passage, RecordId } from '#shared/records/record.ts'
import { TermId } from '#shared/registers/vocabulary/term.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** A code of `shared/law/lawful-bases.ts`, for example `6-1-e`. @source UK GDPR Art 6(1) */
export const LawfulBasisCode = z.enum(['6-1-a', '6-1-b', '6-1-c', '6-1-d', '6-1-e', '6-1-ea', '6-1-f'])
export type LawfulBasisCode = z.infer<typeof LawfulBasisCode>

/** An assessment kept as a document elsewhere: where it is and when it was made. */
export const Assessment = z.object({ reference: Line, assessedOn: PlainDate.nullable() })
export type Assessment = z.infer<typeof Assessment>

/** Why the data is used, and what allows it. Each purpose has its own basis. */
export const Purpose = z.object({
  id: RecordId,
  text: Passage,
  basis: answerOf(LawfulBasisCode),
  /** How the basis is met. @source DPA 2018 Sch 1 para 41 */
  basisNote: Passage,
  /** For 6(1)(ea): the Annex 1 condition, for example `RLI-5`. @source UK GDPR Annex 1 */
  recognisedInterest: z.string().max(40).nullable(),
  /** For 6(1)(f): the interest pursued. @source UK GDPR Art 13(1)(d) */
  legitimateInterest: Passage,
  legitimateInterestsAssessment: answerOf(Assessment),
  /** The law the purpose rests on. @source UK GDPR Art 6(3) */
  statuteIds: z.array(TermId),
  /** Codes of `shared/law/special-category-conditions.ts`. @source UK GDPR Art 9(2) */
  article9: z.array(z.string().max(40)),
  /** Codes of `shared/law/schedule-1-conditions.ts`. @source DPA 2018 Sch 1 */
  schedule1: z.array(z.string().max(40)),
  /** The appropriate policy document. @source DPA 2018 Sch 1 paras 38 to 41 */
  policyDocument: answerOf(Assessment),
})
export type Purpose = z.infer<typeof Purpose>

/** A purpose of which only the words are known. */
export function newPurpose(id: string, text: string): Purpose {
  return {
    id,
    text,
    basis: TO_BE_DETERMINED,
    basisNote: '',
    recognisedInterest: null,
    legitimateInterest: '',
    legitimateInterestsAssessment: TO_BE_DETERMINED,
    statuteIds: [],
    article9: [],
    schedule1: [],
    policyDocument: TO_BE_DETERMINED,
  }
}

/** How long one category of data is kept. @source UK GDPR Art 30(1)(f), Art 5(1)(e) */
export const RetentionRule = z.object({
  /** What starts the time: "end of service", "contract closure", "date of birth". */
  trigger: Line,
  /** A fixed period, or null when only a criterion is known. */
  period: z.object({ amount: z.int().min(0).max(999), unit: z.enum(['days', 'months', 'years']) }).nullable(),
  /** The criterion when there is no fixed period, or what qualifies it. */
  criterion: Passage,
  fate: z.enum(['erase', 'anonymise', 'archive', 'return to customer', 'review', 'unknown']),
  /** The law, contract or policy that sets it. */
  authority: Line,
})
export type RetentionRule = z.infer<typeof RetentionRule>
