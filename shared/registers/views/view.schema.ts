import { z } from 'zod'
import { RecordId } from '#shared/records/record.ts'
import { ActivityFilter, ActivitySort } from '#shared/registers/activities/activity.list.ts'

export const ViewId = RecordId.brand<'ViewId'>()
export type ViewId = z.infer<typeof ViewId>

/** A named way to look at the list of activities; kept in the register, not in the window. */
export const View = z.object({
  id: ViewId,
  name: z.string().trim().min(1, 'Give the view a name').max(80),
  filter: ActivityFilter,
  sort: z.array(ActivitySort).max(5),
  groupBy: z.string().max(40).nullable(),
  /** Columns shown, in order. */
  columns: z.array(z.string().max(40)).max(40),
  /** Columns that stay in place when the list is scrolled sideways. */
  pinned: z.array(z.string().max(40)).max(5),
})
export type View = z.infer<typeof View>
