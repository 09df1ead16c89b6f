import { z } from 'zod'
import { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { TermId } from '#shared/registers/vocabulary/term.schema.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { ActivityStatus } from './activity.schema.ts'

/** The lists of terms that can be changed across activities. */
export const TermListField = z.enum(['peopleIds', 'systemIds', 'measureIds', 'recipients', 'categories'])
export type TermListField = z.infer<typeof TermListField>

/** One change for many activities. */
export const BulkEdit = z.union([
  z.object({ action: z.literal('set'), field: z.literal('status'), value: ActivityStatus }),
  z.object({ action: z.literal('set'), field: z.literal('owner'), value: z.string().max(500) }),
  z.object({ action: z.literal('set'), field: z.literal('reviewOn'), value: PlainDate.nullable() }),
  z.object({ action: z.literal('set'), field: z.literal('functionId'), value: TermId.nullable() }),
  z.object({
    action: z.literal('set'),
    field: z.literal('organisationId'),
    value: OrganisationId.nullable(),
  }),
  z.object({ action: z.literal('add'), field: TermListField, value: TermId }),
  z.object({ action: z.literal('remove'), field: TermListField, value: TermId }),
  z.object({ action: z.literal('replace'), field: TermListField, value: TermId, by: TermId }),
])
export type BulkEdit = z.infer<typeof BulkEdit>
