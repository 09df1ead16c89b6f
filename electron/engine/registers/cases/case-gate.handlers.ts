import type { caseGateProcedures } from '#shared/registers/cases/case-gate.contract.ts'
import { overrideGate } from '../../cases/gate/override-gate.ts'
import { provePack } from '../../cases/gate/prove-pack.ts'
import { latestResult } from '../../cases/gate/results.ts'
import type { HandlersFor } from '../../rpc/context.ts'

export const caseGateHandlers: HandlersFor<typeof caseGateProcedures> = {
  'cases.prove': provePack,

  'cases.proof': async ({ cases }, { request, pack }) => {
    const store = await cases.find(request)
    return store && latestResult(store, pack)
  },

  'cases.overrideGate': async ({ cases, now, actor }, { request, pack, by, because }) =>
    overrideGate(await cases.get(request), pack, { by, because, at: now, actor }),
}
