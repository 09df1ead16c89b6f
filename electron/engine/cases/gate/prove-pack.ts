import { pagesOfPlan } from '#shared/cases/pack-plan.ts'
import type { KeptGateResult } from '#shared/registers/cases/case-gate.contract.ts'
import type { TaskContext } from '../../rpc/context.ts'
import { forgetRun } from '../pack/kept-volumes.ts'
import { type MadeFiles, packFiles } from '../pack/pack-files.ts'
import { getPack } from '../pack/packs.ts'
import { readOpenNames } from '../pack/read-register.ts'
import { startProver } from './prover.ts'
import { keepResult } from './results.ts'

/** Makes every file of a pack in memory, reads it again in every way, and keeps what was found. */
export async function provePack(
  ctx: TaskContext,
  { request, pack }: { readonly request: string; readonly pack: number },
): Promise<KeptGateResult> {
  const store = await ctx.cases.get(request)
  const { plan, row } = getPack(store, pack)
  const open = await readOpenNames(await ctx.readDb(null), request, ctx.today)
  const total = pagesOfPlan(plan)
  const step = (pages: number) => ctx.step(Math.min(pages, total), total, 'Reading every page again')
  const prover = startProver({
    store,
    pack,
    plan,
    planSha256: row.plan_sha256,
    by: ctx.actor,
    at: ctx.now,
    open,
    step,
  })
  const made: MadeFiles = { fingerprint: '', volumes: 0, rebuilt: [] }
  try {
    const lock = (bytes: Buffer) => Promise.resolve(bytes)
    const files = packFiles(
      store,
      { pack, plan, withTitles: true, lock, check: prover.unclean, made },
      ctx.step,
    )
    for await (const file of files) await prover.prove(file)
    prover.rebuilt(made.rebuilt)
    const kept = keepResult(store, pack, prover.result())
    forgetRun(store)
    return kept
  } finally {
    prover.close()
  }
}
