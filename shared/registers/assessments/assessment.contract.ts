import { z } from 'zod'
import { Line, RecordId } from '#shared/records/record.ts'
import { command, query } from '#shared/rpc/procedure.ts'

const Kind = z.enum(['DPIA', 'LIA', 'RLI', 'COMPAT', 'APD', 'TRA', 'ADM'])

/** The signs of a high risk that the record of one activity shows. */
export const ScreeningAnswer = z.object({
  activityId: RecordId,
  title: z.string(),
  indication: z.enum(['strong', 'some', 'none']),
  words: z.string(),
  signals: z.array(
    z.object({
      code: z.string(),
      words: z.string(),
      citation: z.string(),
      weight: z.enum(['named', 'listed']),
      check: z.string(),
    }),
  ),
  /** The facts that nobody can tell from the record. */
  notKnown: z.array(z.string()),
})
export type ScreeningAnswer = z.infer<typeof ScreeningAnswer>

/** An assessment that the register calls for and that is not approved. */
export const NeededAssessment = z.object({
  kind: Kind,
  subject: z.enum(['activities', 'transfers']),
  id: RecordId,
  title: z.string(),
  organisation: z.string(),
  why: z.string(),
  citation: z.string(),
  check: z.string().nullable(),
  startedId: RecordId.nullable(),
})
export type NeededAssessment = z.infer<typeof NeededAssessment>

/** What the assessments can be asked and told besides what every register can. */
export const assessmentProcedures = {
  /** Which signs of a high risk an activity’s record shows; what the record does not say stays unknown. */
  'assessments.screen': query({ input: z.object({ activityId: RecordId }), output: ScreeningAnswer }),
  /** Every assessment that the register calls for and that is not approved. */
  'assessments.needed': query({ input: z.object({}), output: z.array(NeededAssessment) }),
  /** Makes a draft for an activity or a transfer, answered where the answer plainly follows from the record. */
  'assessments.start': command({
    input: z.object({ kind: Kind, subject: z.enum(['activities', 'transfers']), id: RecordId }),
    output: z.object({ id: RecordId }),
  }),
  /** Approves it; refused while a required question has no answer or the outcome is open. What it replaces counts as replaced. */
  'assessments.approve': command({
    input: z.object({
      id: RecordId,
      approvedBy: Line.refine((by) => by.trim() !== '', 'Say who approves it'),
    }),
    output: z.object({ reviewOn: z.string().nullable(), replaced: RecordId.nullable() }),
  }),
  /** Makes the draft of a new version; the old one holds until the new one is approved. */
  'assessments.replace': command({
    input: z.object({ id: RecordId }),
    output: z.object({ id: RecordId }),
  }),
} as const
