import { AppError } from '#shared/errors.ts'
import { checkList } from '#shared/registers/suppressions/check-list.ts'
import { readList } from '#shared/registers/suppressions/read-list.ts'
import type { suppressionProcedures } from '#shared/registers/suppressions/suppression.contract.ts'
import type { Suppression } from '#shared/registers/suppressions/suppression.record.ts'
import { kindOf } from '../../described/kind-of.ts'
import { allRecords, getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'

export const suppressionHandlers: HandlersFor<typeof suppressionProcedures> = {
  'suppressions.check': async ({ db }, { text, channel }) => {
    const entries = (await allRecords(db, kindOf('suppressions'))) as unknown as readonly Suppression[]
    const lines = checkList(text, entries, channel)
    return {
      hasHeading: readList(text).heading !== null,
      lines: lines.map(({ matches, ...line }) => ({
        ...line,
        matches: matches.map((match) => ({ ...match, scope: [...match.scope] })),
      })),
    }
  },

  'suppressions.lift': async ({ db, ledger, today, actor }, { id, because }) => {
    const kind = kindOf('suppressions')
    const entry = (await getRecord(db, kind, id)) as unknown as Suppression
    if (entry.status === 'lifted')
      throw new AppError('rule', `${entry.reference} was lifted already; its record says when and why.`)
    await ledger.put(kind, {
      ...entry,
      status: 'lifted',
      liftedOn: today,
      liftedBecause: because,
      liftedBy: actor,
    })
    return {}
  },
}
