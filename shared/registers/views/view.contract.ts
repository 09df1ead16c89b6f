import { z } from 'zod'
import { command, query } from '#shared/rpc/procedure.ts'
import { ActivityView, RecordView, View, ViewId } from './view.schema.ts'

const COUNT = { count: z.int() }

export const viewProcedures = {
  /** By name, each with the number of records it shows now. */
  'views.list': query({
    input: z.object({}),
    output: z.array(z.union([ActivityView.extend(COUNT), RecordView.extend(COUNT)])),
  }),
  'views.create': command({
    input: z.union([ActivityView.omit({ id: true }), RecordView.omit({ id: true })]),
    output: z.object({ id: ViewId }),
  }),
  /** Changes the name or the look of a view; the register it belongs to stays. */
  'views.change': command({
    input: z.object({
      id: ViewId,
      changes: z.union([
        ActivityView.omit({ id: true, register: true }).partial(),
        RecordView.omit({ id: true, register: true }).partial(),
      ]),
    }),
    output: View,
  }),
  'views.remove': command({ input: z.object({ id: ViewId }), output: z.object({}) }),
} as const
