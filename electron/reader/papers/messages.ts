import { z } from 'zod'
import { PageWords } from '#shared/cases/page.ts'

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
const OfPage = { sha256: z.string(), number: z.int().positive() }

/** What the engine tells the process that opens PDFs: how much will come, the pieces, and what to do with them. */
export const ToPapers = z.discriminatedUnion('say', [
  z.object({ say: z.literal('begin'), bytes: z.int().min(0) }),
  z.object({ say: z.literal('piece'), bytes: Bytes }),
  z.object({ say: z.literal('open'), sha256: z.string(), password: z.string().nullable() }),
  z.object({ say: z.literal('isOpen'), sha256: z.string() }),
  z.object({ say: z.literal('page'), ...OfPage }),
  z.object({ say: z.literal('draw'), ...OfPage, width: z.int().positive(), turn: z.int().min(0).max(3) }),
  z.object({ say: z.literal('picture'), name: z.string() }),
  z.object({ say: z.literal('close'), sha256: z.string() }),
])
export type ToPapers = z.infer<typeof ToPapers>

/** Memory of this process that only its end gives back, in bytes. */
const spare = z.number()
const Size = { width: z.number().positive(), height: z.number().positive() }

/** What it answers, which is checked: a hostile file may have taken it over. */
export const FromPapers = z.discriminatedUnion('say', [
  z.object({ say: z.literal('ready') }),
  z.object({ say: z.literal('opened'), pages: z.int().min(0), spare }),
  z.object({
    say: z.literal('page'),
    ...Size,
    ...PageWords.shape,
    needsRecognition: z.boolean(),
    isPicture: z.boolean(),
    spare,
  }),
  z.object({ say: z.literal('drawn'), ...Size, png: Bytes, spare }),
  z.object({ say: z.literal('made'), pdf: Bytes, spare }),
  /** The picture is of a kind that the recogniser has to make a PNG of first. */
  z.object({ say: z.literal('convert'), spare }),
  z.object({ say: z.literal('done'), spare }),
  /** The document is not open, or not any more: it has to be sent again. */
  z.object({ say: z.literal('gone'), spare }),
  z.object({ say: z.literal('refused'), reason: z.string(), wayOut: z.string(), spare }),
])
export type FromPapers = z.infer<typeof FromPapers>
/** An answer without what is said about memory, which is added to each. */
export type PaperAnswer = FromPapers extends infer Each
  ? Each extends { spare: number }
    ? Omit<Each, 'spare'>
    : never
  : never
