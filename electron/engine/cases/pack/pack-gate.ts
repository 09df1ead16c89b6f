import type { PackPlan } from '#shared/cases/pack-plan.ts'
import type { TaskContext } from '../../rpc/context.ts'
import { startProver } from '../gate/prover.ts'
import { keepResult, refuseWhileShut } from '../gate/results.ts'
import type { CaseStore } from '../open-cases.ts'
import { forgetRun } from './kept-volumes.ts'
import type { PackGate } from './build-pack.ts'
import { readOpenNames } from './read-register.ts'

/** What a task has that builds a pack. */
type Building = Pick<TaskContext, 'actor' | 'now' | 'today' | 'readDb'>

type Proving = {
  readonly request: string
  readonly pack: number
  readonly plan: PackPlan
  readonly planSha256: string
}

/** The gate of a pack: every file is read again before it goes out, and what is found is kept with the case. */
export async function startPackGate(
  ctx: Building,
  store: CaseStore,
  { request, pack, plan, planSha256 }: Proving,
) {
  const open = await readOpenNames(await ctx.readDb(null), request, ctx.today)
  const prover = startProver({ store, pack, plan, planSha256, by: ctx.actor, at: ctx.now, open })
  const gate: PackGate & { readonly close: () => void } = {
    unclean: (file) => prover.unclean(file),
    prove: (file) => prover.prove(file),
    end({ rebuilt }) {
      prover.rebuilt(rebuilt)
      const result = prover.result()
      keepResult(store, pack, result)
      forgetRun(store)
      refuseWhileShut(store, pack, result)
    },
    close: () => prover.close(),
  }
  return gate
}
