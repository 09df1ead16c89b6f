import { z } from 'zod'
import { FieldChange } from '#shared/records/changes.ts'
import { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { Role } from '#shared/registers/contracts/contract.schema.ts'
import { command, query } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'
import { BulkEdit } from './activity.bulk.ts'
import { ActivityFilter, ActivityRow, ActivitySort, ActivityTarget, GroupKey } from './activity.list.ts'
import { Activity, ActivityId } from './activity.schema.ts'

const Groups = z.array(z.object({ key: z.string(), label: z.string(), count: z.int() }))

/** What a bulk change would do to one activity. */
export const BulkPreviewLine = z.object({ id: ActivityId, title: z.string(), changes: z.array(FieldChange) })

export const activityProcedures = {
  /** A window of the list: `total` counts all that match, `rows` are those from `offset` on. */
  'activities.list': query({
    input: z.object({
      filter: ActivityFilter,
      sort: z.array(ActivitySort).max(5),
      groupBy: GroupKey.nullable(),
      offset: z.int().min(0),
      limit: z.int().min(0).max(500),
    }),
    output: z.object({ total: z.int(), rows: z.array(ActivityRow) }),
  }),
  /** How many activities match, by group, in the order the list shows them. */
  'activities.groups': query({
    input: z.object({ filter: ActivityFilter, groupBy: GroupKey }),
    output: Groups,
  }),
  'activities.get': query({
    input: z.object({ id: ActivityId }),
    output: z.object({ activity: Activity, updatedAt: Instant }),
  }),
  /** A new activity needs a name; its reference is the next free one when none is given. */
  'activities.create': command({
    input: z.object({
      name: Activity.shape.name,
      organisationId: OrganisationId.nullable(),
      role: Role,
    }),
    output: z.object({ id: ActivityId }),
  }),
  /** Changes the fields given and leaves the others alone. */
  'activities.change': command({
    input: z.object({ id: ActivityId, changes: Activity.omit({ id: true, waivers: true }).partial() }),
    output: z.object({ activity: Activity, updatedAt: Instant }),
  }),
  'activities.duplicate': command({
    input: z.object({ id: ActivityId }),
    output: z.object({ id: ActivityId }),
  }),
  'activities.remove': command({
    input: z.object({ target: ActivityTarget }),
    output: z.object({ removed: z.int() }),
  }),
  /** Sets one gap of one activity aside, with a reason. */
  'activities.waiveGap': command({
    input: z.object({
      id: ActivityId,
      rule: z.string().max(80),
      reason: z.string().trim().min(1, 'Give the reason for setting this gap aside').max(2000),
    }),
    output: z.object({}),
  }),
  'activities.withdrawWaiver': command({
    input: z.object({ id: ActivityId, rule: z.string().max(80) }),
    output: z.object({}),
  }),
  /** What a bulk change would do: at most 200 lines, and the counts of all. */
  'activities.previewBulk': query({
    input: z.object({ target: ActivityTarget, edit: BulkEdit }),
    output: z.object({ changed: z.int(), unchanged: z.int(), lines: z.array(BulkPreviewLine) }),
  }),
  /** One command, undone in one step. */
  'activities.applyBulk': command({
    input: z.object({ target: ActivityTarget, edit: BulkEdit }),
    output: z.object({ changed: z.int() }),
  }),
} as const
