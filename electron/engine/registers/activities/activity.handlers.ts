import { applyBulkEdit } from '#shared/registers/activities/activity.apply-bulk.ts'
import type { activityProcedures } from '#shared/registers/activities/activity.contract.ts'
import { nextReference } from '#shared/registers/activities/activity.reference.ts'
import { type Activity, ActivityId, newActivity } from '#shared/registers/activities/activity.schema.ts'
import { changesBetween } from '#shared/records/changes.ts'
import type { HandlersFor, ReadContext } from '../../rpc/context.ts'
import { getRecord } from '../../records/store.ts'
import { activityKind } from '../../records/activity.kind.ts'
import { filtered, groupColumn, idsOf } from '../../records/activity.query.ts'
import { firstPage, laterPage } from './activity.pages.ts'
import { toActivityRow } from './activity.row.ts'
import { bulkParts, nameOfIn } from '../../records/names.ts'

/** Lines of a bulk preview that are shown; the counts are of all. */
const PREVIEW_LINES = 200

export const activityHandlers: HandlersFor<typeof activityProcedures> = {
  'activities.list': async ({ db, lookups, remember }, { filter, sort, groupBy, offset, limit }) => {
    const isFirstPage = offset === 0 && filter.text === ''
    const page = isFirstPage
      ? await firstPage(db, filter, sort, groupBy, limit)
      : await laterPage(db, remember, filter, sort, groupBy, offset, limit)
    const known = await lookups()
    return { total: page.total, rows: page.rows.map((row) => toActivityRow(row, known)) }
  },

  'activities.groups': async ({ db }, { filter, groupBy }) => {
    const column = groupColumn(groupBy)
    const query = db.selectFrom('activities').select(({ fn }) => [column, fn.countAll<number>().as('count')])
    const rows = await filtered(query as never, filter)
      .groupBy(column)
      .orderBy(column, 'asc')
      .execute()
    return (rows as ReadonlyArray<Record<string, string | number>>).map((row) => ({
      key: String(row[column]),
      label: String(row[column]).trim(),
      count: Number(row['count']),
    }))
  },

  'activities.get': ({ db }, { id }) => getWithTime(db, id),

  'activities.create': async ({ db, ledger, newId, lookups }, { name, organisationId, role }) => {
    const id = ActivityId.parse(newId())
    const taken = await db
      .selectFrom('activities')
      .select(['reference', 'organisation_id'])
      .orderBy('reference', 'desc')
      .execute()
    const sibling = taken.find((row) => row.organisation_id === organisationId)?.reference
    const organisation = (await lookups()).organisations.get(organisationId ?? '')?.legalName
    const reference = nextReference(
      taken.map((row) => row.reference),
      sibling || organisation || '',
    )
    await ledger.put(activityKind, { ...newActivity(id, name), reference, organisationId, role })
    return { id }
  },

  'activities.change': async ({ db, ledger, now }, { id, changes }) => {
    const before = await getRecord(db, activityKind, id)
    const activity = await ledger.put(activityKind, { ...before, ...changes } as Activity)
    return { activity, updatedAt: now }
  },

  'activities.duplicate': async ({ db, ledger, newId }, { id }) => {
    const original = await getRecord(db, activityKind, id)
    const copy = ActivityId.parse(newId())
    const taken = await db.selectFrom('activities').select('reference').execute()
    const reference = nextReference(
      taken.map((row) => row.reference),
      original.reference,
    )
    await ledger.put(activityKind, {
      ...original,
      id: copy,
      reference,
      name: `${original.name} (copy)`.slice(0, 200),
      status: 'draft',
      waivers: [],
    })
    return { id: copy }
  },

  'activities.remove': async ({ db, ledger }, { target }) => {
    const ids = await idsOf(db, target)
    for (const id of ids) await ledger.remove(activityKind, id)
    return { removed: ids.length }
  },

  'activities.waiveGap': async ({ db, ledger, today, actor }, { id, rule, reason }) => {
    const activity = await getRecord(db, activityKind, id)
    const waivers = [
      ...activity.waivers.filter((waiver) => waiver.rule !== rule),
      { rule, reason, waivedOn: today, waivedBy: actor },
    ]
    await ledger.put(activityKind, { ...activity, waivers })
    return {}
  },

  'activities.withdrawWaiver': async ({ db, ledger }, { id, rule }) => {
    const activity = await getRecord(db, activityKind, id)
    await ledger.put(activityKind, {
      ...activity,
      waivers: activity.waivers.filter((waiver) => waiver.rule !== rule),
    })
    return {}
  },

  'activities.previewBulk': async ({ db, lookups }, { target, edit }) => {
    const [ids, known] = [await idsOf(db, target), await lookups()]
    const parts = bulkParts(known, () => 'new')
    const lines = []
    let changed = 0
    for (const id of ids) {
      const before = await getRecord(db, activityKind, id)
      const after = applyBulkEdit(before, edit, parts)
      if (after === before) continue
      changed += 1
      if (lines.length < PREVIEW_LINES)
        lines.push({
          id,
          title: activityKind.titleOf(before),
          changes: changesBetween(before, after, nameOfIn(known)),
        })
    }
    return { changed, unchanged: ids.length - changed, lines }
  },

  'activities.applyBulk': async ({ db, ledger, newId, lookups }, { target, edit }) => {
    const parts = bulkParts(await lookups(), newId)
    let changed = 0
    for (const id of await idsOf(db, target)) {
      const before = await getRecord(db, activityKind, id)
      const after = applyBulkEdit(before, edit, parts)
      if (after === before) continue
      changed += 1
      await ledger.put(activityKind, after)
    }
    return { changed }
  },
}

async function getWithTime(db: ReadContext['db'], id: string) {
  const activity = await getRecord(db, activityKind, id)
  const row = await db
    .selectFrom('activities')
    .select('updated_at')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { activity, updatedAt: row.updated_at }
}
