import type { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import { disposals } from '#shared/registers/disposals/disposal.register.ts'
import type { Disposal } from '#shared/registers/disposals/disposal.record.ts'
import { disposalsDue, heldBecause } from '#shared/registers/retention/disposals-due.ts'
import { type Proposal, proposalsFrom } from '#shared/registers/retention/from-activities.ts'
import type { retentionProcedures } from '#shared/registers/retention/retention-rule.contract.ts'
import type { ScheduleRule } from '#shared/registers/retention/retention-rule.record.ts'
import { retention } from '#shared/registers/retention/retention-rule.register.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { nextInSeries } from '../../described/next-in-series.ts'
import { activityKind } from '../../records/activity.kind.ts'
import type { Lookups } from '../../records/lookups.ts'
import { allRecords, getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'

export const retentionHandlers: HandlersFor<typeof retentionProcedures> = {
  'retention.due': async ({ db, today }, { by }) => [...disposalsDue(await rulesIn(db), by ?? today)],

  'retention.proposals': async ({ db, lookups }) =>
    (await proposalsIn(db, await lookups())).map(({ existing, name, terms, dataIds, activityIds }) => ({
      name,
      organisationId: terms.organisationId,
      does: existing ? ('extend' as const) : ('create' as const),
      categories: dataIds.length,
      activities: activityIds.length,
    })),

  'retention.fromActivities': async ({ db, ledger, lookups, newId }) => {
    const proposals = await proposalsIn(db, await lookups())
    for (const proposal of proposals) {
      const rule = proposal.existing ?? {
        ...retention.blank(newId(), proposal.name),
        ...proposal.terms,
        reference: await nextInSeries(db, 'retention'),
        status: 'draft' as const,
      }
      const { dataIds, peopleIds, activityIds } = proposal
      await ledger.put(kindOf('retention'), {
        ...rule,
        dataIds: [...dataIds],
        peopleIds: [...peopleIds],
        activityIds: [...activityIds],
      } as ScheduleRule)
    }
    const extended = proposals.filter(({ existing }) => existing !== null).length
    return { created: proposals.length - extended, extended }
  },

  'retention.dispose': async ({ db, ledger, newId, today }, given) => {
    const rule = (await getRecord(db, kindOf('retention'), given.ruleId)) as unknown as ScheduleRule
    const batch = rule.batches.find(({ id }) => id === given.batchId)
    if (!batch) throw new AppError('not-found', 'This batch is no longer in the rule.')
    if (batch.disposedOn !== null)
      throw new AppError('rule', `“${batch.what}” is recorded as disposed of already.`)
    const held = heldBecause(rule, batch, today)
    if (held !== null)
      throw new AppError(
        'rule',
        `“${batch.what}” must not be disposed of. ${held} End the hold in ${rule.reference} first.`,
      )
    const disposal = disposalOf(newId(), await nextInSeries(db, 'disposals'), rule, batch, given)
    await ledger.put(kindOf('disposals'), disposal)
    const batches = rule.batches.map((one) =>
      one.id === batch.id ? { ...one, disposalId: disposal.id, disposedOn: given.disposedOn } : one,
    )
    await ledger.put(kindOf('retention'), { ...rule, batches } as ScheduleRule)
    return { disposalId: disposal.id, reference: disposal.reference }
  },
}

async function rulesIn(db: ReadDb): Promise<readonly ScheduleRule[]> {
  return (await allRecords(db, kindOf('retention'))) as unknown as readonly ScheduleRule[]
}

async function proposalsIn(db: ReadDb, { terms }: Lookups): Promise<readonly Proposal[]> {
  return proposalsFrom(await allRecords(db, activityKind), await rulesIn(db), (id) => terms.get(id)?.name)
}

function disposalOf(
  id: string,
  reference: string,
  rule: ScheduleRule,
  { what, count, place }: ScheduleRule['batches'][number],
  {
    method,
    disposedOn,
    disposedBy,
    witness,
    exceptions,
  }: z.output<(typeof retentionProcedures)['retention.dispose']['input']>,
): Disposal {
  return {
    ...disposals.blank(id, (what || rule.name).slice(0, 200)),
    reference,
    organisationId: rule.organisationId,
    status: 'done',
    ruleId: rule.id,
    batch: what,
    dataIds: rule.dataIds,
    activityIds: rule.activityIds,
    systemIds: rule.systemIds,
    count,
    description: place === '' ? '' : `Kept at: ${place}`,
    method,
    disposedOn,
    disposedBy,
    witness,
    exceptions,
    holdsChecked: true,
  }
}
