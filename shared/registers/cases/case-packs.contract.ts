import { z } from 'zod'
import { PackKind, PlanLabel } from '#shared/cases/pack-plan.ts'
import { ReleaseCheck } from '#shared/law/release/release-checks.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'
import { OfRequest } from './case-files.contract.ts'

const PackNumber = z.int().positive()

export const PackDelivery = z.enum(['lockedPdfs', 'lockedZip', 'open'])

/** A pack as the list shows it. */
export const PackLine = z.object({
  id: PackNumber,
  phase: z.int(),
  kind: PackKind,
  madeAt: Instant,
  madeBy: z.string(),
  pages: z.int(),
  documents: z.int(),
  firstReference: z.string(),
  lastReference: z.string(),
  planSha256: z.string(),
  /** Pages on which something is removed, and how many marks they have. */
  removed: z.object({ pages: z.int(), marks: z.int() }),
  /** The key to the labels, as the pack prints it. */
  labels: z.array(PlanLabel),
  /** Spreadsheets that go along as workbooks of values. */
  workbooks: z.int(),
  /** Null until it was built once; the fingerprint of the last build. */
  built: z
    .object({
      fingerprint: z.string(),
      delivery: PackDelivery,
      at: Instant,
      /** Whether the passphrase is kept with the case. */
      isKept: z.boolean(),
    })
    .nullable(),
  released: z.object({ at: Instant, by: z.string(), how: z.string() }).nullable(),
})
export type PackLine = z.infer<typeof PackLine>

const Built = z.object({
  path: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  fingerprint: z.string(),
  volumes: z.int(),
  pages: z.int(),
  /** The passphrase, where one was made: told this once. */
  passphrase: z.string().nullable(),
})

export const casePackProcedures = {
  /** What stands against releasing now, and what the next pack would hold. */
  'cases.checks': query({
    input: OfRequest.extend({ kind: PackKind }),
    output: z.object({ checks: z.array(ReleaseCheck), pages: z.int(), documents: z.int(), phase: z.int() }),
  }),
  /** Accepts a check with a reason, or takes that back with null. */
  'cases.accept': command({
    input: OfRequest.extend({
      check: z.string().max(100),
      says: z.string().max(20_000),
      because: z.string().trim().min(3).max(1000).nullable(),
    }),
    output: z.object({}),
  }),
  /** Freezes what the next pack is made from; throws `rule` while a check stands in the way. */
  'cases.plan': command({
    input: OfRequest.extend({
      kind: PackKind,
      order: z.enum(['came', 'dated']),
      limits: z.object({ pages: z.int().min(1), bytes: z.int().min(1) }).optional(),
    }),
    output: z.object({ pack: PackNumber, planSha256: z.string(), pages: z.int() }),
  }),
  /** Writes the copy that is handed over. The same plan, way and passphrase give the same bytes. */
  'cases.build': task({
    input: OfRequest.extend({
      pack: PackNumber,
      delivery: PackDelivery,
      /** Null has one made, or uses the one that is kept. */
      passphrase: z.string().max(500).nullable(),
      keepPassphrase: z.boolean(),
      /** Why it is not encrypted; asked for where it is not. */
      openBecause: z.string().max(500),
      to: z.string().min(1),
    }),
    output: Built,
  }),
  /** Writes the copy that stays: originals, decisions and marks, the plan, and the head of the register's chain. */
  'cases.buildInternal': task({
    input: OfRequest.extend({ pack: PackNumber, to: z.string().min(1) }),
    output: z.object({ path: z.string(), bytes: z.int(), sha256: z.string(), files: z.int() }),
  }),
  /** Records that a pack was handed over; the address is given once more, to be sure. */
  'cases.release': command({
    input: OfRequest.extend({
      pack: PackNumber,
      how: z.enum(['post', 'email', 'portal', 'collected']),
      address: z.string().max(5000),
    }),
    output: z.object({ isRequestAnswered: z.boolean() }),
  }),
  'cases.packs': query({ input: OfRequest, output: z.array(PackLine) }),
} as const
