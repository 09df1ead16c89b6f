import { z } from 'zod'
import { Part, Reading, SheetCells } from '#shared/reading/reading.ts'

/** What the engine tells the reader: the pieces of a file, then to read it; and that a part was taken. */
export const FromEngine = z.discriminatedUnion('say', [
  z.object({ say: z.literal('piece'), bytes: z.instanceof(Uint8Array) }),
  z.object({
    say: z.literal('read'),
    name: z.string(),
    password: z.string().nullable(),
    /** False leaves out the words of the pages of a PDF, which somebody else reads page by page. */
    texts: z.boolean(),
    /** True also gives the cells of a workbook in their places. */
    cells: z.boolean().optional(),
  }),
  z.object({ say: z.literal('taken') }),
])
export type FromEngine = z.infer<typeof FromEngine>

/** What the reader tells the engine, which checks it: a hostile file may have taken the reader over. */
export const ToEngine = z.discriminatedUnion('say', [
  z.object({ say: z.literal('ready') }),
  z.object({ say: z.literal('part'), part: Part }),
  /** A locked PDF without its lock, so that its pages can be shown again without the password. */
  z.object({ say: z.literal('unlocked'), bytes: z.instanceof(Uint8Array) }),
  z.object({ say: z.literal('found'), reading: Reading, sheets: z.array(SheetCells).optional() }),
])
export type ToEngine = z.infer<typeof ToEngine>
