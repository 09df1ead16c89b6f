import { AppError } from '#shared/errors.ts'
import { basesOfActivity } from '#shared/portability/activity-bases.ts'
import { rankMappings } from '#shared/portability/rank-mappings.ts'
import { type Mapping, mappings } from '#shared/registers/mappings/mapping.register.ts'
import type { portabilityProcedures } from '#shared/registers/portability/portability.contract.ts'
import type { Input } from '#shared/rpc/contract.ts'
import { kindOf } from '../../described/kind-of.ts'
import { nextInSeries } from '../../described/next-in-series.ts'
import { readInput } from '../../described/record-body.ts'
import { activityKind } from '../../records/activity.kind.ts'
import { whereUsed } from '../../records/links.ts'
import { allRecords, getRecord } from '../../records/store.ts'
import type { HandlersFor, WriteContext } from '../../rpc/context.ts'

type MappingProcedures = Pick<
  typeof portabilityProcedures,
  'portability.mappingsFor' | 'portability.basesOfSystem' | 'portability.saveMapping'
>

/** What is decided about exports of systems: found again for a file, proposed from the activities, and kept. */
export const mappingHandlers: HandlersFor<MappingProcedures> = {
  'portability.mappingsFor': async ({ db, lookups }, file) => {
    const { terms } = await lookups()
    const all = (await allRecords(db, kindOf('mappings'))) as unknown as readonly Mapping[]
    return rankMappings(file, all).map(({ mapping, known, fresh, missing }) => ({
      id: mapping.id,
      reference: mapping.reference,
      name: mapping.name,
      system: terms.get(mapping.systemId ?? '')?.name ?? '',
      known,
      fresh: [...fresh],
      missing: [...missing],
    }))
  },

  'portability.basesOfSystem': async ({ db, lookups }, { systemId }) => {
    const { terms } = await lookups()
    const isPaper = terms.get(systemId)?.medium === 'paper'
    const uses = await whereUsed(db, 'vocabulary', systemId)
    const ids = new Set(uses.filter(({ register }) => register === 'activities').map(({ id }) => id))
    const named = await Promise.all([...ids].map((id) => getRecord(db, activityKind, id)))
    return named
      .filter(({ systemIds }) => systemIds.some((id) => id === systemId))
      .map((activity) => ({
        activityId: activity.id,
        name: activity.name,
        bases: [...basesOfActivity(activity)],
        isPaper,
      }))
  },

  'portability.saveMapping': async (ctx, { id, name, ...given }) => {
    refuseTwice(given.columns)
    const before = id === null ? await newMapping(ctx, name, given) : await getMapping(ctx, id)
    const columns = given.columns.map((rule) => ({
      ...rule,
      id: before.columns.find(({ column }) => column === rule.column)?.id ?? ctx.newId(),
    }))
    const record = readInput('mappings', { ...before, ...given, name, columns })
    await ctx.ledger.put(kindOf('mappings'), record)
    return { id: record.id }
  },
}

type Saved = Omit<Input<'portability.saveMapping'>, 'id' | 'name'>

async function getMapping({ db }: WriteContext, id: string): Promise<Mapping> {
  return (await getRecord(db, kindOf('mappings'), id)) as unknown as Mapping
}

/** A mapping belongs to the organisation whose activity its data is of. */
async function newMapping(ctx: WriteContext, name: string, { activityId }: Saved): Promise<Mapping> {
  const activity = activityId === null ? null : await getRecord(ctx.db, activityKind, activityId)
  return {
    ...mappings.blank(ctx.newId(), name),
    reference: await nextInSeries(ctx.db, 'mappings'),
    organisationId: activity?.organisationId ?? null,
  }
}

function refuseTwice(columns: Saved['columns']): void {
  const seen = new Set<string>()
  for (const { column } of columns) {
    if (seen.has(column))
      throw new AppError('invalid', `“${column}” is decided about twice. Take one of the two out.`)
    seen.add(column)
  }
}
