import { z } from 'zod'
import { command, query } from '#shared/rpc/procedure.ts'
import { View, ViewId } from './view.schema.ts'

export const viewProcedures = {
  /** By name, each with the number of activities it shows now. */
  'views.list': query({ input: z.object({}), output: z.array(View.extend({ count: z.int() })) }),
  'views.create': command({ input: View.omit({ id: true }), output: z.object({ id: ViewId }) }),
  'views.change': command({
    input: z.object({ id: ViewId, changes: View.omit({ id: true }).partial() }),
    output: View,
  }),
  'views.remove': command({ input: z.object({ id: ViewId }), output: z.object({}) }),
} as const
