import type { viewProcedures } from '#shared/registers/views/view.contract.ts'
import { AppError } from '#shared/errors.ts'
import { type View, ViewId } from '#shared/registers/views/view.schema.ts'
import { countRecords } from '../../described/record.query.ts'
import type { ReadDb } from '../../db/schema.ts'
import { countMatching } from '../../records/count-matching.ts'
import { allRecords, getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { viewKind } from './view.kind.ts'

export const viewHandlers: HandlersFor<typeof viewProcedures> = {
  'views.list': async ({ db }) => {
    const views = await allRecords(db, viewKind)
    return Promise.all(views.map(async (view) => ({ ...view, count: await countOf(db, view) })))
  },

  'views.create': async ({ ledger, newId }, view) => {
    const id = ViewId.parse(newId())
    await ledger.put(viewKind, { ...view, id })
    return { id }
  },

  'views.change': async ({ db, ledger }, { id, changes }) => {
    const before = await getRecord(db, viewKind, id)
    const view = viewKind.schema.safeParse({ ...before, ...changes })
    if (!view.success)
      throw new AppError('invalid', `A view of ${before.register} cannot be filtered or sorted so.`)
    return ledger.put(viewKind, view.data)
  },

  'views.remove': async ({ ledger }, { id }) => {
    await ledger.remove(viewKind, id)
    return {}
  },
}

function countOf(db: ReadDb, view: View): Promise<number> {
  if (view.register === 'activities') return countMatching(db, view.filter)
  return countRecords(db, view.register, view.filter)
}
