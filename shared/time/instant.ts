import { z } from 'zod'

/** A moment: ISO 8601, UTC, milliseconds. The same text sorts alike everywhere. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>()
export type Instant = z.infer<typeof Instant>
