import { z } from 'zod'
import { RecordId } from '#shared/records/record.ts'
import { Role } from '#shared/registers/contracts/contract.schema.ts'
import { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { DataClass, TermId } from '#shared/registers/vocabulary/term.schema.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { LawfulBasisCode } from './activity.parts.ts'
import { ActivityId, ActivityStatus } from './activity.schema.ts'

/** Which activities to show. Empty lists and null mean "no matter"; all conditions must hold. */
export const ActivityFilter = z.object({
  /** Words that must all occur, in any letter case, in the activity's text. */
  text: z.string().max(200),
  organisationIds: z.array(OrganisationId),
  roles: z.array(Role),
  statuses: z.array(ActivityStatus),
  bases: z.array(LawfulBasisCode),
  dataClasses: z.array(DataClass),
  /** Activities that use every one of these terms, in whatever place. */
  termIds: z.array(TermId),
  /** `errors`: with at least one error; `any`: with any gap; `none`: without. */
  gaps: z.enum(['errors', 'any', 'none']).nullable(),
  reviewBefore: PlainDate.nullable(),
  /** Only these activities. */
  ids: z.array(ActivityId).nullable(),
})
export type ActivityFilter = z.infer<typeof ActivityFilter>

/** Shows everything. */
export const NO_FILTER: ActivityFilter = {
  text: '',
  organisationIds: [],
  roles: [],
  statuses: [],
  bases: [],
  dataClasses: [],
  termIds: [],
  gaps: null,
  reviewBefore: null,
  ids: null,
}

/** The columns a list can be sorted by. */
export const SortKey = z.enum([
  'reference',
  'name',
  'organisation',
  'role',
  'status',
  'function',
  'owner',
  'reviewOn',
  'bases',
  'classes',
  'gaps',
  'updatedAt',
])
export type SortKey = z.infer<typeof SortKey>

/** The columns a list can be grouped by. */
export const GroupKey = z.enum(['organisation', 'role', 'status', 'function', 'owner', 'bases', 'classes'])
export type GroupKey = z.infer<typeof GroupKey>

export const ActivitySort = z.object({ key: SortKey, descending: z.boolean() })
export type ActivitySort = z.infer<typeof ActivitySort>

/** One line of the list of activities: what the columns show, as text. */
export const ActivityRow = z.object({
  id: ActivityId,
  reference: z.string(),
  name: z.string(),
  organisation: z.string(),
  role: Role,
  status: ActivityStatus,
  function: z.string(),
  owner: z.string(),
  reviewOn: PlainDate.nullable(),
  purposes: z.string(),
  bases: z.array(LawfulBasisCode),
  classes: z.array(DataClass),
  people: z.string(),
  data: z.string(),
  recipients: z.string(),
  systems: z.string(),
  destinations: z.string(),
  retention: z.string(),
  errors: z.int(),
  warnings: z.int(),
  notes: z.int(),
  updatedAt: Instant,
})
export type ActivityRow = z.infer<typeof ActivityRow>

/** What a bulk change or an export is aimed at: some activities by name, or all in a filter but some. */
export const ActivityTarget = z.union([
  z.object({ ids: z.array(ActivityId).min(1).max(200_000) }),
  z.object({ filter: ActivityFilter, except: z.array(RecordId) }),
])
export type ActivityTarget = z.infer<typeof ActivityTarget>
