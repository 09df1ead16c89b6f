import { z } from 'zod'
import { Instant } from '#shared/time/instant.ts'
import { CaseNumber } from './source.ts'

/** The independent ways in which every file of a pack is read again. */
export const GateReader = z.enum(['text', 'objects', 'recognition', 'pixels', 'names'])
export type GateReader = z.infer<typeof GateReader>

/** Something that should be gone and was found, or a file that a reader could not read: both keep the gate shut. */
export const GateFinding = z.object({
  /** The file of the pack, as it is named there. */
  file: z.string(),
  /** The page in that file, from 1; null where it is on none. */
  page: z.int().positive().nullable(),
  /** The page of the case; null for what we wrote ourselves. */
  casePage: CaseNumber.nullable(),
  mark: CaseNumber.nullable(),
  person: CaseNumber.nullable(),
  reader: GateReader,
  kind: z.enum(['removed', 'person', 'protected', 'unread', 'uncovered', 'changed']),
  /** What was found, as it was found; shown in the case only. */
  found: z.string(),
  says: z.string(),
})
export type GateFinding = z.infer<typeof GateFinding>

/** A file of a pack as it was read again. */
export const GateFile = z.object({
  name: z.string(),
  sha256: z.string(),
  pages: z.int(),
  marks: z.int(),
  /** How many strings were looked for in it. */
  needles: z.int(),
  readers: z.array(GateReader),
  findings: z.int(),
})
export type GateFile = z.infer<typeof GateFile>

/** What the proof found: green only where every file was read in every way and nothing was there. */
export const GateResult = z.object({
  pack: CaseNumber,
  planSha256: z.string(),
  at: Instant,
  by: z.string(),
  isGreen: z.boolean(),
  files: z.array(GateFile),
  marks: z.object({ checked: z.int(), clean: z.int() }),
  /** Pages that could not be cleaned object by object and were made anew from their picture. */
  rebuilt: z.array(CaseNumber),
  /** Up to a thousand; `more` says how many there are besides. */
  findings: z.array(GateFinding).max(1000),
  more: z.int(),
  /** Milliseconds it took, to be measured by. */
  took: z.int(),
})
export type GateResult = z.infer<typeof GateResult>

/** A second person's word that a pack goes out although the gate is shut. */
export const GateOverride = z.object({
  by: z.string(),
  because: z.string(),
  at: Instant,
  resultSha256: z.string(),
})
export type GateOverride = z.infer<typeof GateOverride>
