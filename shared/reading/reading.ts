import { z } from 'zod'

/** How far a file could be read: all of it, some of it, or nothing. Nothing is left without one of these. */
export const Outcome = z.enum(['read', 'partial', 'not-read'])
export type Outcome = z.infer<typeof Outcome>

/** What a file holds that a reader of its pages does not see. */
export const HiddenKind = z.enum([
  'comments',
  'trackedChanges',
  'hiddenText',
  'hiddenSheet',
  'hiddenRows',
  'hiddenSlide',
  'notes',
  'layers',
  'formValues',
  'attachments',
  'metadata',
  'position',
  'revisions',
  'annotations',
  'scripts',
  'macros',
  'externalLinks',
  'remoteContent',
  'thumbnail',
  'pivotCache',
  'croppedImage',
  'signature',
  'bcc',
  'embedded',
  'headers',
])
export type HiddenKind = z.infer<typeof HiddenKind>

/** Something hidden that was found: of which kind, how often, and in words. */
export const Hidden = z.object({ kind: HiddenKind, count: z.int().min(1), says: z.string().max(2000) })
export type Hidden = z.infer<typeof Hidden>

/** One page or part of a file with its text, in reading order. */
export const PageText = z.object({
  /** "Page 3", "Sheet Budget", "Slide 2", "Message". */
  label: z.string().max(300),
  text: z.string(),
  /** Whether there is a picture of text here that has to be read by OCR. */
  needsOcr: z.boolean(),
})
export type PageText = z.infer<typeof PageText>

/** A sheet of a workbook with the values it shows, cell by cell; nothing is calculated. */
export const SheetCells = z.object({
  name: z.string(),
  isHidden: z.boolean(),
  /** Row by row from the first; an empty cell is an empty text. */
  rows: z.array(z.array(z.string())),
})
export type SheetCells = z.infer<typeof SheetCells>

/** What was found out about one file. */
export const Reading = z.object({
  outcome: Outcome,
  /** Why it was not read, or what is missing; empty for a file read whole. */
  reason: z.string().max(2000),
  /** What a person can do about it; empty when there is nothing to do. */
  wayOut: z.string().max(1000),
  /** The type by content: "pdf", "docx", "eml" … */
  type: z.string().max(40),
  /** Pages as a person counts them; null where the type has none. */
  pages: z.int().min(0).nullable(),
  texts: z.array(PageText),
  hidden: z.array(Hidden),
  /** What the file says of itself: author, title, dates, sender, recipients. */
  facts: z.array(z.object({ label: z.string().max(200), text: z.string().max(5000) })),
  /** How many files it holds, whether they could be taken out or not. */
  attachments: z.int().min(0),
})
export type Reading = z.infer<typeof Reading>

/** A file taken out of another: an attachment, a member of an archive, something embedded. */
export const Part = z.object({
  name: z.string(),
  how: z.enum(['attachment', 'member', 'embedded', 'message']),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
})
export type Part = Readonly<z.infer<typeof Part>>

/** How much may be read, so that no file stops the others. */
export const LIMITS = {
  /** Milliseconds for one file. */
  time: 30_000,
  /** Memory of the reading process, in bytes. */
  memory: 1_000_000_000,
  /** Bytes of one file. */
  file: 500_000_000,
  /** How deep files may stand in files. */
  depth: 10,
  /** Files that may come out of one file, at all depths. */
  parts: 20_000,
  /** Bytes that may come out of one file, at all depths. */
  partBytes: 2_000_000_000,
  /** Times larger than it is packed a member of an archive may be. */
  ratio: 200,
} as const
