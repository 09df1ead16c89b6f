import { z } from 'zod'
import { PageLayer, PageToRemove } from './removal.ts'

export type { PageLayer } from './removal.ts'

const Lock = z.object({ password: z.string(), seed: z.instanceof(Uint8Array), moment: z.number() })

/** What the engine asks of the binder, one thing after the other; bytes come before what they belong to. */
export const FromEngine = z.discriminatedUnion('say', [
  z.object({ say: z.literal('piece'), bytes: z.instanceof(Uint8Array) }),
  /** Opens the bytes as a paper of the volume; answered with its number of pages. */
  z.object({ say: z.literal('open'), sha256: z.string() }),
  z.object({ say: z.literal('drop'), sha256: z.string() }),
  z.object({
    say: z.literal('take'),
    sha256: z.string(),
    pages: z.array(z.int()),
    stamps: z.array(z.string()),
    removals: z.array(PageToRemove),
    /** Words to put behind pages that are pictures. */
    layers: z.array(PageLayer),
  }),
  /** Ends the volume; its bytes are handed back, open. */
  z.object({
    say: z.literal('bind'),
    bookmarks: z.array(z.object({ title: z.string(), page: z.int().min(0) })),
    /** With more bytes than these only their number is answered. */
    most: z.int().positive(),
  }),
  /** Encrypts the bytes as a PDF and hands them back. */
  z.object({ say: z.literal('lock'), lock: Lock }),
  /** Opens the bytes as a PDF with a password; answered with its number of pages. */
  z.object({ say: z.literal('try'), password: z.string() }),
  /** Begins a zip with encrypted files; adds the bytes to it as a file; ends it. Its bytes come as they are finished. */
  z.object({ say: z.literal('zip'), lock: Lock }),
  z.object({ say: z.literal('add'), name: z.string(), store: z.boolean() }),
  /** A file that comes in parts: its name, then bytes as often as there are some, then its end. */
  z.object({ say: z.literal('begin'), name: z.string(), store: z.boolean() }),
  z.object({ say: z.literal('more') }),
  z.object({ say: z.literal('whole') }),
  z.object({ say: z.literal('end') }),
])
export type FromEngine = z.infer<typeof FromEngine>

/** What the binder answers: bytes, then that it is done; or a code for what went wrong. */
export const ToEngine = z.discriminatedUnion('say', [
  z.object({ say: z.literal('ready') }),
  z.object({ say: z.literal('piece'), bytes: z.instanceof(Uint8Array) }),
  /** The pages of a volume, from 0, that were made from their picture. */
  z.object({ say: z.literal('pictures'), pages: z.array(z.int().min(0)) }),
  z.object({ say: z.literal('done'), count: z.int().min(0) }),
  z.object({ say: z.literal('failed'), code: z.enum(['password', 'damaged', 'pages', 'broken']) }),
])
export type ToEngine = z.infer<typeof ToEngine>
