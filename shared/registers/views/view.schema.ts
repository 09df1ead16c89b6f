import { z } from 'zod'
import { RecordFilter, RecordSort } from '#shared/described/list.ts'
import { DescribedName } from '#shared/described/names.ts'
import { RecordId } from '#shared/records/record.ts'
import { ActivityFilter, ActivitySort } from '#shared/registers/activities/activity.list.ts'

export const ViewId = RecordId.brand<'ViewId'>()
export type ViewId = z.infer<typeof ViewId>

/** What a view of any list keeps. */
const LOOK = {
  id: ViewId,
  name: z.string().trim().min(1, 'Give the view a name').max(80),
  groupBy: z.string().max(40).nullable(),
  /** Columns shown, in order. */
  columns: z.array(z.string().max(40)).max(40),
  /** Columns that stay in place when the list is scrolled sideways. */
  pinned: z.array(z.string().max(40)).max(5),
} as const

/** A named way to look at the list of activities. A view that names no register is one of these. */
export const ActivityView = z.object({
  ...LOOK,
  register: z.literal('activities').default('activities'),
  filter: ActivityFilter,
  sort: z.array(ActivitySort).max(5),
})
export type ActivityView = z.infer<typeof ActivityView>

/** A named way to look at the list of a described register. */
export const RecordView = z.object({
  ...LOOK,
  register: DescribedName,
  filter: RecordFilter,
  sort: z.array(RecordSort).max(5),
})
export type RecordView = z.infer<typeof RecordView>

/** A named way to look at a list; kept in the register, not in the window. */
export const View = z.union([ActivityView, RecordView])
export type View = z.infer<typeof View>
