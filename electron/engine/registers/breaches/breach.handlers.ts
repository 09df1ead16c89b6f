import { breachDeadlines } from '#shared/registers/breaches/breach.deadlines.ts'
import type { breachProcedures } from '#shared/registers/breaches/breach.contract.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { breaches } from '#shared/registers/breaches/breach.register.ts'
import { kindOf } from '../../described/kind-of.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { nextInSeries } from '../../described/next-in-series.ts'
import { decisionHandlers } from './decisions.handlers.ts'
import { sentReportHandlers } from './sent-reports.handlers.ts'
import { sentNoticeHandlers } from './sent-notices.handlers.ts'
import { bundleHandlers } from './bundle.handlers.ts'
import { analysisHandlers } from './analysis.handlers.ts'
import { exerciseHandlers } from './exercises.handlers.ts'

export const breachHandlers: HandlersFor<typeof breachProcedures> = {
  ...decisionHandlers,
  ...sentReportHandlers,
  ...sentNoticeHandlers,
  ...bundleHandlers,
  ...analysisHandlers,
  ...exerciseHandlers,
  'breaches.log': async ({ db, ledger, newId, now }, { what, ...known }) => {
    const id = newId()
    const reference = await nextInSeries(db, 'breaches')
    const breach: Breach = {
      ...breaches.blank(id, what),
      reference,
      status: 'suspected',
      recordedAt: now,
      ...known,
    }
    await ledger.put(kindOf('breaches'), breach)
    const tellBy = breachDeadlines(breach).find(({ key }) => key === 'notify')?.dueAt ?? null
    return { id, reference, tellBy }
  },
}
