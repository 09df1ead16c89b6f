import { z } from 'zod'
import { RecordBulkEdit } from '#shared/described/bulk.ts'
import { RecordFilter, RecordGroupKey, RecordRow, RecordSort, RecordTarget } from '#shared/described/list.ts'
import { DescribedName } from '#shared/described/names.ts'
import { FieldChange } from '#shared/records/changes.ts'
import { RecordId, RegisterName } from '#shared/records/record.ts'
import { command, query } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'

/** The fields of a record; the engine checks them against the description of its register. */
const Body = z.record(z.string(), z.unknown())
const One = z.object({ register: DescribedName, id: RecordId })
const Selection = z.object({ register: DescribedName, filter: RecordFilter })

/** What may be asked of every described register alike. */
export const recordProcedures = {
  /** One window of a list; `total` counts the whole of it. */
  'records.list': query({
    input: Selection.extend({
      sort: z.array(RecordSort).max(5),
      groupBy: RecordGroupKey.nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(1000),
    }),
    output: z.object({ total: z.int(), rows: z.array(RecordRow) }),
  }),
  /** The groups of a list with their sizes, in the order of the list. */
  'records.groups': query({
    input: Selection.extend({ groupBy: RecordGroupKey }),
    output: z.array(z.object({ key: z.string(), label: z.string(), count: z.int() })),
  }),
  /** How many records of the whole register give each answer that the list can be filtered by. */
  'records.facets': query({
    input: z.object({ register: DescribedName }),
    output: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        values: z.array(z.object({ value: z.string(), label: z.string(), count: z.int() })),
      }),
    ),
  }),
  /** How many records each register holds, and how many of them are open. */
  'records.counts': query({
    input: z.object({}),
    output: z.array(z.object({ register: DescribedName, total: z.int(), open: z.int() })),
  }),
  'records.get': query({ input: One, output: z.object({ record: Body, updatedAt: Instant }) }),
  /** Records to choose from in a field that refers to a register; `including` are among them whatever the words. */
  'records.options': query({
    input: z.object({
      register: RegisterName,
      text: z.string().max(200),
      including: z.array(RecordId),
      limit: z.int().min(1).max(1000),
    }),
    output: z.array(z.object({ id: RecordId, title: z.string() })),
  }),
  /** The records of all registers that refer to a record. */
  'records.whereUsed': query({
    input: z.object({ register: RegisterName, id: RecordId }),
    output: z.array(z.object({ register: RegisterName, id: RecordId, title: z.string(), place: z.string() })),
  }),
  /** Makes a record of a name and whatever else is known. */
  'records.create': command({
    input: z.object({ register: DescribedName, name: z.string(), fields: Body }),
    output: z.object({ id: RecordId }),
  }),
  /** Changes the fields given and leaves the others alone. */
  'records.change': command({
    input: One.extend({ changes: Body }),
    output: z.object({ record: Body, updatedAt: Instant }),
  }),
  'records.duplicate': command({ input: One, output: z.object({ id: RecordId }) }),
  /** Refused while another record refers to one of them. */
  'records.remove': command({
    input: z.object({ register: DescribedName, target: RecordTarget }),
    output: z.object({ removed: z.int() }),
  }),
  /** Takes a record out of every record that refers to it, then removes it. */
  'records.unlinkAndRemove': command({ input: One, output: z.object({ unlinked: z.int() }) }),
  /** Sets a gap aside: says why, and by whom. */
  'records.waiveGap': command({
    input: One.extend({ rule: z.string(), reason: z.string() }),
    output: z.object({}),
  }),
  'records.withdrawWaiver': command({ input: One.extend({ rule: z.string() }), output: z.object({}) }),
  /** What a bulk change would do; nothing is changed. */
  'records.previewBulk': query({
    input: z.object({ register: DescribedName, target: RecordTarget, edit: RecordBulkEdit }),
    output: z.object({
      changed: z.int(),
      unchanged: z.int(),
      lines: z.array(z.object({ id: RecordId, title: z.string(), changes: z.array(FieldChange) })),
    }),
  }),
  'records.applyBulk': command({
    input: z.object({ register: DescribedName, target: RecordTarget, edit: RecordBulkEdit }),
    output: z.object({ changed: z.int() }),
  }),
} as const
