import { type Deadline, dayOf } from '#shared/described/deadline.ts'
import type { Snooze } from '#shared/described/register.ts'
import type { WriteDb } from '../db/schema.ts'
import type { RecordKind } from './kind.ts'
import type { Lookups } from './lookups.ts'

/** Keeps the dates a record sets beside it, so that what is due across registers is one question to the database. */
export async function writeDeadlines<T extends { readonly id: string }>(
  db: WriteDb,
  kind: RecordKind<T>,
  record: T,
  lookups: Lookups,
): Promise<void> {
  if (!kind.deadlinesOf) return
  const rows = kind.deadlinesOf(record, lookups).map((deadline) => rowOf(kind.register, record, deadline))
  const before = await db
    .selectFrom('deadlines')
    .selectAll()
    .where('register', '=', kind.register)
    .where('record', '=', record.id)
    .orderBy('key')
    .execute()
  const now = rows.toSorted((one, other) => (one.key < other.key ? -1 : 1))
  if (JSON.stringify(before.map(inOrder)) === JSON.stringify(now.map(inOrder))) return
  await removeDeadlines(db, kind.register, record.id)
  if (now.length > 0) await db.insertInto('deadlines').values(now).execute()
}

/** Forgets the dates of a record that is gone. */
export async function removeDeadlines(db: WriteDb, register: string, record: string): Promise<void> {
  await db.deleteFrom('deadlines').where('register', '=', register).where('record', '=', record).execute()
}

type Holder = {
  readonly id: string
  readonly organisationId?: string | null
  readonly snoozed?: readonly Snooze[]
}

function rowOf(register: string, record: Holder, deadline: Deadline) {
  const { key, title, due, dueAt, pausedSince, weight } = deadline
  return {
    register,
    record: record.id,
    key,
    title,
    due_on: due ?? (dueAt ? dayOf(deadline) : null),
    due_at: dueAt,
    paused_since: pausedSince,
    weight,
    organisation_id: register === 'organisations' ? record.id : (record.organisationId ?? null),
    snoozed_until: record.snoozed?.find((snooze) => snooze.key === key)?.until ?? null,
  }
}

const inOrder = (row: object) => Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1))
