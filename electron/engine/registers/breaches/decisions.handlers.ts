import { AppError } from '#shared/errors.ts'
import { referencesOf } from '#shared/described/parts.ts'
import type { AnyDescribed, AnyRecord } from '#shared/described/register.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { breaches } from '#shared/registers/breaches/breach.register.ts'
import {
  type Deciding,
  decisionOf,
  decisionsOn,
  inputsOf,
  whyNotDecide,
  withDecision,
} from '#shared/registers/breaches/decide.ts'
import type { decisionProcedures } from '#shared/registers/breaches/decisions.contract.ts'
import { type ProposedField, proposedBy } from '#shared/registers/breaches/proposals.ts'
import type { Processor } from '#shared/registers/processors/processor.register.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { namingOf } from '../../described/naming.ts'
import { seal } from '../../described/seal.ts'
import { activityKind } from '../../records/activity.kind.ts'
import type { Lookups } from '../../records/lookups.ts'
import { allRecords, findRow } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { getBreach } from './get-breach.ts'

export const decisionHandlers: HandlersFor<typeof decisionProcedures> = {
  'breaches.decide': async ({ db, lookups, ledger, newId, now, actor }, { id, ...deciding }) => {
    const breach = await getBreach(db, id)
    refuseStale(breach, deciding)
    const refusal = whyNotDecide(breach, deciding, now)
    if (refusal !== null) throw new AppError('rule', refusal)
    const inputs = inputsOf(breach, await namingOfBreach(db, await lookups(), breach))
    const kept = { id: newId(), recordedAt: now, recordedBy: actor.slice(0, 500), inputs }
    const decision = seal(decisionOf(breach, deciding, kept))
    await ledger.put(kindOf('breaches'), withDecision(breach, decision) as unknown as AnyRecord)
    return { id: decision.id }
  },

  'breaches.proposals': async ({ db, lookups }, { id }) => {
    const breach = await getBreach(db, id)
    const known = await lookups()
    const rows = await Promise.all(breach.activityIds.map((activity) => findRow(db, activityKind, activity)))
    const activities = rows.flatMap((row) => (row ? [activityKind.schema.parse(JSON.parse(row.body))] : []))
    const proposed = proposedBy(breach, activities, {
      processors: (await allRecords(db, kindOf('processors'))) as unknown as readonly Processor[],
      customerOf: (contract) => known.contracts.get(contract)?.customerId ?? null,
    })
    const nameOf = await namingOf(
      db,
      known,
      proposed.map(({ field, id: wanted }) => ({ register: REGISTER_OF[field], id: wanted })),
    )
    const titles = new Map(
      activities.map((activity) => [activity.id as string, activityKind.titleOf(activity)]),
    )
    return proposed.flatMap(({ field, id: found, from }) => {
      const name = nameOf(REGISTER_OF[field], found)
      // What is gone from the register is not proposed.
      if (name === undefined) return []
      return [{ field, id: found, name, from: from.map((one) => ({ id: one, title: titles.get(one)! })) }]
    })
  },
}

const REGISTER_OF = {
  peopleIds: 'vocabulary',
  dataIds: 'vocabulary',
  systemIds: 'vocabulary',
  processorIds: 'processors',
  controllerIds: 'organisations',
} as const satisfies Record<ProposedField, string>

/** Somebody who decides has seen the decision that theirs takes the place of. */
function refuseStale(breach: Breach, { subject, expects }: Deciding): void {
  const inForce = decisionsOn(breach, subject)[0]?.id ?? null
  if (inForce !== expects)
    throw new AppError('conflict', 'Another decision was recorded meanwhile. Look at it, then decide again.')
}

async function namingOfBreach(db: ReadDb, lookups: Lookups, breach: Breach) {
  const references = referencesOf(breaches as unknown as AnyDescribed, breach as unknown as AnyRecord)
  return namingOf(db, lookups, references)
}
