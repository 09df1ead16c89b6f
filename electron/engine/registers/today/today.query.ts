import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import { type Deadline, dayOf } from '#shared/described/deadline.ts'
import { RegisterName } from '#shared/records/record.ts'
import { type Bucket, type ClockLine } from '#shared/registers/today/today.contract.ts'
import type { Instant } from '#shared/time/instant.ts'
import { endOfUkDay, PlainDate, ukDayOf } from '#shared/time/plain-date.ts'
import { addDays } from '#shared/law/clocks/day-number.ts'
import type { Database, ReadDb } from '../../db/schema.ts'
import { kinds } from '../../records/kinds.ts'
import type { Lookups } from '../../records/lookups.ts'
import { rowsOf } from '../../records/store.ts'

type DeadlineQuery<Selected> = SelectQueryBuilder<Database, 'deadlines', Selected>
export type DeadlineRow = Pick<Database['deadlines'], 'register' | 'record' | 'key' | 'snoozed_until'>

/** When the buckets are looked at: a day, and a moment of it for periods in hours. */
export type Seen = { readonly today: PlainDate; readonly at: Instant }

/** The day and moment of a call; the end of the day when a past day is asked for. */
export function seenFrom({ today, now }: { readonly today: PlainDate; readonly now: Instant }): Seen {
  return { today, at: ukDayOf(now) === today ? now : endOfUkDay(today) }
}

/** The deadlines of one bucket. */
export function inBucket<Selected>(
  query: DeadlineQuery<Selected>,
  bucket: Bucket,
  { today, at }: Seen,
): DeadlineQuery<Selected> {
  if (bucket === 'paused') return query.where('due_on', 'is', null)
  const dated = query.where('due_on', 'is not', null)
  if (bucket === 'snoozed') return dated.where('snoozed_until', '>', today)
  const awake = notPutOff(dated, today)
  switch (bucket) {
    case 'overdue':
      return awake.where((is) =>
        is.or([is('due_on', '<', today), is.and([is('due_on', '=', today), is('due_at', '<', at)])]),
      )
    case 'today':
      return awake
        .where('due_on', '=', today)
        .where((is) => is.or([is('due_at', 'is', null), is('due_at', '>=', at)]))
    case 'week':
      return awake.where('due_on', '>', today).where('due_on', '<=', addDays(today, 7))
    case 'later':
      return awake.where('due_on', '>', addDays(today, 7))
  }
}

/** The deadlines whose reminder is not put off beyond a day. */
export function notPutOff<Selected>(
  query: DeadlineQuery<Selected>,
  today: PlainDate,
): DeadlineQuery<Selected> {
  return query.where((is) => is.or([is('snoozed_until', 'is', null), is('snoozed_until', '<=', today)]))
}

/** Every deadline, or those of one organisation. */
export function deadlinesFor(db: ReadDb, organisationId: string | null) {
  const query = db.selectFrom('deadlines')
  return organisationId === null ? query : query.where('organisation_id', '=', organisationId)
}

/** What a line is worked out from, of every deadline or of one organisation's. */
export function deadlineRows(db: ReadDb, organisationId: string | null) {
  return deadlinesFor(db, organisationId).select(['register', 'record', 'key', 'snoozed_until'])
}

/**
 * The most urgent first: the day, the hour where there is one, and what the law sets before what we set ourselves.
 * Once the days have passed, what the law set comes first, whatever its day.
 */
export function byUrgency<Selected>(
  query: DeadlineQuery<Selected>,
  bucket?: Bucket,
): DeadlineQuery<Selected> {
  const weighed = bucket === 'overdue' ? query.orderBy(weightOf) : query
  return weighed
    .orderBy('due_on')
    .orderBy('paused_since')
    .orderBy('due_at', (by) => by.asc().nullsLast())
    .orderBy(weightOf)
    .orderBy('record')
    .orderBy('key')
}

const weightOf = (is: ExpressionBuilder<Database, 'deadlines'>) =>
  is.case().when('weight', '=', 'law').then(0).when('weight', '=', 'promise').then(1).else(2).end()

/** Deadlines as people read them, worked out from their records anew. */
export async function linesOf(
  db: ReadDb,
  lookups: Lookups,
  rows: readonly DeadlineRow[],
): Promise<ClockLine[]> {
  const found = new Map<string, Found>()
  for (const [register, ofRegister] of Map.groupBy(rows, (row) => row.register))
    for (const record of await recordsOf(db, lookups, RegisterName.parse(register), ofRegister))
      found.set(record.id, record)
  return rows.flatMap((row) => {
    const record = found.get(row.record)
    const deadline = record?.deadlines.find(({ key }) => key === row.key)
    return record && deadline ? [lineOf(record, deadline, row.snoozed_until)] : []
  })
}

type Found = {
  readonly register: RegisterName
  readonly id: string
  readonly title: string
  readonly organisation: string
  readonly deadlines: readonly Deadline[]
}

/** A statement takes a limited number of values. */
const BATCH = 500

async function recordsOf(
  db: ReadDb,
  lookups: Lookups,
  register: RegisterName,
  rows: readonly DeadlineRow[],
): Promise<Found[]> {
  const kind = kinds[register]
  const ids = [...new Set(rows.map(({ record }) => record))]
  const found: Found[] = []
  for (let start = 0; start < ids.length; start += BATCH) {
    const stored = await rowsOf(db, kind)
      .select(['here.id', 'here.title', 'here.body'])
      .where('here.id', 'in', ids.slice(start, start + BATCH))
      .execute()
    for (const { id, title, body } of stored) {
      const record = kind.schema.parse(JSON.parse(body)) as { id: string; organisationId?: string | null }
      const organisationId = register === 'organisations' ? id : (record.organisationId ?? '')
      const organisation = lookups.organisations.get(organisationId)?.legalName ?? ''
      found.push({ register, id, title, organisation, deadlines: kind.deadlinesOf?.(record, lookups) ?? [] })
    }
  }
  return found
}

function lineOf(record: Found, deadline: Deadline, snoozedUntil: string | null): ClockLine {
  const { key, title, due, dueAt, pausedSince, target, weight, derivation, citation, warnings, actions } =
    deadline
  return {
    register: record.register,
    id: record.id,
    title: record.title,
    organisation: record.organisation,
    key,
    what: title,
    due: due ?? (dueAt ? PlainDate.parse(dayOf(deadline)) : null),
    dueAt,
    pausedSince,
    target,
    weight,
    derivation,
    citation,
    warnings: [...warnings],
    actions: actions.map((action) => ({ ...action, changes: action.changes && { ...action.changes } })),
    snoozedUntil: snoozedUntil === null ? null : PlainDate.parse(snoozedUntil),
  }
}
