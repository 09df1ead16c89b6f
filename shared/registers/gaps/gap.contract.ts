import { z } from 'zod'
import { RegisterName } from '#shared/records/record.ts'
import { Waiver } from '#shared/registers/activities/activity.schema.ts'
import { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { query } from '#shared/rpc/procedure.ts'

/** One thing the law asks for that a record does not say. */
export const GapLine = z.object({
  register: RegisterName,
  id: z.string(),
  /** The record's reference and name. */
  title: z.string(),
  organisation: z.string(),
  ruleId: z.string(),
  ruleTitle: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  /** The record's field beside which the gap is shown. */
  field: z.string(),
  /** The part of the record it is about (a purpose, a data use …), or null for the whole. */
  item: z.string().nullable(),
  /** What `activities.waiveGap` is told as `rule`. */
  waiverKey: z.string(),
  message: z.string(),
  explanation: z.string(),
  citation: z.string(),
  /** Why the law behind the rule should be checked, when it could not be confirmed. */
  check: z.string().nullable(),
  waiver: Waiver.nullable(),
})
export type GapLine = z.infer<typeof GapLine>

export const gapProcedures = {
  /** Every gap of the register, errors first; waived ones only when asked for. */
  'gaps.list': query({
    input: z.object({ organisationId: OrganisationId.nullable(), withWaived: z.boolean() }),
    output: z.array(GapLine),
  }),
  /** The gaps of one record, waived ones included. */
  'gaps.ofRecord': query({
    input: z.object({ register: RegisterName, id: z.string() }),
    output: z.array(GapLine),
  }),
} as const
