import { z } from 'zod'
import { CaseCertificate, OldPlace } from '#shared/cases/certificate.ts'
import { PageFlag } from '#shared/cases/page.ts'
import { CaseNumber } from '#shared/cases/source.ts'
import { RecordId } from '#shared/records/record.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'
import { OfRequest, SourceCounts } from './case-files.contract.ts'

/** How a case stands, in numbers. */
export const CaseOverview = z.object({
  /** `none` before anything was brought in. */
  state: z.enum(['none', 'open', 'destroyed']),
  sources: SourceCounts,
  bytes: z.int(),
  pages: z.int(),
  documents: z.int(),
  /** Pages by flag; what is missing was not reviewed yet. */
  flags: z.partialRecord(PageFlag, z.int()),
  recognition: z.object({ waiting: z.int(), recognised: z.int(), failed: z.int() }),
  /** Groups of the same files that nobody decided about. */
  duplicatesOpen: z.int(),
  /** Files that hold something that does not show. */
  hiding: z.int(),
  packs: z.int(),
  lastReleasedAt: Instant.nullable(),
  /** The page where reading was left. */
  leftAt: CaseNumber.nullable(),
  /** What can be undone next, in words. */
  canUndo: z.string().nullable(),
  /** Own pages per hour over the last days of reading; null before enough were read. */
  pagesPerHour: z.number().nullable(),
})
export type CaseOverview = z.infer<typeof CaseOverview>

/** An open request for access on the board. */
export const BoardCard = z.object({
  request: RecordId,
  reference: z.string(),
  name: z.string(),
  organisation: z.string(),
  owner: z.string(),
  /** Empty where it is not recorded. */
  stage: z.string(),
  dueOn: PlainDate.nullable(),
  pausedSince: PlainDate.nullable(),
  /** Null where its file cannot be opened. */
  overview: CaseOverview.nullable(),
  /** The day on which reviewing will be done; null where it cannot be said. */
  forecastOn: PlainDate.nullable(),
  isLate: z.boolean(),
})
export type BoardCard = z.infer<typeof BoardCard>

/** How a case can end, or how it ended. */
export const CaseEnding = z.object({
  /** Whether there are documents that can be destroyed. */
  isOpen: z.boolean(),
  /** Why they may not be destroyed now, with the way out; null where they may. */
  mayNot: z.string().nullable(),
  destroyAfter: PlainDate.nullable(),
  /** What of the register may hold the key afterwards, until it is removed. */
  mayHoldKey: z.array(OldPlace),
  certificate: CaseCertificate.nullable(),
})
export type CaseEnding = z.infer<typeof CaseEnding>

export const caseLifeProcedures = {
  'cases.overview': query({ input: OfRequest, output: CaseOverview }),
  /** Every open request for access with how far it is and when it will be done at the present pace. */
  'cases.board': query({ input: z.strictObject({}), output: z.array(BoardCard) }),
  /** One request as it stands on the board, also where it is closed. */
  'cases.summary': query({ input: OfRequest, output: BoardCard }),
  'cases.ending': query({ input: OfRequest, output: CaseEnding }),
  /**
   * Destroys the key of a case for good, and removes its file and its copy. Refused while the law or the register needs
   * it, and unless the reference of the request is typed.
   */
  'cases.destroy': command({
    input: OfRequest.extend({ confirm: z.string().max(500), reason: z.string().trim().min(1).max(2_000) }),
    output: z.object({ certificate: CaseCertificate }),
  }),
  /** Writes the certificate of a case that was destroyed. */
  'cases.writeCertificate': task({
    input: OfRequest.extend({ to: z.string().min(1), format: z.enum(['pdf', 'json']) }),
    output: z.object({ path: z.string(), bytes: z.int(), sha256: z.string() }),
  }),
} as const
