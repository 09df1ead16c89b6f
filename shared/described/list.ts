import { z } from 'zod'
import { RecordId } from '#shared/records/record.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** Which records of a register to show. Empty lists and null mean "no matter"; all conditions must hold. */
export const RecordFilter = z.object({
  /** Words that must all occur, in any letter case, in the record's text. */
  text: z.string().max(200),
  organisationIds: z.array(RecordId),
  /** For each field, the answers of which one must be given; '' stands for "not known yet". */
  facets: z.record(z.string(), z.array(z.string())),
  /** Records that refer to every one of these. */
  linkedTo: z.array(RecordId),
  gaps: z.enum(['errors', 'any', 'none']).nullable(),
  /** Only with something due before this day. */
  dueBefore: PlainDate.nullable(),
  /** `open`: with something left to do. */
  standing: z.enum(['open', 'closed']).nullable(),
  /** Only these records. */
  ids: z.array(RecordId).nullable(),
})
export type RecordFilter = z.infer<typeof RecordFilter>

/** Shows everything. */
export const EVERY_RECORD: RecordFilter = {
  text: '',
  organisationIds: [],
  facets: {},
  linkedTo: [],
  gaps: null,
  dueBefore: null,
  standing: null,
  ids: null,
}

/** What every list can be sorted by. */
export const RecordSortKey = z.enum([
  'reference',
  'name',
  'organisation',
  'category',
  'status',
  'owner',
  'day',
  'dueOn',
  'gaps',
  'updatedAt',
])
export type RecordSortKey = z.infer<typeof RecordSortKey>

/** What every list can be grouped by. */
export const RecordGroupKey = z.enum(['organisation', 'category', 'status', 'owner'])
export type RecordGroupKey = z.infer<typeof RecordGroupKey>

export const RecordSort = z.object({ key: RecordSortKey, descending: z.boolean() })
export type RecordSort = z.infer<typeof RecordSort>

/** One line of a list: what the columns show, as text by field. */
export const RecordRow = z.object({
  id: RecordId,
  reference: z.string(),
  name: z.string(),
  organisation: z.string(),
  owner: z.string(),
  cells: z.record(z.string(), z.string()),
  dueOn: PlainDate.nullable(),
  pausedSince: PlainDate.nullable(),
  isClosed: z.boolean(),
  errors: z.int(),
  warnings: z.int(),
  notes: z.int(),
  updatedAt: Instant,
})
export type RecordRow = z.infer<typeof RecordRow>

/** What a change or an export is aimed at: some records by id, or all in a filter but some. */
export const RecordTarget = z.union([
  z.object({ ids: z.array(RecordId).min(1).max(200_000) }),
  z.object({ filter: RecordFilter, except: z.array(RecordId) }),
])
export type RecordTarget = z.infer<typeof RecordTarget>
