import type { viewProcedures } from '#shared/registers/views/view.contract.ts'
import { ViewId } from '#shared/registers/views/view.schema.ts'
import { countMatching } from '../../records/count-matching.ts'
import { allRecords, getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { viewKind } from './view.kind.ts'

export const viewHandlers: HandlersFor<typeof viewProcedures> = {
  'views.list': async ({ db }) => {
    const views = await allRecords(db, viewKind)
    return Promise.all(views.map(async (view) => ({ ...view, count: await countMatching(db, view.filter) })))
  },

  'views.create': async ({ ledger, newId }, view) => {
    const id = ViewId.parse(newId())
    await ledger.put(viewKind, { ...view, id })
    return { id }
  },

  'views.change': async ({ db, ledger }, { id, changes }) => {
    const view = viewKind.schema.parse({ ...(await getRecord(db, viewKind, id)), ...changes })
    await ledger.put(viewKind, view)
    return view
  },

  'views.remove': async ({ ledger }, { id }) => {
    await ledger.remove(viewKind, id)
    return {}
  },
}
