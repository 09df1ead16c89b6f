import { described } from '#shared/described/all.ts'
import { DescribedName } from '#shared/described/names.ts'
import { setElsewhere } from '#shared/described/kept.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { AppError } from '#shared/errors.ts'
import type { recordProcedures } from '#shared/registers/records/record.contract.ts'
import { Instant } from '#shared/time/instant.ts'
import { refuseWhileCase } from '../../cases/refuse-while-case.ts'
import { filteredRecords, idsOfTarget, recordGroupColumn } from '../../described/record.query.ts'
import { refuseWhileUsed, whereUsed } from '../../records/links.ts'
import { findRow, getRecord } from '../../records/store.ts'
import { kindOf } from '../../described/kind-of.ts'
import { nextInSeries } from '../../described/next-in-series.ts'
import type { HandlersFor, ReadContext } from '../../rpc/context.ts'
import { readInput } from '../../described/record-body.ts'
import { bulkHandlers } from './record.bulk.ts'
import { facetsOfRegister } from './record.facets.ts'
import { listRecords } from './record.list.ts'
import { optionsOf } from './record.options.ts'

import { unlink } from './record.unlink.ts'

export const recordHandlers: HandlersFor<typeof recordProcedures> = {
  ...bulkHandlers,

  'records.list': ({ db, remember, lookups }, question) => listRecords(db, remember, lookups, question),

  'records.groups': async ({ db }, { register, filter, groupBy }) => {
    const column = recordGroupColumn(groupBy)
    const query = db.selectFrom('records').select(({ fn }) => [column, fn.countAll<number>().as('count')])
    const rows = await filteredRecords(query as never, register, filter)
      .groupBy(column)
      .orderBy(column, 'asc')
      .execute()
    return (rows as ReadonlyArray<Record<string, string | number>>).map((row) => ({
      key: String(row[column]),
      label: String(row[column]),
      count: Number(row['count']),
    }))
  },

  'records.facets': async ({ db, lookups }, { register }) => facetsOfRegister(db, await lookups(), register),

  'records.counts': async ({ db }) => {
    const rows = await db
      .selectFrom('records')
      .select(({ fn }) => ['register', 'closed', fn.countAll<number>().as('count')])
      .groupBy(['register', 'closed'])
      .execute()
    const sum = (register: string, closed?: number) =>
      rows
        .filter((row) => row.register === register && (closed === undefined || row.closed === closed))
        .reduce((total, { count }) => total + Number(count), 0)
    return DescribedName.options.map((register) => ({
      register,
      total: sum(register),
      open: sum(register, 0),
    }))
  },

  'records.get': ({ db }, { register, id }) => getWithTime(db, register, id),

  'records.options': ({ db }, question) => optionsOf(db, question),

  'records.whereUsed': ({ db }, { register, id }) => whereUsed(db, register, id),

  'records.create': async ({ db, ledger, newId }, { register, name, fields }) => {
    const id = newId()
    const description = described(register)
    const blank = { ...description.blank(id, name), ...fields, id, name }
    const reference = await nextInSeries(db, register)
    const record = readInput(register, { ...blank, reference })
    refuseReady(register, record)
    await ledger.put(kindOf(register), record)
    return { id }
  },

  'records.change': async ({ db, ledger, now }, { register, id, changes }) => {
    const before = await getRecord(db, kindOf(register), id)
    const after = readInput(register, { ...before, ...changes, id })
    refuseSetElsewhere(register, before, after)
    const record = await ledger.put(kindOf(register), after)
    return { record, updatedAt: now }
  },

  'records.duplicate': async ({ db, ledger, newId }, { register, id }) => {
    const original = await getRecord(db, kindOf(register), id)
    const copy: AnyRecord = {
      ...original,
      ...blanksSetElsewhere(register),
      id: newId(),
      reference: await nextInSeries(db, register),
      name: `${original.name} (copy)`.slice(0, 200),
      waivers: [],
    }
    await ledger.put(kindOf(register), copy)
    return { id: copy.id }
  },

  'records.remove': async ({ db, ledger, cases }, { register, target }) => {
    refuseWhereKept(register)
    const ids = await idsOfTarget(db, register, target)
    for (const id of ids) {
      refuseWhileCase(cases, register, id)
      await refuseWhileUsed(db, register, id)
      await ledger.remove(kindOf(register), id)
    }
    return { removed: ids.length }
  },

  'records.unlinkAndRemove': async ({ db, ledger, cases }, { register, id }) => {
    refuseWhereKept(register)
    refuseWhileCase(cases, register, id)
    const unlinked = await unlink(db, ledger, register, id)
    await ledger.remove(kindOf(register), id)
    return { unlinked }
  },

  'records.waiveGap': async ({ db, ledger, today, actor }, { register, id, rule, reason }) => {
    const record = await getRecord(db, kindOf(register), id)
    const others = record.waivers.filter((waiver) => waiver.rule !== rule)
    const waiver = { rule, reason, waivedOn: today, waivedBy: actor }
    await ledger.put(kindOf(register), { ...record, waivers: [...others, waiver] })
    return {}
  },

  'records.withdrawWaiver': async ({ db, ledger }, { register, id, rule }) => {
    const record = await getRecord(db, kindOf(register), id)
    await ledger.put(kindOf(register), {
      ...record,
      waivers: record.waivers.filter((waiver) => waiver.rule !== rule),
    })
    return {}
  },
}

async function getWithTime(db: ReadContext['db'], register: DescribedName, id: string) {
  const record = await getRecord(db, kindOf(register), id)
  const row = await findRow(db, kindOf(register), id)
  return { record, updatedAt: Instant.parse(row!.updated_at) }
}

/** A field with a page of its own is not changed behind its back. */
function refuseSetElsewhere(register: DescribedName, before: AnyRecord, after: AnyRecord): void {
  const description = described(register)
  for (const [key, setBy] of setElsewhere(description)) {
    if (JSON.stringify(before[key]) === JSON.stringify(after[key])) continue
    throw new AppError('rule', `“${description.fields[key]!.label}” cannot be changed here. ${setBy}.`)
  }
}

/** A new record brings no decision, report or file: each is added by the procedure that vouches for it. */
function refuseReady(register: DescribedName, record: AnyRecord): void {
  for (const [key, { kind, label, setBy }] of Object.entries(described(register).fields)) {
    if ((kind !== 'kept' && kind !== 'files') || (record[key] as readonly unknown[]).length === 0) continue
    throw new AppError('rule', `“${label}” cannot come with a new record. ${setBy}.`)
  }
}

/** What was decided or attached belongs to the original alone. */
function blanksSetElsewhere(register: DescribedName): Readonly<Record<string, unknown>> {
  const description = described(register)
  return Object.fromEntries(
    [...setElsewhere(description).keys()].map((key) => [key, description.fields[key]!.blank]),
  )
}

function refuseWhereKept(register: DescribedName): void {
  const { keptBecause } = described(register)
  if (keptBecause) throw new AppError('rule', keptBecause)
}
