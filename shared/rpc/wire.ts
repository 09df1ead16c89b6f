import { z } from 'zod'
import type { WireError } from '#shared/errors.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

/** What a window sends; `asAt` asks a query about the register as it stood at the end of that day. */
export const Request = z.strictObject({
  id: z.int().positive(),
  procedure: z.string().max(80),
  input: z.unknown(),
  asAt: PlainDate.optional(),
})
export type Request = z.infer<typeof Request>

export type Reply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: WireError }

/** What the engine says unasked. */
export type Push =
  | { readonly event: 'changed' }
  | { readonly event: 'locked'; readonly because: 'asked' | 'idle' | 'system' }
  | {
      readonly event: 'progress'
      readonly task: number
      readonly done: number
      readonly total: number
      readonly doing: string
    }
