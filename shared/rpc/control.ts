import { z } from 'zod'

/** What the shell tells the engine on a channel of its own, which no window can reach. */
export const ControlMessage = z.discriminatedUnion('control', [
  /** The person chose this path in a dialog: it, and what is below it, may be used. */
  z.object({ control: z.literal('grant'), path: z.string().min(1) }),
  /** The person chose this file, or let it fall on the window, to be read: it may never be written. */
  z.object({ control: z.literal('grantReading'), path: z.string().min(1) }),
  /** The screen was locked, the machine goes to sleep, or the person asked for it in the menu. */
  z.object({ control: z.literal('lock'), because: z.enum(['asked', 'system']) }),
  /** The program ends: close the register and exit. */
  z.object({ control: z.literal('shutdown') }),
])
export type ControlMessage = z.infer<typeof ControlMessage>
