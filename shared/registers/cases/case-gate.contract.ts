import { z } from 'zod'
import { GateOverride, GateResult } from '#shared/cases/gate.ts'
import { CaseNumber } from '#shared/cases/source.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'
import { OfRequest } from './case-files.contract.ts'

const OfPack = OfRequest.extend({ pack: CaseNumber })

/** What the proof found, with its hash and what a second person said against it. */
export const KeptGateResult = z.object({
  result: GateResult,
  sha256: z.string(),
  override: GateOverride.nullable(),
})
export type KeptGateResult = z.infer<typeof KeptGateResult>

export const caseGateProcedures = {
  /** Makes every file of a pack in memory and reads it again in every way; writes nothing but the result. */
  'cases.prove': task({ input: OfPack, output: KeptGateResult }),
  /** The last result for a pack; null where it was never proved. */
  'cases.proof': query({ input: OfPack, output: KeptGateResult.nullable() }),
  /** A second person lets a pack go out although the gate is shut; kept for good with the result it is about. */
  'cases.overrideGate': command({
    input: OfPack.extend({
      by: z.string().trim().min(2).max(200),
      because: z.string().trim().min(10).max(2000),
    }),
    output: KeptGateResult,
  }),
} as const
