import { z } from 'zod'
import { Line, Passage, RecordId } from '#shared/records/record.ts'
import { Instant } from '#shared/time/instant.ts'
import { formatDay, ukDayOf } from '#shared/time/plain-date.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A file of the register that was written while a key was there. */
export const OldPlace = z.object({ name: z.string(), madeAt: Instant })
export type OldPlace = z.infer<typeof OldPlace>

/** A pack that was built: what it was called by, and whether it went out. */
const BuiltPack = z.object({
  id: z.int(),
  phase: z.int(),
  madeAt: Instant,
  releasedAt: Instant.nullable(),
  fingerprint: z.string().nullable(),
})

/** What of a case was destroyed, when, by whom and why, and what may still exist. */
export const CaseCertificate = z.object({
  id: RecordId,
  request: RecordId,
  reference: Line,
  begunAt: Instant,
  destroyedAt: Instant,
  destroyedBy: Line,
  reason: Passage,
  files: z.int(),
  bytes: z.int(),
  pages: z.int(),
  documents: z.int(),
  /** SHA-256 of the hashes of all files as hexadecimal text, sorted, each once and ended by a line feed. */
  filesSha256: Sha256,
  packs: z.array(BuiltPack),
  /** Backups and replaced registers that may hold the key until they are removed. */
  mayHoldKey: z.array(OldPlace),
  /** SHA-256 over the canonical JSON of everything else in it. */
  sha256: Sha256,
})
export type CaseCertificate = z.infer<typeof CaseCertificate>

/** "312 files destroyed on Mon 2 November 2026 by J. Okafor". */
export function sayOfCertificate({
  files,
  destroyedAt,
  destroyedBy,
}: Pick<CaseCertificate, 'files' | 'destroyedAt' | 'destroyedBy'>): string {
  const what = files === 1 ? '1 file' : `${files.toLocaleString('en-GB')} files`
  return `${what} destroyed on ${formatDay(ukDayOf(destroyedAt))} by ${destroyedBy}`
}
