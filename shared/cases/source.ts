import { z } from 'zod'
import { Hidden, Outcome } from '#shared/reading/reading.ts'
import { Instant } from '#shared/time/instant.ts'

/** A number of a source, a page or a logical document inside its case. */
export const CaseNumber = z.int().positive()

/** How far a file of a case is: still waiting to be read, or how it was read. */
export const SourceState = z.enum(['waiting', ...Outcome.options])
export type SourceState = z.infer<typeof SourceState>

/** A file of a case: one that was brought in, or one that was found inside another. */
export const Source = z.object({
  id: CaseNumber,
  /** The file it was found in; null for one that was brought in itself. */
  parent: CaseNumber.nullable(),
  /** The outermost file it came in with; its own number for one that was brought in itself. */
  family: CaseNumber,
  /** Its name with those it was found in, fit to be shown: `box.zip/letter.eml/photo.jpg`. */
  path: z.string(),
  name: z.string(),
  how: z.enum(['file', 'attachment', 'member', 'embedded', 'message']),
  /** Of the original bytes, which are kept as they came. */
  sha256: z.string(),
  bytes: z.int().min(0),
  /** The type by content: "pdf", "docx", "eml" …; empty while it waits. */
  type: z.string(),
  state: SourceState,
  reason: z.string(),
  wayOut: z.string(),
  /** Pages as they are shown in the case; nought where there is nothing to show. */
  pages: z.int().min(0),
  attachments: z.int().min(0),
  hidden: z.array(Hidden),
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
  /** The first source of the case with the same bytes; null when this is it. */
  sameBytesAs: CaseNumber.nullable(),
  /** The first source of the case with the same text and other bytes; null when there is none. */
  sameTextAs: CaseNumber.nullable(),
  /** The entry of the search record under which it was found; null while nobody said. */
  search: z.string().nullable(),
  takenInAt: Instant,
  takenInBy: z.string(),
})
export type Source = z.infer<typeof Source>
