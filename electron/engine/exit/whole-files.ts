import { z } from 'zod'
import { RecordId, RegisterName } from '#shared/records/record.ts'
import { ArchiveCounts } from '#shared/registers/archives/archive.contract.ts'
import { Instant } from '#shared/time/instant.ts'

/** What kind of archive a whole register is, as `bag-info.txt` names it. */
export const WHOLE_PROFILE = 'DPO Workbench whole register, version 1'
/** The same for every version, also those this program does not know. */
export const WHOLE_PROFILES = 'DPO Workbench whole register, version '
/** The folder inside the zip that is the bag. */
export const WHOLE_FOLDER = 'whole-register'

/** Where a whole register keeps what it is made anew from. */
export const WHOLE_FILES = {
  about: 'data/about.json',
  records: (register: RegisterName) => `data/records/${register}.jsonl`,
  documents: 'data/documents.jsonl',
  revisions: 'data/revisions.jsonl',
  bodies: 'data/revisions-bodies.jsonl',
  cases: 'data/cases.jsonl',
} as const

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Bytes = z.int().min(0)

/** A chain of revisions that ended when a register was brought back without its history. */
export const EarlierChain = z.object({
  registerId: z.string(),
  registerName: z.string(),
  seq: z.int().min(0),
  head: Sha256,
  broughtInAt: Instant,
  /** The document that holds its lines; null where the archive had none. */
  document: RecordId.nullable(),
})
export type EarlierChain = z.infer<typeof EarlierChain>

/** `about.json`: which register this is, how much there is of each kind, and which form the files have. */
export const About = z.object({
  format: z.literal('dpo-workbench/whole-register'),
  version: z.literal(1),
  /** The newest step of the database that wrote it. */
  schema: z.string(),
  registerName: z.string(),
  registerId: z.string(),
  madeAt: Instant,
  chain: z.object({ seq: z.int().min(0), head: Sha256 }),
  withHistory: z.boolean(),
  withCases: z.boolean(),
  counts: ArchiveCounts,
  /** How many records of each register. */
  records: z.record(z.string(), z.int().min(0)),
  earlierChains: z.array(EarlierChain),
})
export type About = z.infer<typeof About>

/** A line of `documents.jsonl`: an attached file and the records that name it now. */
export const DocumentLine = z.object({
  id: RecordId,
  name: z.string(),
  bytes: Bytes,
  sha256: Sha256,
  takenInAt: Instant,
  file: z.string(),
  records: z.array(z.object({ register: RegisterName, id: RecordId })),
})
export type DocumentLine = z.infer<typeof DocumentLine>

/** A line of `revisions-bodies.jsonl`: the exact text of a revision's content; null where it was erased. */
export const BodyLine = z.object({ seq: z.int().min(1), body: z.string().nullable() })

/** A line of `cases.jsonl`: the documents of a request, or the certificate of their destruction. */
export const CaseLine = z.object({
  /** An id is used as the name of a file, so nothing else may stand in it. */
  request: z.string().regex(/^[0-9A-Za-z-]{1,64}$/),
  reference: z.string(),
  begunAt: Instant,
  destroyedAt: Instant.nullable(),
  /** The exact text of the certificate. */
  certificate: z.string().nullable(),
  /** A plain SQLite database; null where it was destroyed or left out. */
  file: z.string().nullable(),
  bytes: Bytes,
  sha256: Sha256.nullable(),
})
export type CaseLine = z.infer<typeof CaseLine>
