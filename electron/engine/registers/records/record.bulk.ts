import { applyRecordBulk } from '#shared/described/bulk.ts'
import { described } from '#shared/described/all.ts'
import { referencesOf } from '#shared/described/parts.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { changesOfRecord } from '#shared/described/changes.ts'
import type { recordProcedures } from '#shared/registers/records/record.contract.ts'
import { idsOfTarget } from '../../described/record.query.ts'
import { namingOf } from '../../described/naming.ts'
import { getRecord } from '../../records/store.ts'
import { kindOf } from '../../described/kind-of.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { readInput } from '../../described/record-body.ts'

/** Lines of a bulk preview that are shown; the counts are of all. */
const PREVIEW_LINES = 200

type BulkProcedures = Pick<typeof recordProcedures, 'records.previewBulk' | 'records.applyBulk'>

export const bulkHandlers: HandlersFor<BulkProcedures> = {
  'records.previewBulk': async ({ db, lookups }, { register, target, edit }) => {
    const description = described(register)
    const ids = await idsOfTarget(db, register, target)
    const shown: { before: AnyRecord; after: AnyRecord }[] = []
    let changed = 0
    for (const id of ids) {
      const before = await getRecord(db, kindOf(register), id)
      const after = readInput(register, applyRecordBulk(description, before, edit))
      if (JSON.stringify(after) === JSON.stringify(before)) continue
      changed += 1
      if (shown.length < PREVIEW_LINES) shown.push({ before, after })
    }
    const references = shown.flatMap(({ before, after }) => [
      ...referencesOf(description, before),
      ...referencesOf(description, after),
    ])
    const nameOf = await namingOf(db, await lookups(), references)
    return {
      changed,
      unchanged: ids.length - changed,
      lines: shown.map(({ before, after }) => ({
        id: before.id,
        title: kindOf(register).titleOf(before),
        changes: changesOfRecord(description, before, after, nameOf),
      })),
    }
  },

  'records.applyBulk': async ({ db, ledger }, { register, target, edit }) => {
    const description = described(register)
    let changed = 0
    for (const id of await idsOfTarget(db, register, target)) {
      const before = await getRecord(db, kindOf(register), id)
      const after = applyRecordBulk(description, before, edit)
      if (after === before) continue
      changed += 1
      await ledger.put(kindOf(register), readInput(register, after))
    }
    return { changed }
  },
}
