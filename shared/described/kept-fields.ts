import { z } from 'zod'
import { Line, RecordId } from '#shared/records/record.ts'
import { Instant } from '#shared/time/instant.ts'
import { type About, make } from './field.ts'

/**
 * Entries that the register's own procedures add and nothing takes back or changes: decisions, what was sent.
 * `sayOf` says an entry in one line.
 */
export function kept<Entry extends z.ZodType<{ readonly id: string }>>(
  label: string,
  entry: Entry,
  sayOf: (entry: z.output<Entry>) => string,
  about: About & { readonly setBy: string },
) {
  const form = { kind: 'kept', sayOf: sayOf as (entry: never) => string } as const
  return make(form, label, { wide: true, ...about }, z.array(entry), [] as z.output<Entry>[])
}

/** A file attached to a record: which document of the register it is, and what was seen when it was taken in. */
export const FileEntry = z.object({
  id: RecordId,
  /** The document that holds its bytes. */
  document: RecordId,
  name: Line,
  /** Length in bytes. */
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  addedAt: Instant,
  addedBy: Line,
  /** What it shows, in a few words. */
  about: Line,
})
export type FileEntry = z.infer<typeof FileEntry>

/** Files attached to the record, of any type; their bytes are kept encrypted, beside the register. */
export const files = (label: string, about: About = {}) =>
  make(
    { kind: 'files' },
    label,
    { wide: true, setBy: 'Attached and taken off with its own buttons', ...about },
    z.array(FileEntry),
    [] as FileEntry[],
  )
